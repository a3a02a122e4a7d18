import type { Answers } from '../criteria/criterion.ts';

/** The share that must agree with a statement (004 §3.14). */
const WANTED_PERCENT = 75;
/** Fewer answers than this say nothing, and could point at somebody (domain.md U12). */
const FEWEST = 5;

const COUNTS = ['agree', 'neither', 'disagree'];

/** What people said of one statement. */
export interface StatementResult {
  readonly statement: string;
  /** Who answered it: agree, neither or disagree. "Does not apply" and blanks are left out. */
  readonly answered: number;
  readonly agree: number;
  /** To one decimal; absent below five answers. */
  readonly percentAgree?: number;
  readonly mark: 'met' | 'below' | 'too few';
}

/**
 * Counts statements while answers stream by. One asked of carers in words of its own (`d03-carer`) counts with the
 * one it says (`d03`). Agreeing in either way of `d16` (improved, or stable) is agreeing (domain.md U13).
 */
export function tallyStatements(statements: readonly string[]): {
  add(answers: Answers): void;
  results(): readonly StatementResult[];
} {
  const sums = new Map(statements.map((id) => [baseOf(id), { answered: 0, agree: 0 }]));
  return {
    add(answers) {
      for (const id of statements) {
        const answer = answers[id];
        const sum = sums.get(baseOf(id));
        if (!sum || typeof answer !== 'string' || !COUNTS.includes(answer)) continue;
        sum.answered += 1;
        if (answer === 'agree') sum.agree += 1;
      }
    },
    results: () => [...sums].map(([statement, sum]) => ({ statement, ...sum, ...markOf(sum.answered, sum.agree) })),
  };
}

/** The mean of the statements' percentages, over those that have enough answers. */
export function meanPercent(results: readonly StatementResult[]): number | undefined {
  const known = results.flatMap(({ percentAgree }) => percentAgree ?? []);
  return known.length === 0 ? undefined : oneDecimal(known.reduce((sum, percent) => sum + percent, 0) / known.length);
}

function markOf(answered: number, agree: number): Pick<StatementResult, 'mark' | 'percentAgree'> {
  if (answered < FEWEST) return { mark: 'too few' };
  const isMet = agree * 100 >= answered * WANTED_PERCENT;
  return { percentAgree: oneDecimal((agree * 100) / answered), mark: isMet ? 'met' : 'below' };
}

const baseOf = (statement: string) => statement.replace(/-carer$/, '');

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
