import type { Answers } from '#core/criteria/criterion.ts';
import type { FormDefinition } from '#core/forms/definition.ts';
import type { Step } from '#core/forms/journey.ts';
import { relevantLinks, relevantPages } from '#core/forms/relevance.ts';
import type { FormWords } from '#ui/form/form-words.ts';

/** Shows one page of the form, or the check of all answers, and says where on the way it is. */
export function showStep(
  form: HTMLFormElement,
  definition: FormDefinition,
  answers: Answers,
  step: Step,
  words: FormWords,
): void {
  const route = relevantPages(definition, answers);
  const place = step.at === 'check' ? route.length : route.findIndex(({ page }) => page.id === step.page);
  // Nothing follows an exit: no step, and no button that leads on.
  const isExit = step.at === 'page' && definition.pages.some(({ id, exit }) => exit && id === step.page);
  const steps = form.querySelector('.form-steps');
  if (steps instanceof HTMLElement) {
    steps.hidden = false;
    steps.textContent = words('step', { step: place + 1, total: route.length + (route.at(-1)?.page.exit ? 0 : 1) });
  }

  for (const section of form.querySelectorAll<HTMLElement>('[data-page]')) {
    section.hidden = step.at === 'check' || section.dataset.page !== step.page;
  }
  for (const part of form.querySelectorAll<HTMLElement>('[data-at]'))
    part.hidden = isExit || part.dataset.at !== step.at;
  const back = form.querySelector<HTMLElement>('[data-back]');
  if (back) back.hidden = place === 0;
  // Read once: on a telephone the introduction would push every question off the screen.
  const intro = document.querySelector<HTMLElement>('[data-first]');
  if (intro) intro.hidden = place !== 0;
  showQuestions(form, definition, answers);
  showLinks(form, definition, answers);
}

/** Shows all of the form that applies, and no "Send" where it ends in an exit: then the exit's heading is answered. */
export function showWhole(form: HTMLFormElement, definition: FormDefinition, answers: Answers): HTMLElement | null {
  const route = relevantPages(definition, answers).map(({ page }) => page);
  for (const section of form.querySelectorAll<HTMLElement>('[data-page]')) {
    section.hidden = !route.some(({ id }) => id === section.dataset.page);
  }
  showQuestions(form, definition, answers);
  showLinks(form, definition, answers);
  const last = route.at(-1);
  const exit = last?.exit ? headingOf(form, { at: 'page', page: last.id }) : null;
  const send = form.querySelector<HTMLElement>('[data-action="send"]');
  if (send) send.hidden = exit !== null;
  return exit;
}

/** Shows the questions that apply. What is typed into one that stops applying stays in it, and is not sent. */
export function showQuestions(form: HTMLFormElement, definition: FormDefinition, answers: Answers): void {
  const relevant = new Set(
    relevantPages(definition, answers).flatMap(({ questions }) => questions.map((question) => question.id)),
  );
  for (const page of definition.pages) {
    for (const question of page.questions) {
      if (!question.when) continue;
      const element = form.querySelector<HTMLElement>(`[data-question="${question.id}"]`);
      if (element) element.hidden = !relevant.has(question.id);
    }
  }
}

/** Shows the links of a page that lead somewhere for this person. */
function showLinks(form: HTMLFormElement, definition: FormDefinition, answers: Answers): void {
  for (const page of definition.pages) {
    const items = form.querySelectorAll<HTMLElement>(`[data-page="${page.id}"] .form-page__links > li`);
    relevantLinks(definition, answers, page).forEach((isShown, place) => {
      const item = items[place];
      if (item) item.hidden = !isShown;
    });
  }
}

/** The heading that takes focus when a step is shown. */
export function headingOf(form: HTMLFormElement, step: Step): HTMLElement | null {
  return step.at === 'check'
    ? form.querySelector<HTMLElement>('[data-check] h2')
    : form.querySelector<HTMLElement>(`[data-page="${step.page}"] h2`);
}
