import type { QuestionKind } from '../definition.ts';
import type { Groups } from './find.ts';
import type { Known } from './known.ts';
import { own } from './own.ts';

/** A question that forms share: its id means the same in each of them (F-18). */
export interface SharedId {
  readonly id: string;
  readonly kind: QuestionKind;
  /** The group that asks it, in `forms/shared`. */
  readonly group: string;
}

/** The questions of the shared groups, to offer before a new one is made. */
export function sharedIds(groups: Groups): readonly SharedId[] {
  return [...groups].flatMap(([group, { pages }]) =>
    pages.flatMap(({ questions }) => questions.map(({ id, kind }) => ({ id, kind, group }))),
  );
}

/** The shared questions whose label says much the same as what an author is about to ask, the nearest first. */
export function sharedLike(label: string, { groups, groupTexts }: Known, language: string): readonly SharedId[] {
  const wanted = wordsOf(label);
  if (wanted.size === 0) return [];
  return sharedIds(groups)
    .map((one) => {
      const given = wordsOf(own(own(groupTexts[language], one.group)?.questions, one.id)?.label ?? one.id);
      const alike = [...wanted].filter((word) => given.has(word)).length;
      return { one, share: alike / Math.max(wanted.size, given.size, 1) };
    })
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share)
    .map(({ one }) => one);
}

const ENOUGH = 0.5;
/** Words of nearly every question. */
const COMMON = /^(a|an|the|is|are|do|does|you|your|we|us|what|which|how|can|to|of|for|in|on|or|and|would|like)$/;

function wordsOf(label: string): ReadonlySet<string> {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.test(word)));
}
