import type { Answer } from '../../criteria/criterion.ts';

/** Passes answers that are all among the options: anything else was not chosen on our page. */
export function notAnOption(answer: Answer, options: readonly string[]): boolean {
  const chosen = typeof answer === 'string' ? [answer] : answer;
  return chosen.every((option) => options.includes(option)) && new Set(chosen).size === chosen.length;
}
