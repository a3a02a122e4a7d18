import { type ComponentChild, h } from 'preact';
import { readTarget, type TimetableChange } from '#core/timetable/change.ts';
import { type ReviewDesk, sayReview } from './review-desk.ts';
import { sidesOf } from './sides.ts';
import { SidesTable } from './sides-table.ts';

interface SidesProps {
  readonly change: TimetableChange;
  readonly at: ReviewDesk;
  /** The id of what the table is called by. */
  readonly labelledBy: string;
}

/** What residents read now beside what they would read (E26, G39). */
export function ChangeSides({ change, at, labelledBy }: SidesProps): ComponentChild {
  const { sayer } = at;
  const read = readTarget(change.target);
  const lang =
    read?.kind === 'words' ? read.language : read?.kind === 'new' ? String(change.set['language']) : undefined;
  const side = (lines: readonly string[]) =>
    lines.length === 0
      ? h('span', { class: 'review-nothing' }, sayReview(sayer, 'nothing'))
      : lines.map((line) => h('p', { lang: lang === at.desk.sayer.lang ? undefined : lang, dir: 'auto' }, line));
  return h(SidesTable, {
    labelledBy,
    heads: {
      what: sayReview(sayer, 'side.what'),
      before: sayReview(sayer, 'side.before'),
      after: sayReview(sayer, 'side.after'),
    },
    rows: sidesOf(change, at).map(({ label, before, after }) => ({ label, before: side(before), after: side(after) })),
  });
}
