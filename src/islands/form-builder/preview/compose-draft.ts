import { groupsOf } from '#core/forms/compose.ts';
import { composeText } from '#core/forms/compose-text.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { type FormFiles, languagesOf } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import { assembleAnyway, NO_OPTION_YET } from '#core/forms/edit/sound.ts';
import type { FormTextSource, SourceQuestion } from '#core/forms/parse-form.ts';

/** Stands for a version: what is shown is published nowhere. */
const VERSION = 'preview';

/** What stands in a form under way where its author has still to write. */
export interface Fillers {
  readonly why: string;
  readonly body: string;
  readonly recipient: string;
  readonly option: string;
  readonly limit: string;
}

/**
 * A form under way as it would be published, in one language: without the conditions that make no sense, and where words
 * are missing with those of the language it is written in, or a filler. Nothing where no form at all can be made of it.
 */
export function composeDraft(
  files: FormFiles,
  known: Known,
  language: string,
  fillers: Fillers,
): PublishedForm | undefined {
  const { source } = files;
  const assembled = assembleAnyway(source, known);
  if (!assembled) return undefined;
  const composed = { ...assembled.composed, definition: assembled.sound };
  const groups = [...new Set(groupsOf(source))];
  const groupTexts = groups.flatMap(
    (group) => known.groupTexts[language]?.[group] ?? known.groupTexts['en']?.[group] ?? [],
  );
  const first = languagesOf(files)[0] ?? language;
  const text = composeText(composed, filled(files, source, language, first, fillers), groupTexts, language);
  if (!text.ok) return undefined;
  return { definition: assembled.sound, version: VERSION, text: { [language]: text.value } };
}

type Source = FormFiles['source'];

function filled(files: FormFiles, source: Source, language: string, first: string, fillers: Fillers): FormTextSource {
  const own = files.texts[language];
  const base = files.texts[first];
  const pages: Record<string, FormTextSource['pages'][string]> = {};
  const questions: Record<string, FormTextSource['questions'][string]> = {};
  for (const page of source.pages) {
    if ('use' in page) continue;
    const links = (page.links ?? []).map(
      ({ href }, at) => own?.pages[page.id]?.links?.[at] || base?.pages[page.id]?.links?.[at] || href,
    );
    const body = own?.pages[page.id]?.body ?? base?.pages[page.id]?.body ?? (page.exit ? [fillers.body] : undefined);
    pages[page.id] = {
      title: own?.pages[page.id]?.title || base?.pages[page.id]?.title || page.id,
      ...(body ? { body } : {}),
      ...(links.length > 0 ? { links } : {}),
    };
    for (const question of page.questions) questions[question.id] = words(question, own, base, fillers);
  }
  return {
    title: own?.title || base?.title || source.id,
    intro: own?.intro.length ? own.intro : (base?.intro ?? []),
    ...(own?.scale ? { scale: own.scale } : base?.scale ? { scale: base.scale } : {}),
    recipients: Object.fromEntries(
      source.routes.map(({ recipient }) => [
        recipient,
        own?.recipients[recipient] ?? base?.recipients[recipient] ?? fillers.recipient,
      ]),
    ),
    pages: { ...own?.pages, ...pages },
    questions: { ...base?.questions, ...own?.questions, ...questions },
  };
}

type Text = FormTextSource | undefined;

function words(question: SourceQuestion, own: Text, base: Text, fillers: Fillers): FormTextSource['questions'][string] {
  const merged = { ...base?.questions[question.id], ...own?.questions[question.id] };
  const listed = (question as { options?: readonly string[] }).options ?? [];
  const ids = [...listed, ...(question.also ?? []), NO_OPTION_YET];
  const scale = { ...base?.scale, ...own?.scale };
  const options = Object.fromEntries(
    ids.map((id) => [
      id,
      own?.questions[question.id]?.options?.[id] ||
        base?.questions[question.id]?.options?.[id] ||
        scale[id] ||
        (id === NO_OPTION_YET ? fillers.option : id),
    ]),
  );
  const problems = {
    ...(question.kind === 'date' && question.notBefore ? { tooEarly: fillers.limit } : {}),
    ...(question.kind === 'date' && question.notAfter ? { tooLate: fillers.limit } : {}),
    ...base?.questions[question.id]?.problems,
    ...own?.questions[question.id]?.problems,
  };
  return {
    ...merged,
    label: merged.label || question.id,
    options,
    ...(question.required && !merged.why ? { why: fillers.why } : {}),
    ...(Object.keys(problems).length > 0 ? { problems } : {}),
  };
}
