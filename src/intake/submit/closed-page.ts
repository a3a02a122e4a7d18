import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Answers } from '#core/criteria/criterion.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { answersInWords } from '#ui/form/answers-in-words.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { Notice } from '#ui/notice/notice.ts';
import { SummaryList } from '#ui/summary-list/summary-list.ts';
import { FORM_PLACE } from './form-page.ts';

export interface RefusedForm {
  /** The built page around the form. */
  readonly frame: string;
  readonly published: PublishedForm;
  readonly language: string;
  readonly answers: Answers;
  readonly words: FormWords;
}

/** The page of a form that has closed, with what somebody wrote in it: nothing is sent, and nothing is lost. */
export function closedPage({ frame, published, language, answers, words }: RefusedForm): string {
  const { definition, text } = published;
  const formText = text[language] ?? text.en;
  if (!formText) throw new Error(`${definition.id} has no English words`);

  const rows = answersInWords(definition, formText, answers, language);
  const html = renderToString(
    h(Fragment, null, [
      h(Notice, { kind: 'warning', children: words('closedNotSent') }),
      h('h2', null, words('closedAnswers')),
      h(SummaryList, { rows }),
    ]),
  );
  return frame.replace(FORM_PLACE, () => html);
}
