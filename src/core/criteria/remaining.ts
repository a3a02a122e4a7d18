import type { Answers, Criterion } from './criterion.ts';
import { judge, opposite } from './judge.ts';

/** What a criterion still depends on: `yes` or `no` when it is settled, else its open part. */
export type Remaining = 'yes' | 'no' | Criterion;

/** The criterion with all that is known taken out. Only its open comparisons are left. */
export function remaining(criterion: Criterion, answers: Answers): Remaining {
  if ('all' in criterion) {
    const open = openParts(criterion.all, answers, 'no');
    return typeof open === 'string' ? open : { all: open };
  }
  if ('any' in criterion) {
    const open = openParts(criterion.any, answers, 'yes');
    return typeof open === 'string' ? open : { any: open };
  }
  if ('not' in criterion) {
    const rest = remaining(criterion.not, answers);
    return typeof rest === 'string' ? (opposite(rest) as 'yes' | 'no') : { not: rest };
  }
  const truth = judge(criterion, answers);
  return truth === 'unknown' ? criterion : truth;
}

/** Of an "all" one "no" settles it, of an "any" one "yes"; parts with the other truth decide nothing. */
function openParts(
  parts: readonly Criterion[],
  answers: Answers,
  settles: 'yes' | 'no',
): 'yes' | 'no' | readonly Criterion[] {
  const open: Criterion[] = [];
  for (const part of parts) {
    const rest = remaining(part, answers);
    if (rest === settles) return settles;
    if (typeof rest !== 'string') open.push(rest);
  }
  return open.length > 0 ? open : (opposite(settles) as 'yes' | 'no');
}
