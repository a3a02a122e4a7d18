import type { Problem } from '#core/forms/tree.ts';
import { problemText } from '#i18n/problem-text.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { FormData } from './form-data.ts';

/**
 * Shows problems beside their questions and in a summary above, and moves focus to the summary.
 * No problems takes all of that away again.
 */
export function showProblems(page: ParentNode, data: FormData, words: FormWords, problems: readonly Problem[]): void {
  for (const question of page.querySelectorAll('[data-question]')) clearProblem(question);
  for (const problem of problems) {
    const question = page.querySelector(`[data-question="${problem.question}"]`);
    if (question) markProblem(question, words('problemMark'), textOf(data, words, problem));
  }
  document.title = titleWithout(words);
  const place = page.querySelector<HTMLElement>('[data-error-summary]');
  if (!place) return;
  place.hidden = problems.length === 0;
  place
    .querySelector('ul')
    ?.replaceChildren(...problems.map((problem) => linkTo(problem, textOf(data, words, problem))));
  if (problems.length === 0) return;
  document.title = words('pageTitleWithProblem', { title: document.title });
  const summary = place.firstElementChild;
  if (summary instanceof HTMLElement) moveFocus(summary);
}

/** Shows a problem beside one question at once, without moving anybody. */
export function markOne(question: Element, words: FormWords, text: string): void {
  clearProblem(question);
  markProblem(question, words('problemMark'), text);
}

/** A link of the summary leads to its control. */
export function followProblems(page: ParentNode, signal: AbortSignal): void {
  page.querySelector('[data-error-summary]')?.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest('a[href^="#"]');
      const control = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      if (!control) return;
      event.preventDefault();
      moveFocus(control);
    },
    { signal },
  );
}

function linkTo({ question }: Problem, text: string): Element {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${question}`;
  link.textContent = text;
  item.append(link);
  return item;
}

function textOf(data: FormData, words: FormWords, problem: Problem): string {
  return problemText(data.problems[problem.question], problem, words);
}

function titleWithout(words: FormWords): string {
  const [before = '', after = ''] = words('pageTitleWithProblem', { title: '\u0000' }).split('\u0000');
  const title = document.title;
  return before !== '' && title.startsWith(before) ? title.slice(before.length, title.length - after.length) : title;
}

function markProblem(question: Element, mark: string, text: string): void {
  const id = `${question.getAttribute('data-question')}-problem`;
  const line = document.createElement('p');
  line.className = 'question__problem';
  line.id = id;
  const hidden = document.createElement('span');
  hidden.className = 'visually-hidden';
  hidden.textContent = `${mark} `;
  line.append(hidden, text);

  question.classList.add('question--problem');
  const notes = question.querySelectorAll(
    ':scope > .question__label, :scope > .question__hint, :scope > .question__why',
  );
  const last = notes[notes.length - 1];
  if (last) last.after(line);
  else question.prepend(line);
  for (const owner of describable(question)) {
    owner.setAttribute('aria-describedby', [...describedBy(owner), id].join(' '));
  }
  for (const control of question.querySelectorAll(INVALID)) control.setAttribute('aria-invalid', 'true');
}

// ARIA allows `aria-invalid` on neither fieldset nor radio; of a group of ticks, no single one is wrong.
const INVALID = 'textarea, input:not([type="radio"], fieldset [type="checkbox"])';

function clearProblem(question: Element): void {
  const line = question.querySelector('.question__problem');
  if (!line) return;
  line.remove();
  question.classList.remove('question--problem');
  for (const owner of describable(question)) {
    const left = describedBy(owner).filter((id) => id !== line.id);
    if (left.length > 0) owner.setAttribute('aria-describedby', left.join(' '));
    else owner.removeAttribute('aria-describedby');
  }
  for (const control of question.querySelectorAll(INVALID)) control.removeAttribute('aria-invalid');
}

/** What carries the description: the fieldset of a group, or else the control itself. */
function describable(question: Element): readonly Element[] {
  return question.tagName === 'FIELDSET' ? [question] : [...question.querySelectorAll('input, textarea')];
}

function describedBy(element: Element): readonly string[] {
  return (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
}
