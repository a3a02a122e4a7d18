import { unreachable } from '../unreachable.ts';
import { type Answer, type Answers, type Comparison, type Criterion, PERHAPS_MORE } from './criterion.ts';

/** `unknown` means that an answer is still missing. Silence never counts as a "no". */
export type Truth = 'yes' | 'no' | 'unknown';

/** Whether the answers meet the criterion (Kleene's three values). */
export function judge(criterion: Criterion, answers: Answers): Truth {
  if ('all' in criterion) return every(criterion.all.map((part) => judge(part, answers)));
  if ('any' in criterion) return opposite(every(criterion.any.map((part) => opposite(judge(part, answers)))));
  if ('not' in criterion) return opposite(judge(criterion.not, answers));

  const answer = answers[criterion.question];
  if (answer === undefined || answer === '') return 'unknown';
  return compare(criterion, answer);
}

/** The truth of "all of these". */
function every(parts: readonly Truth[]): Truth {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** The truth of "not this": what is not known stays so. */
export function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}

const truth = (met: boolean): Truth => (met ? 'yes' : 'no');

function compare(criterion: Comparison, answer: Answer): Truth {
  if ('answered' in criterion) return 'yes';
  if ('is' in criterion) return truth(answer === criterion.is);
  if ('isOneOf' in criterion) return truth(typeof answer === 'string' && criterion.isOneOf.includes(answer));
  if ('has' in criterion) return compareList(answer, [criterion.has]);
  if ('hasAnyOf' in criterion) return compareList(answer, criterion.hasAnyOf);
  if ('countAtLeast' in criterion) return compareCount(answer, criterion.countAtLeast);
  if ('countAtMost' in criterion) return opposite(compareCount(answer, criterion.countAtMost + 1));
  if ('onOrAfter' in criterion) return truth(String(answer) >= criterion.onOrAfter);
  if ('before' in criterion) return truth(String(answer) < criterion.before);

  const number = Number(answer);
  if ('atLeast' in criterion) return truth(number >= criterion.atLeast);
  if ('atMost' in criterion) return truth(number <= criterion.atMost);
  if ('moreThan' in criterion) return truth(number > criterion.moreThan);
  if ('lessThan' in criterion) return truth(number < criterion.lessThan);
  return unreachable(criterion);
}

const ticksOf = (answer: Answer) => (typeof answer === 'string' ? [answer] : answer);

function compareList(answer: Answer, wanted: readonly string[]): Truth {
  const ticked = ticksOf(answer);
  if (wanted.some((option) => ticked.includes(option))) return 'yes';
  return ticked.includes(PERHAPS_MORE) ? 'unknown' : 'no';
}

function compareCount(answer: Answer, least: number): Truth {
  const ticked = ticksOf(answer);
  if (ticked.filter((option) => option !== PERHAPS_MORE).length >= least) return 'yes';
  return ticked.includes(PERHAPS_MORE) ? 'unknown' : 'no';
}
