import { h, type JSX } from 'preact';
import type { Answers } from '#core/criteria/criterion.ts';
import type { FormDefinition, FormPage, FormText } from '#core/forms/definition.ts';
import { relevantLinks } from '#core/forms/relevance.ts';
import type { FormWords } from './form-words.ts';
import { PageLinks } from './page-links.ts';

export interface ExitNoteProps {
  readonly form: FormDefinition;
  readonly page: FormPage;
  readonly text: FormText;
  readonly language: string;
  readonly answers: Answers;
  readonly words: FormWords;
}

/**
 * Why this form is not the one, and what there is in its place: on top of a form that came back without script.
 * The form below it keeps every answer, so that one can be changed.
 */
export function ExitNote({ form, page, text, language, answers, words }: ExitNoteProps): JSX.Element {
  const { title, body = [], links = [] } = text.pages[page.id] ?? { title: page.id };
  return h('section', { class: 'notice notice--warning', 'data-exit': page.id, 'aria-labelledby': 'exit-title' }, [
    h('h2', { id: 'exit-title' }, title),
    ...body.map((line) => h('p', null, line)),
    PageLinks({ page, texts: links, language, words, leads: relevantLinks(form, answers, page) }),
    h('p', null, words('exitNotSent')),
  ]);
}
