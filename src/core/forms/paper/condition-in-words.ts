import type { Comparison, Criterion } from '../../criteria/criterion.ts';
import { unreachable } from '../../unreachable.ts';
import type { Question } from '../definition.ts';

/** What the sentence is made of: the words of a language, and those of the form. */
export interface ConditionWording {
  /** A phrase by its key: `ticked`, `lessThan`, `oneOfThese` … */
  readonly say: (phrase: string, blanks?: { readonly [name: string]: string | number }) => string;
  /** "a, b or c" and "a, b and c", as the language joins them. */
  readonly listed: (parts: readonly string[], by: 'or' | 'and') => string;
  /** Which question is meant, so that it is found: "question 12 (“Where do you live?”)". */
  readonly asked: (question: string) => string;
  /** The words of an option, in quotation marks. */
  readonly quoted: (question: string, option: string) => string;
  readonly number: (value: number, question: string) => string;
  readonly date: (iso: string) => string;
  readonly kindOf: (question: string) => Question | undefined;
}

/**
 * A criterion as the rest of a sentence that began with "if": "you ticked “Yes” in question 4".
 * "Not" is moved inwards first, and options of one question are named together: who reads on paper cannot be asked back.
 */
export function conditionInWords(criterion: Criterion, wording: ConditionWording): string {
  return inWords(toPlain(criterion, true), wording, 0);
}

/** A comparison, or its contrary; several of them, flat. */
type Plain =
  | { readonly all: readonly Plain[] }
  | { readonly any: readonly Plain[] }
  | { readonly ticked: readonly string[]; readonly question: string; readonly holds: boolean }
  | { readonly comparison: Exclude<Comparison, Ticking>; readonly holds: boolean };

type Ticking = Extract<Comparison, { is: string } | { isOneOf: unknown } | { has: string } | { hasAnyOf: unknown }>;

function toPlain(criterion: Criterion, holds: boolean): Plain {
  if ('not' in criterion) return toPlain(criterion.not, !holds);
  if ('all' in criterion || 'any' in criterion) {
    const isAll = 'all' in criterion;
    const parts = (isAll ? criterion.all : criterion.any).map((part) => toPlain(part, holds));
    return joined(parts, isAll === holds ? 'all' : 'any');
  }
  const { question } = criterion;
  if ('is' in criterion) return { question, ticked: [criterion.is], holds };
  if ('isOneOf' in criterion) return { question, ticked: criterion.isOneOf, holds };
  if ('has' in criterion) return { question, ticked: [criterion.has], holds };
  if ('hasAnyOf' in criterion) return { question, ticked: criterion.hasAnyOf, holds };
  return { comparison: criterion, holds };
}

/** Parts of the same sort become one; so do "one of these options" of the same question, and "none of these". */
function joined(parts: readonly Plain[], by: 'all' | 'any'): Plain {
  const merged: Plain[] = [];
  for (const part of parts.flatMap((one) => inside(one, by))) {
    const at = merged.findIndex(
      (other) =>
        'ticked' in part &&
        'ticked' in other &&
        other.question === part.question &&
        other.holds === part.holds &&
        part.holds === (by === 'any'),
    );
    const other = merged[at];
    if (other && 'ticked' in other && 'ticked' in part) {
      merged[at] = { ...other, ticked: [...new Set([...other.ticked, ...part.ticked])] };
    } else merged.push(part);
  }
  const [only, ...others] = merged;
  if (only && others.length === 0) return only;
  return by === 'all' ? { all: merged } : { any: merged };
}

function inside(plain: Plain, by: 'all' | 'any'): readonly Plain[] {
  if (by === 'all' && 'all' in plain) return plain.all;
  return by === 'any' && 'any' in plain ? plain.any : [plain];
}

const MOST_IN_A_ROW = 2;

function inWords(plain: Plain, wording: ConditionWording, depth: number): string {
  if (!('all' in plain || 'any' in plain))
    return 'ticked' in plain ? tickedInWords(plain, wording) : compared(plain, wording);
  const isAll = 'all' in plain;
  const parts = isAll ? plain.all : plain.any;
  const said = parts.map((part) => inWords(part, wording, depth + 1));
  const isSimple = parts.length <= MOST_IN_A_ROW && parts.every((part) => !('all' in part || 'any' in part));
  if (depth === 0 && !isSimple) {
    const numbered = said.map((part, place) => wording.say('part', { number: place + 1, part }));
    return wording.say(isAll ? 'allOfThese' : 'oneOfThese', {
      parts: numbered.reduce((first, second) => wording.say('twoParts', { first, second })),
    });
  }
  const row = wording.listed(said, isAll ? 'and' : 'or');
  return depth > 1 ? `(${row})` : row;
}

const FEW = 2;

function tickedInWords(
  { question, ticked, holds }: Extract<Plain, { ticked: unknown }>,
  wording: ConditionWording,
): string {
  const { say, listed, asked, quoted } = wording;
  const kind = wording.kindOf(question);
  const about = { question: asked(question) };
  if (kind?.kind === 'tick') return say(holds ? 'tickedBox' : 'notTickedBox', about);
  const named = (options: readonly string[]) =>
    listed(
      options.map((option) => quoted(question, option)),
      'or',
    );
  if (!kind || !('options' in kind)) {
    return say(holds ? 'wrote' : 'notWrote', { ...about, options: named(ticked) });
  }
  const others = kind.options.filter((option) => !ticked.includes(option));
  // Of eight options, "anything but two" is read faster than six of them.
  if (holds && others.length > 0 && others.length <= FEW && ticked.length > others.length + 1) {
    return say('tickedOther', { ...about, options: named(others) });
  }
  return say(holds ? 'ticked' : 'notTicked', { ...about, options: named(ticked) });
}

function compared({ comparison, holds }: Extract<Plain, { comparison: unknown }>, wording: ConditionWording): string {
  const { say, asked, number, date } = wording;
  const about = { question: asked(comparison.question) };
  const compare = (phrase: string, value: number) =>
    say(phrase, { ...about, number: number(value, comparison.question) });
  const count = (atLeast: boolean, value: number) => {
    if (!atLeast && value === 0) return say('noneTicked', about);
    return say(atLeast ? 'countAtLeast' : 'countAtMost', { ...about, number: value });
  };
  if ('answered' in comparison) return say(holds ? 'answered' : 'notAnswered', about);
  if ('atLeast' in comparison) return compare(holds ? 'atLeast' : 'lessThan', comparison.atLeast);
  if ('atMost' in comparison) return compare(holds ? 'atMost' : 'moreThan', comparison.atMost);
  if ('moreThan' in comparison) return compare(holds ? 'moreThan' : 'atMost', comparison.moreThan);
  if ('lessThan' in comparison) return compare(holds ? 'lessThan' : 'atLeast', comparison.lessThan);
  if ('countAtLeast' in comparison) return count(holds, holds ? comparison.countAtLeast : comparison.countAtLeast - 1);
  if ('countAtMost' in comparison) return count(!holds, holds ? comparison.countAtMost : comparison.countAtMost + 1);
  if ('onOrAfter' in comparison)
    return say(holds ? 'onOrAfter' : 'before', { ...about, date: date(comparison.onOrAfter) });
  if ('before' in comparison) return say(holds ? 'before' : 'onOrAfter', { ...about, date: date(comparison.before) });
  return unreachable(comparison);
}
