import { h, type JSX } from 'preact';

// No sentence holds a line end; what is put in its place is no part of the language.
const HERE = '\n';

/**
 * A sentence with an address, code or command in it, which runs left to right in every language.
 * `sentence` gets what to put into its blank.
 */
export function withCode(sentence: (blank: string) => string, code: string): readonly (string | JSX.Element)[] {
  const [before = '', after = ''] = sentence(HERE).split(HERE);
  return [before, h('bdi', { dir: 'ltr' }, code), after];
}
