import type { Place } from '#core/forms/edit/finding.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { type Said, said } from '#core/forms/edit/said.ts';
import type { EditProblem, Step } from '#core/forms/edit/step.ts';
import type { BuilderData } from './builder-data.ts';
import type { Chosen, Editing } from './editing.ts';
import { nameOfPage, nameOfQuestion } from './names.ts';

export function directionOf(language: string, { languages }: BuilderData): 'ltr' | 'rtl' | 'auto' {
  return languages.find(({ id }) => id === language)?.direction ?? 'auto';
}

/** A language by its own name, or by its code where the site does not offer it. */
export function nameOfLanguage(language: string, { languages }: BuilderData): string {
  return languages.find(({ id }) => id === language)?.name ?? language;
}

/** A language as it is called in the reader's own: "Polish". */
export function languageInWords(language: string, readers: string): string {
  try {
    return new Intl.DisplayNames([readers], { type: 'language' }).of(language) ?? language;
  } catch {
    // No code of a language.
    return language;
  }
}

export type Naming = Pick<Editing, 'files' | 'shared' | 'words' | 'data' | 'language'>;

/** What stood in the way of a step, and what to do. */
export function problemInWords({ code, params }: EditProblem, naming: Naming): string {
  const { words, files, shared, language } = naming;
  if (code === 'askedBy') {
    const by = params['by'];
    const names = (Array.isArray(by) ? (by as readonly string[]) : []).map((owner) => ownerInWords(owner, naming));
    return words('problem.askedBy', { by: new Intl.ListFormat(language).format(names) });
  }
  const id = String(params['id'] ?? params['language'] ?? '');
  const name = code === 'shared' || code === 'exit' ? nameOf(id, files, shared) : languageInWords(id, language);
  return words(`problem.${code}`, { name });
}

function nameOf(id: string, files: Naming['files'], shared: Naming['shared']): string {
  const page = nameOfPage(files, id, shared);
  return page === id ? nameOfQuestion(files, id, shared) : page;
}

/** Whose condition it is: `question:<id>`, `page:<key>`, `link:<page key>`, `route:<number>`. */
export function ownerInWords(owner: string, { files, shared, words }: Naming): string {
  const at = owner.indexOf(':');
  const kind = owner.slice(0, at);
  const id = owner.slice(at + 1);
  if (kind === 'question') return words('owner.question', { name: nameOfQuestion(files, id, shared) });
  if (kind === 'route') return words('owner.route');
  return words(kind === 'link' ? 'owner.link' : 'owner.page', { name: nameOfPage(files, id, shared) });
}

/** What a control says itself when it is used: to announce it again would be noise. */
const SAYS_ITSELF = ['questionChanged', 'pageChanged', 'linkChanged', 'formChanged', 'wordsChanged', 'wordsRemoved'];

/** What a step did, to be announced; nothing where its control says so itself. */
export function announcementOf(step: Step, before: FormFiles, naming: Naming): string | undefined {
  const done = said(step, before, naming.files);
  return SAYS_ITSELF.includes(done.code) ? undefined : saidInWords(done, before, naming);
}

/** What a step did, in words. */
export function saidInWords({ code, params, at }: Said, before: FormFiles, naming: Naming): string {
  const { words, files, shared, language } = naming;
  const id = String(params['id'] ?? '');
  const title = code.startsWith('page') || code === 'groupAdded' ? nameIn([files, before], id, shared) : '';
  const blanks: Record<string, string | number> = {
    name: title || String(params['label'] ?? params['title'] ?? ''),
    place: Number(params['place'] ?? 0),
    of: Number(params['of'] ?? 0),
    page: String(params['page'] ?? params['question'] ?? ''),
    kind: params['kind'] === undefined ? '' : words(`kind.${String(params['kind'])}`),
    language: languageInWords('language' in at ? at.language : String(params['language'] ?? ''), language),
  };
  return words(`said.${code}`, blanks);
}

/** A page that is gone still has its name in the form before. */
function nameIn(all: readonly FormFiles[], key: string, shared: Naming['shared']): string {
  for (const files of all) {
    const name = nameOfPage(files, key, shared);
    if (name !== key) return name;
  }
  return key;
}

/** The panel in which a place of the form is edited. */
export function chosenOf(place: Place): Chosen {
  switch (place.what) {
    case 'page':
      return { at: 'page', page: place.id };
    case 'question':
      return { at: 'question', question: place.id };
    case 'option':
      return { at: 'question', question: place.question };
    case 'link':
      return { at: 'page', page: place.page };
    case 'words': {
      const [part, id = ''] = place.key.split('.');
      if (part === 'questions') return { at: 'question', question: id };
      return part === 'pages' ? { at: 'page', page: id } : { at: 'form' };
    }
    default:
      return { at: 'form' };
  }
}
