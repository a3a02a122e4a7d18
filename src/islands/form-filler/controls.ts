import type { Answers } from '#core/criteria/criterion.ts';
import { toParts } from '#core/date-parts.ts';
import type { FormDefinition, Question } from '#core/forms/definition.ts';
import { readPosted } from '#core/forms/read-posted.ts';

/** The answers as they stand in the controls. The page is the only place that holds them. */
export function readControls(form: HTMLFormElement, definition: FormDefinition): Answers {
  const typed = new FormData(form);
  const names = new Set(typed.keys());
  return readPosted(
    definition,
    Object.fromEntries(
      [...names].map((name) => [name, typed.getAll(name).filter((value) => typeof value === 'string')]),
    ),
  );
}

/** Puts answers into the controls, as far as they fit. */
export function fillControls(form: HTMLFormElement, answers: Answers): void {
  for (const [name, answer] of Object.entries(answers)) {
    const values = typeof answer === 'string' ? [answer] : answer;
    const controls = controlsOf(form, name);
    // A date has a control for each of its parts.
    if (controls.length === 0) {
      const parts = toParts(values[0] ?? '');
      form.querySelectorAll<Control>(`[data-question="${CSS.escape(name)}"] .date input`).forEach((control, place) => {
        control.value = parts[place] ?? '';
      });
    }
    for (const control of controls) {
      if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
        control.checked = values.includes(control.value);
      } else {
        control.value = values[0] ?? '';
      }
    }
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The controls of a question. */
export function controlsOf(form: HTMLFormElement, name: string): readonly Control[] {
  return [...form.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)];
}

/** The words beside a control, for reading an answer back: an option's label, or what was typed. */
export function answerWords(form: HTMLFormElement, name: string): readonly string[] {
  return controlsOf(form, name).flatMap((control) => {
    const choice = control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
    if (choice) return control.checked ? [control.closest('label')?.textContent?.trim() ?? control.value] : [];
    return control.value.trim() === '' ? [] : [control.value.trim()];
  });
}

/** A question's own words: its label or legend, without "(optional)". */
export function questionWords(question: Element): string {
  const label = question.querySelector('.question__label, [data-label]')?.cloneNode(true) as Element | undefined;
  label?.querySelector('.question__optional')?.remove();
  return label?.textContent?.trim() ?? '';
}

/** The definition with the options that its page shows: they do not travel twice. */
export function withOptions(definition: FormDefinition, form: HTMLFormElement): FormDefinition {
  const complete = (question: Question): Question =>
    'options' in question
      ? { ...question, options: controlsOf(form, question.id).map(({ value }) => value) }
      : question;
  return {
    ...definition,
    pages: definition.pages.map((page) => ({ ...page, questions: page.questions.map(complete) })),
  };
}
