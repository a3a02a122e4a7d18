import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Answers } from '#core/criteria/criterion.ts';
import type { FormPage, PublishedForm } from '#core/forms/definition.ts';
import type { Problem } from '#core/forms/tree.ts';
import { problemText } from '#i18n/problem-text.ts';
import { ErrorSummary } from '#ui/error-summary/error-summary.ts';
import { ExitNote } from '#ui/form/exit-note.ts';
import { FormView } from '#ui/form/form-view.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { Notice } from '#ui/notice/notice.ts';

/** What a form page shows when it comes back to someone without script. */
export interface ReturnedForm {
  /** The built page around the form. */
  readonly frame: string;
  readonly published: PublishedForm;
  readonly language: string;
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  /** The page at which the route of these answers ends: said first. */
  readonly exit?: FormPage;
  /** Said above the form when the fault is ours. */
  readonly notice?: string;
  readonly words: FormWords;
}

/** Where the form stands on its page. */
export const FORM_PLACE = /<!--way-in:form-->[\s\S]*<!--\/way-in:form-->/;
const TITLE = /<title>([^<]*)<\/title>/;

/** The built form page with this person's answers in it, and what to do about each problem. */
export function formPage(returned: ReturnedForm): string {
  const { frame, published, language, answers, problems, exit, notice, words } = returned;
  const { definition, version, text } = published;
  const formText = text[language] ?? text.en;
  if (!formText) throw new Error(`${definition.id} has no English words`);

  const links = problems.map((problem) => ({
    href: `#${problem.question}`,
    text: problemText(formText.questions[problem.question]?.problems, problem, words),
  }));
  const exitTitle = exit && formText.pages[exit.id]?.title;
  const html = [
    exit ? renderToString(h(ExitNote, { form: definition, page: exit, text: formText, language, answers, words })) : '',
    notice ? renderToString(h(Notice, { kind: 'warning', children: notice })) : '',
    links.length > 0 ? renderToString(h(ErrorSummary, { title: words('problemTitle'), problems: links })) : '',
    renderToString(h(FormView, { form: definition, version, text: formText, language, answers, problems, words })),
  ].join('');
  return frame
    .replace(FORM_PLACE, () => html)
    .replace(
      TITLE,
      (_, title: string) =>
        `<title>${exit ? `${exitTitle} – ${title}` : words('pageTitleWithProblem', { title })}</title>`,
    );
}
