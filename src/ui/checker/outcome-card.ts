import { type ComponentChildren, h, type JSX } from 'preact';
import type { WordedOutcome } from '#i18n/word-verdict.ts';
import type { FormWords } from '../form/form-words.ts';
import { type FormLinks, StepsList } from './steps-list.ts';

/** An outcome in words, with the rule behind each reason that would change it. */
export type ShownOutcome = Omit<WordedOutcome, 'because'> & {
  readonly because: readonly (WordedOutcome['because'][number] & { readonly rule: string })[];
};

export interface OutcomeCardProps {
  readonly outcome: ShownOutcome;
  readonly language: string;
  readonly words: FormWords;
  readonly forms?: FormLinks;
  /** Whether the reasons stand open; they can always be opened. */
  readonly showsReasons: boolean;
  /** Shown at once, before the rest: how it stands goes without saying. */
  readonly urgent?: boolean;
}

/** One outcome: what it is, how it stands in words, why, what would change that, and where to go. */
export function OutcomeCard({ outcome, language, words, forms, showsReasons, urgent }: OutcomeCardProps): JSX.Element {
  const { id, checker, result, name, text, next } = outcome;
  const titleId = `outcome-${checker}-${id}`;
  const attributes = {
    class: `outcome outcome--${result}`,
    'aria-labelledby': titleId,
    'data-outcome': id,
    'data-result': result,
  };
  return h('section', attributes, [
    !urgent && h('p', { class: 'outcome__result' }, words(`result.${result}`)),
    h('h3', { id: titleId }, name),
    h('p', null, text),
    Facts(outcome, words),
    ...outcome.notes.map((note) => h('p', { class: 'outcome__note' }, note.text)),
    next.length > 0 && h('h4', null, words('next')),
    next.length > 0 && h(StepsList, { steps: next, language, words, ...(forms ? { forms } : {}) }),
    Reasons(outcome, words, showsReasons),
  ]);
}

function Facts({ shows }: ShownOutcome, words: FormWords): ComponentChildren {
  return Object.entries(shows).map(([name, value]) =>
    h('p', { class: 'outcome__fact' }, words(`shows.${name}`, { value })),
  );
}

/** Those that decided stand first: for a "no" they alone, for the rest all that was asked. */
function Reasons({ result, because }: ShownOutcome, words: FormWords, open: boolean): ComponentChildren {
  const told = because.filter(({ decided, met }) => decided || (result === 'maybe' && met === 'yes'));
  if (told.length === 0) return null;
  return h('details', { class: 'outcome__why', open }, [
    h('summary', null, words('why')),
    h(ReasonList, { reasons: told, words }),
  ]);
}

export interface ReasonListProps {
  readonly reasons: ShownOutcome['because'];
  readonly words: FormWords;
}

/** Reasons, each with how it stands in words, and with what would change it. */
export function ReasonList({ reasons, words }: ReasonListProps): JSX.Element {
  return h(
    'ul',
    { class: 'reasons' },
    reasons.map(({ met, text, rule }) =>
      h('li', { class: `reason reason--${met}` }, [
        h('strong', null, `${words(`met.${met}`)}: `),
        text,
        met !== 'yes' && rule !== text && h('span', { class: 'reason__rule' }, words('wouldChange', { rule })),
      ]),
    ),
  );
}
