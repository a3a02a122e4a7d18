import type { Answers } from '#core/criteria/criterion.ts';
import type { FormDefinition } from '#core/forms/definition.ts';
import { firstPage } from '#core/forms/journey.ts';
import type { FormOnScreen } from './fill-in.ts';

/**
 * The choice that a link brings along, as in `/forms/involve/#how=panel`, beside the answers that are there already.
 * Only options that the page itself shows: what somebody typed never stands in an address.
 */
export function choiceFromLink(hash: string, form: FormDefinition, answers: Answers): Answers {
  const [, id = '', option = ''] = /^#([A-Za-z0-9-]+)=([A-Za-z0-9-]+)$/.exec(hash) ?? [];
  const question = form.pages.flatMap(({ questions }) => questions).find((one) => one.id === id);
  if (!question || !('options' in question) || !question.options.includes(option)) return {};
  if (question.kind !== 'some-of') return { [id]: option };
  const before = answers[id] ?? [];
  return { [id]: [...new Set([...(typeof before === 'string' ? [before] : before), option])] };
}

/** Ticks what the link to this form said, and shows it to whoever had begun elsewhere in the form. */
export function bringChoice(form: FormDefinition, screen: FormOnScreen): boolean {
  const chosen = choiceFromLink(location.hash, form, screen.answers());
  const page = form.pages.find(({ questions }) => questions.some(({ id }) => id in chosen));
  if (!page) return false;
  const step = screen.step();
  const isFirst = step.at === 'page' && step.page === firstPage(form, screen.answers());
  screen.fill(chosen);
  // Read once: Back, and whoever sees the address later, shall find the form's own.
  history.replaceState(history.state, '', location.pathname);
  if (!isFirst) screen.go({ at: 'page', page: page.id });
  return true;
}
