import type { Answers } from '#core/criteria/criterion.ts';
import { check, checkPage, type Problem } from '#core/forms/check.ts';
import type { FormDefinition } from '#core/forms/definition.ts';
import { endOf, firstPage, pageBefore, type Step, stepAfter } from '#core/forms/journey.ts';
import { exitOf, relevantPages } from '#core/forms/relevance.ts';
import { withoutLanguage } from '#i18n/paths.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { showAnswers, showRecipient } from './check-answers.ts';
import { fillControls, readControls } from './controls.ts';
import { countIn } from './count-characters.ts';
import { type FormData, wordsOf } from './form-data.ts';
import { refuseFloods } from './refuse-floods.ts';
import { followProblems, showProblems } from './show-problems.ts';
import { headingOf, showQuestions, showStep, showWhole } from './show-step.ts';

/** A form on the screen, one page at a time or whole. */
export interface FormOnScreen {
  answers(): Answers;
  step(): Step;
  /** Shows a step, with focus on its heading. */
  go(step: Step): void;
  fill(answers: Answers): void;
  /** Back to the first page, nothing seen yet. */
  restart(): void;
  stop(): void;
}

/** The page of the question that has focus: somebody began to type before the script came. Else the first page. */
function whereTheyAre(form: HTMLFormElement, definition: FormDefinition, answers: Answers): string {
  const focused = form.querySelector(':focus')?.closest<HTMLElement>('[data-page]')?.dataset.page;
  const isOnRoute = relevantPages(definition, answers).some(({ page }) => page.id === focused);
  return focused && isOnRoute ? focused : firstPage(definition, answers);
}

export interface FormEvents {
  /** Something was typed or chosen, or a step was taken. */
  changed(): void;
  /** The check of all answers is shown. */
  checking(): void;
  /** "Send" was pressed and no answer has a problem. */
  send(answers: Answers): void;
}

/**
 * Turns the plain form into one page at a time; one for professionals stays whole, and is checked and sent where it
 * stands. Its controls stay the same elements, so that whatever was typed before the script came is still there.
 * `at` is the step to begin with; left out, it is where the person is.
 */
export function fillInForm(
  page: ParentNode,
  form: HTMLFormElement,
  data: FormData,
  events: FormEvents,
  at?: Step,
): FormOnScreen {
  const words = wordsOf(data);
  const definition = data.form;
  const answers = () => readControls(form, definition);
  const isWhole = definition.layout === 'one-page';
  let step: Step = isWhole ? { at: 'check' } : (at ?? { at: 'page', page: whereTheyAre(form, definition, answers()) });
  // The heading of the exit that a whole form shows.
  let stoppedBy: HTMLElement | null = null;
  // After "Change" the person goes back to the check, unless the new answer opens a page they have not seen.
  let hasChecked = false;
  const seen = new Set<string>();
  const here = withoutLanguage(location.pathname);
  const ended = new AbortController();

  // A step that lies behind an exit is not there, however somebody came to it.
  const allowed = (next: Step): Step => {
    const given = answers();
    if (!exitOf(definition, given)) return next;
    const onRoute = relevantPages(definition, given).some((one) => next.at === 'page' && one.page.id === next.page);
    return onRoute ? next : endOf(definition, given);
  };
  /** Shows what applies now, after an answer. */
  const refresh = () => {
    if (!isWhole) {
      showQuestions(form, definition, answers());
      return;
    }
    const before = stoppedBy;
    stoppedBy = showWhole(form, definition, answers());
    showRecipient(form, data, answers(), words);
    // It appears below what was answered: who cannot see it has to hear of it.
    if (stoppedBy && !before) announce(stoppedBy.textContent ?? '');
  };
  const show = (wanted: Step, focus: boolean) => {
    showProblems(page, data, words, []);
    if (isWhole) {
      refresh();
      return;
    }
    const next = allowed(wanted);
    step = next;
    if (next.at === 'page') seen.add(next.page);
    else hasChecked = true;
    showStep(form, definition, answers(), next, words);
    if (next.at === 'check') {
      showAnswers(form, data, answers(), words, (pageId) => take({ at: 'page', page: pageId }));
      events.checking();
    }
    const heading = headingOf(form, next);
    if (focus && heading) moveFocus(heading);
  };
  // The address never changes: a page's name would tell what was answered. Back still works, step by step.
  const take = (next: Step) => {
    history.pushState({ step: next }, '');
    show(next, true);
    events.changed();
  };
  const toProblem = (problems: readonly Problem[]) => {
    const asked = problems[0]?.question;
    const on = definition.pages.find(({ questions }) => questions.some(({ id }) => id === asked));
    if (on && (step.at === 'check' || step.page !== on.id)) take({ at: 'page', page: on.id });
    const here = on?.questions.map(({ id }) => id) ?? [];
    showProblems(
      page,
      data,
      words,
      problems.filter(({ question }) => here.includes(question)),
    );
  };
  const nextStep = (from: string): Step => {
    if (!hasChecked) return stepAfter(definition, answers(), from);
    const unseen = relevantPages(definition, answers()).find(({ page: other }) => !seen.has(other.id));
    return unseen ? { at: 'page', page: unseen.page.id } : endOf(definition, answers());
  };
  let isChecking = false;
  const submit = async () => {
    if (step.at === 'page') {
      const problems = await checkPage(definition, answers(), step.page);
      if (problems.length > 0) showProblems(page, data, words, problems);
      else take(nextStep(step.page));
      return;
    }
    if (stoppedBy) {
      moveFocus(stoppedBy);
      return;
    }
    const problems = await check(definition, answers());
    if (isWhole) showProblems(page, data, words, problems);
    else if (problems.length > 0) toProblem(problems);
    if (problems.length === 0) events.send(answers());
  };

  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      // A second press while the first is looked at would go on from a page that nobody has seen.
      if (isChecking) return;
      isChecking = true;
      void submit().finally(() => {
        isChecking = false;
      });
    },
    ended,
  );
  form.addEventListener(
    'input',
    () => {
      refresh();
      events.changed();
      // A whole form has no check of all answers before Send: what Send needs is fetched at the first answer.
      if (isWhole && !hasChecked) events.checking();
      if (isWhole) hasChecked = true;
    },
    ended,
  );
  form.querySelector('[data-back]')?.addEventListener(
    'click',
    () => {
      const before = pageBefore(definition, answers(), step);
      if (before) take({ at: 'page', page: before });
    },
    ended,
  );
  addEventListener(
    'popstate',
    (event) => {
      // Another page of this history, whose place this one took: it has to be loaded.
      if (withoutLanguage(location.pathname) !== here) {
        location.reload();
        return;
      }
      const to = (event.state as { step?: Step } | null)?.step;
      // A link inside the page, such as "Skip to content", is no step.
      if (!to && location.hash !== '') return;
      show(to ?? { at: 'page', page: firstPage(definition, answers()) }, true);
    },
    ended,
  );
  followProblems(page, ended.signal);
  countIn(form, words);
  refuseFloods(form, words, ended.signal);
  for (const note of form.querySelectorAll<HTMLElement>('.when-note')) note.hidden = true;
  if (isWhole) form.querySelector('.buttons')?.before(form.querySelector('[data-goes-to]') ?? '');
  show(step, false);

  return {
    answers,
    step: () => step,
    go(next) {
      if (isWhole) return;
      // Whoever comes back to a step has seen the route up to it.
      for (const { page: earlier } of relevantPages(definition, answers())) {
        if (next.at === 'page' && earlier.id === next.page) break;
        seen.add(earlier.id);
      }
      history.pushState({ step: next }, '');
      show(next, true);
    },
    fill(given) {
      fillControls(form, given);
      for (const area of form.querySelectorAll('textarea')) area.dispatchEvent(new Event('input'));
      refresh();
    },
    restart() {
      seen.clear();
      hasChecked = false;
      for (const area of form.querySelectorAll('textarea')) area.dispatchEvent(new Event('input'));
      show({ at: 'page', page: firstPage(definition, answers()) }, true);
    },
    stop: () => ended.abort(),
  };
}
