import type { Answer, Answers } from '#core/criteria/criterion.ts';
import { judgeAll } from '#core/eligibility/judge-all.ts';
import type { OutcomeVerdict, Verdict } from '#core/eligibility/verdict.ts';
import { checkerIn, surroundingsOn } from '#publish/checkers/checkers.ts';

const checkers = new Map<string, ReturnType<typeof checkerIn>>();
const TODAY = '2026-11-22';

/** A checker of the shipped content. */
export function checkerOf(id: string): ReturnType<typeof checkerIn> {
  const known = checkers.get(id) ?? checkerIn('en', id);
  checkers.set(id, known);
  return known;
}

/** The verdict of a shipped checker. */
export function verdictOf(id: string, answers: Answers, today = TODAY): Verdict {
  return judgeAll(checkerOf(id), answers, surroundingsOn(today));
}

/** Results by outcome. */
export function resultsOf(id: string, answers: Answers): { readonly [outcome: string]: string } {
  return Object.fromEntries(verdictOf(id, answers).outcomes.map((one) => [one.id, one.result]));
}

/** One outcome's verdict. */
export function outcomeOf(id: string, outcome: string, answers: Answers): OutcomeVerdict {
  const found = verdictOf(id, answers).outcomes.find((one) => one.id === outcome);
  if (!found) throw new Error(`${id} has no outcome ${outcome}`);
  return found;
}

/** Every choice of one value a question; `undefined` leaves it out. */
export function* combinations(values: {
  readonly [question: string]: readonly (Answer | undefined)[];
}): Generator<Answers> {
  const names = Object.keys(values);
  const total = names.reduce((count, name) => count * (values[name]?.length ?? 1), 1);
  for (let at = 0; at < total; at += 1) {
    let rest = at;
    const answers: Record<string, Answer> = {};
    for (const name of names) {
      const options = values[name] ?? [];
      const value = options[rest % options.length];
      rest = Math.floor(rest / options.length);
      if (value !== undefined) answers[name] = value;
    }
    yield answers;
  }
}
