import type { CheckerText } from '#core/eligibility/text.ts';
import type { NextStep, OutcomeVerdict, Reason, Verdict } from '#core/eligibility/verdict.ts';
import { dateInWords } from './dates.ts';
import { fillIn } from './plural-of.ts';

/** A verdict in words. */
export interface WordedVerdict {
  readonly outcomes: readonly WordedOutcome[];
  readonly next: readonly WordedStep[];
}

export type WordedOutcome = Omit<OutcomeVerdict, 'because' | 'next' | 'notes'> & {
  readonly name: string;
  readonly text: string;
  readonly because: readonly (Reason & { readonly text: string })[];
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly next: readonly WordedStep[];
};

export type WordedStep = NextStep & { readonly text: string };

/** Names and values for blanks: `{{derby}}`, `{{target}}`. */
export type Blanks = { readonly [blank: string]: string | number };

/** Puts a verdict into words. `textOf` gives each checker's own: a verdict may hold outcomes of several. */
export function wordVerdict(verdict: Verdict, textOf: (checker: string) => CheckerText, names: Blanks): WordedVerdict {
  const blanks = { ...names, ...texts(verdict.known) };
  return {
    outcomes: verdict.outcomes.map((outcome) =>
      wordOutcome(outcome, textOf(outcome.checker), { ...texts(outcome.shows), ...blanks }),
    ),
    next: wordSteps(verdict.next, textOf(verdict.checker), blanks),
  };
}

const texts = (values: object): { [name: string]: string } =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]));

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The same verdict with the dates of its blanks in words: "Thursday 2 April 2026". */
export function withDatesInWords(verdict: Verdict, lang: string): Verdict {
  const inWords = (value: string) => (DATE.test(value) ? dateInWords(value, lang, { year: true }) : value);
  const dated = (values: object) =>
    Object.fromEntries(Object.entries(texts(values)).map(([id, value]) => [id, inWords(value)]));
  return { ...verdict, known: dated(verdict.known) };
}

function wordOutcome(outcome: OutcomeVerdict, text: CheckerText, blanks: Blanks): WordedOutcome {
  const words = text.outcomes[outcome.id];
  return {
    ...outcome,
    name: fillIn(words?.name ?? outcome.id, blanks),
    text: fillIn(words?.[outcome.result] ?? '', blanks),
    because: outcome.because.map((reason) => ({ ...reason, text: fillIn(wordReason(reason, text), blanks) })),
    notes: outcome.notes.map((id) => ({ id, text: fillIn(text.notes[id] ?? id, blanks) })),
    next: wordSteps(outcome.next, text, blanks),
  };
}

function wordReason({ criterion, met }: Reason, text: CheckerText): string {
  const words = text.criteria[criterion];
  if (!words) return criterion;
  return met === 'yes' ? (words.yes ?? words.rule) : words[met];
}

function wordSteps(steps: readonly NextStep[], text: CheckerText, blanks: Blanks): readonly WordedStep[] {
  return steps.map((step) => ({ ...step, text: fillIn(text.steps[step.id] ?? step.id, blanks) }));
}
