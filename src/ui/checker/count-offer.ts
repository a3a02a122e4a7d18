import { h, type JSX } from 'preact';
import type { FormWords } from '../form/form-words.ts';

export interface CountOfferProps {
  /** All in words: the check, its rules, what was "not this one", and where it pointed. */
  readonly check: string;
  readonly rules: string;
  readonly outcomes: readonly string[];
  readonly signposts: readonly string[];
  readonly onGo: () => void;
  readonly words: FormWords;
}

/** Asks whether the service may count this result, and says exactly what would go. Nothing does by itself (E54). */
export function CountOffer({ check, rules, outcomes, signposts, onGo, words }: CountOfferProps): JSX.Element {
  const list = (title: string, names: readonly string[]) =>
    h('li', null, [
      title,
      h(
        'ul',
        null,
        names.map((name) => h('li', null, name)),
      ),
    ]);
  return h('section', { class: 'check-count no-print', 'data-count': '' }, [
    h('h3', null, words('count.title')),
    h('p', null, words('count.text')),
    h('details', { class: 'check-count__what' }, [
      h('summary', null, words('count.sends')),
      h('ul', null, [
        h('li', null, words('count.check', { check })),
        h('li', null, words('rules.version', { version: rules })),
        list(words('count.outcomes'), outcomes),
        list(words('count.signposts'), signposts),
        h('li', null, words('count.month')),
      ]),
    ]),
    h('p', null, words('count.never')),
    h('p', null, h('button', { class: 'button button--secondary', type: 'button', onClick: onGo }, words('count.go'))),
  ]);
}
