import { h, type JSX } from 'preact';
import type { Answers } from '#core/criteria/criterion.ts';
import type { FormDefinition, FormPage, FormText } from '#core/forms/definition.ts';
import type { Problem } from '#core/forms/tree.ts';
import { SummaryList, type SummaryRow } from '../summary-list/summary-list.ts';
import type { FormWords } from './form-words.ts';
import { PageLinks } from './page-links.ts';
import { QuestionView } from './question-view.ts';

export interface FormViewProps {
  readonly form: FormDefinition;
  readonly version: string;
  readonly text: FormText;
  readonly language: string;
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  readonly words: FormWords;
}

/**
 * The whole form as one page of plain HTML that posts to the intake. Script turns it into one page at a time;
 * the intake draws it again with problems and everything still filled in.
 */
export function FormView(props: FormViewProps): JSX.Element {
  const { form, language, version, words } = props;
  return h(
    'form',
    {
      method: 'post',
      action: `/submit/${form.id}`,
      novalidate: true,
      'data-form': form.id,
      'data-layout': form.layout,
      'accept-charset': 'utf-8',
    },
    [
      h('input', { type: 'hidden', name: '_language', value: language }),
      h('input', { type: 'hidden', name: '_version', value: version }),
      h('p', { class: 'form-steps', hidden: true }),
      ...form.pages.map((page) => PageView({ ...props, page })),
      CheckView(words),
      h('div', { class: 'buttons' }, [
        h('button', { class: 'button', type: 'submit', 'data-at': 'page', hidden: true }, words('continue')),
        h('button', { class: 'button', type: 'submit', 'data-at': 'check', 'data-action': 'send' }, words('send')),
        h('button', { class: 'button button--quiet', type: 'button', 'data-back': '', hidden: true }, words('back')),
      ]),
    ],
  );
}

const EMPTY_ROW = (words: FormWords): SummaryRow => ({
  name: '',
  lines: [''],
  change: { text: words('change'), spoken: words('change'), go: () => undefined },
});

/** Where script lists the answers. Without script there is nothing to list: the answers are all in sight. */
function CheckView(words: FormWords): JSX.Element {
  return h('section', { class: 'form-page', 'data-check': '', 'data-at': 'check', hidden: true }, [
    h('h2', { class: 'form-page__title' }, words('checkTitle')),
    h('p', null, words('checkIntro')),
    // Filled by script from the row in it: the form page itself carries no renderer.
    h('div', { 'data-answers': '' }, h(SummaryList, { rows: [EMPTY_ROW(words)] })),
    h('p', { 'data-goes-to': '' }),
    h('p', { class: 'no-print' }, [
      h('button', { class: 'button button--secondary', type: 'button', 'data-print': '' }, words('print')),
    ]),
  ]);
}

function PageView(props: FormViewProps & { readonly page: FormPage }): JSX.Element {
  const { page, text, language, answers, problems, words } = props;
  const pageText = text.pages[page.id];
  // No accessible name: two dozen regions would bury the page's real landmarks. Its heading is enough.
  return h('section', { class: 'form-page', 'data-page': page.id }, [
    h('h2', { class: 'form-page__title' }, pageText?.title),
    page.when && h('p', { class: 'when-note' }, words('onlyIfItFits')),
    ...(pageText?.body ?? []).map((line) => h('p', null, line)),
    PageLinks({ page, texts: pageText?.links ?? [], language, words }),
    ...page.questions.map((question) =>
      h(QuestionView, {
        question,
        text: text.questions[question.id] ?? { label: question.id },
        answer: answers[question.id],
        problem: problems.find((problem) => problem.question === question.id),
        words,
      }),
    ),
  ]);
}
