import { h, type JSX } from 'preact';
import type { FormWords } from '../form/form-words.ts';
import { OutcomeCard, type ShownOutcome } from './outcome-card.ts';

export interface AtOnceProps {
  readonly outcome: ShownOutcome;
  readonly language: string;
  readonly words: FormWords;
  readonly onGoOn: () => void;
}

/** What comes before any other question, such as a bed for tonight (B3). The questions can go on afterwards. */
export function AtOnce({ outcome, language, words, onGoOn }: AtOnceProps): JSX.Element {
  return h('div', { class: 'check-at-once', 'data-at-once': outcome.id }, [
    h('h2', null, words('atOnce')),
    h(OutcomeCard, { outcome, language, words, showsReasons: true, urgent: true }),
    h('div', { class: 'buttons' }, [
      h('button', { class: 'button button--secondary', type: 'button', onClick: onGoOn }, words('goOn')),
    ]),
  ]);
}
