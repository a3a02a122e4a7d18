import type { Answer } from '../../criteria/criterion.ts';

/** Passes when something was typed, chosen or ticked. */
export function required(answer: Answer): boolean {
  return typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0;
}
