import type { ImportProblem, Kept } from '#core/forms/exchange/kept.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { OpenProblem } from './read-any.ts';

/** What could not be kept of another program's form, in words. */
export function keptInWords({ code, how, where, params }: Kept, words: FormWords): string {
  const what = `${words(`exchange.how.${how}`)}. ${words(`exchange.kept.${code}`, params)}`;
  return where === '' ? what : words('open.where', { where, what });
}

/** Why a file could not be opened, and what to do. */
export function openProblemInWords(problem: OpenProblem, words: FormWords): string {
  if (problem.code === 'import') return importProblemInWords(problem.problem, words);
  if (problem.code !== 'otherShape') return words(`open.${problem.code}`);
  const { file, where } = problem.problem;
  return words('open.otherShape', { file, where: where || file });
}

function importProblemInWords({ code, params }: ImportProblem, words: FormWords): string {
  return words(`exchange.problems.${code}`, params);
}
