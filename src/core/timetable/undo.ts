import type { Fields, TimetableChange } from './change.ts';
import { fold } from './fold.ts';
import { beforeOf } from './order.ts';

/**
 * What to set to take a change back: what stood before it, as its author saw it, or the content's own.
 * It is written as a new change: what was undone stays in the history.
 */
export function undoOf(change: TimetableChange, changes: readonly TimetableChange[]): Fields {
  const before = fold(beforeOf(change, changes)).get(change.target);
  return Object.fromEntries(Object.keys(change.set).map((field) => [field, before?.get(field)?.[0].value ?? null]));
}
