import { h, type JSX } from 'preact';
import type { FormWords } from '../form/form-words.ts';

export interface RulesNoteProps {
  readonly version: string;
  readonly source: string;
  /** In words. */
  readonly checked: string;
  /** Lines that must stand where data of others is used. */
  readonly credits?: readonly string[];
  readonly words: FormWords;
}

/** Which rules these are, where they come from and how old they are (D35, G28: on paper too). */
export function RulesNote({ version, source, checked, credits = [], words }: RulesNoteProps): JSX.Element {
  // The source has a name of its own, in English; where it stands in the sentence is the translator's choice.
  const [before = '', after = ''] = words('rules.source', { source: '\u0000' }).split('\u0000');
  return h('div', { class: 'small text checked' }, [
    h('p', null, words('rules.version', { version })),
    h('p', null, [before, h('bdi', { lang: 'en' }, source), after]),
    h('p', null, words('rules.checked', { date: checked })),
    ...credits.map((line) => h('p', null, h('bdi', { lang: 'en' }, line))),
  ]);
}
