import type { Answers } from '#core/criteria/criterion.ts';
import { recipientOf, relevantPages } from '#core/forms/relevance.ts';
import { typedDateInWords } from '#i18n/typed-date.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { SummaryRow } from '#ui/summary-list/summary-list.ts';
import { answerWords, questionWords } from './controls.ts';
import type { FormData } from './form-data.ts';

/** Lists every answer that will be sent, read back in the words of the page, each with a way to change it. */
export function showAnswers(
  form: HTMLFormElement,
  data: FormData,
  answers: Answers,
  words: FormWords,
  change: (page: string) => void,
): void {
  const list = form.querySelector('[data-answers] dl');
  showRecipient(form, data, answers, words);
  const pattern = list?.firstElementChild;
  if (!list || !pattern) return;
  list.replaceChildren(...rowsOf(form, data, answers, words, change).map((row) => fillRow(pattern, row)));
}

/** Says who will receive it. */
export function showRecipient(form: HTMLFormElement, data: FormData, answers: Answers, words: FormWords): void {
  const goesTo = form.querySelector('[data-goes-to]');
  if (goesTo) goesTo.textContent = words('goesTo', { recipient: recipientWords(data, answers) });
}

/** A row like the one the build drew (ui/summary-list). */
function fillRow(pattern: Element, { name, lines, change }: SummaryRow): Element {
  const row = pattern.cloneNode(true) as Element;
  const [term, line, ...rest] = row.children;
  for (const extra of rest.slice(0, -1)) extra.remove();
  if (term) term.textContent = name;
  line?.replaceWith(
    ...lines.map((text) => {
      const copy = line.cloneNode() as Element;
      copy.textContent = text;
      return copy;
    }),
  );
  const button = row.querySelector('button');
  button?.setAttribute('aria-label', change?.spoken ?? '');
  button?.addEventListener('click', () => change?.go());
  return row;
}

function recipientWords(data: FormData, answers: Answers): string {
  const recipient = recipientOf(data.form, answers);
  return data.recipients[recipient] ?? recipient;
}

function rowsOf(
  form: HTMLFormElement,
  { form: definition, language }: FormData,
  answers: Answers,
  words: FormWords,
  change: (page: string) => void,
): readonly SummaryRow[] {
  return relevantPages(definition, answers).flatMap(({ page, questions }) =>
    questions.flatMap((question) => {
      const element = form.querySelector(`[data-question="${question.id}"]`);
      if (!element) return [];
      const name = questionWords(element);
      const answer = answers[question.id];
      const said =
        question.kind === 'date' && answer
          ? [typedDateInWords(String(answer), language)]
          : answerWords(form, question.id);
      return [
        {
          name,
          lines: said.length > 0 ? said : [words('notAnswered')],
          change: { text: words('change'), spoken: words('changeWhat', { question: name }), go: () => change(page.id) },
        },
      ];
    }),
  );
}
