import { fillIn } from './plural-of.ts';

/** What to do about a problem: in the words of the question, or else in general ones. */
export function problemText(
  own: { readonly [code: string]: string } | undefined,
  problem: { readonly code: string; readonly params: { readonly [name: string]: number } },
  words: (key: string, blanks?: { readonly [name: string]: string | number }) => string,
): string {
  const sentence = own?.[problem.code];
  return sentence ? fillIn(sentence, problem.params) : words(`problems.${problem.code}`, problem.params);
}
