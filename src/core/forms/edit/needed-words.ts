import { KINDS } from '../kinds/kinds.ts';
import type { FormTextSource, SourcePage, SourceQuestion } from '../parse-form.ts';
import type { FormFiles } from './form-files.ts';
import type { TextKey } from './text-key.ts';

/** The sentences that a form has to have in each of its languages: what composing wants (compose-text.ts), reasons aside. */
export function neededWords({ source }: FormFiles, text: FormTextSource): readonly TextKey[] {
  const own = source.pages.filter((page): page is SourcePage => !('use' in page));
  return [
    'title',
    ...own.flatMap((page) => [...ofPage(page), ...page.questions.flatMap((question) => ofQuestion(question, text))]),
    ...new Set(source.routes.map(({ recipient }): TextKey => `recipients.${recipient}`)),
  ];
}

function ofPage({ id, exit, links = [] }: SourcePage): readonly TextKey[] {
  return [
    `pages.${id}.title`,
    ...(exit ? [`pages.${id}.body.0` as const] : []),
    ...links.map((_, link): TextKey => `pages.${id}.links.${link}`),
  ];
}

function ofQuestion(question: SourceQuestion, text: FormTextSource): readonly TextKey[] {
  const { id } = question;
  const { options = [], also = [] } = question as {
    readonly options?: readonly string[];
    readonly also?: readonly string[];
  };
  // The words of a scale may be said once for all its statements.
  const isScale = question.kind === 'scale' && text.scale !== undefined;
  const worded = 'options' in KINDS[question.kind].facts ? [...options, ...also] : [];
  const said = worded.filter((option) => !isScale || !Object.hasOwn(text.scale ?? {}, option));
  const limits = question.kind === 'date' ? [question.notBefore && 'tooEarly', question.notAfter && 'tooLate'] : [];
  return [
    `questions.${id}.label`,
    ...said.map((option): TextKey => `questions.${id}.options.${option}`),
    ...limits.flatMap((code): TextKey[] => (code ? [`questions.${id}.problems.${code}`] : [])),
  ];
}
