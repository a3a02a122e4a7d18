import { type ComponentChild, h } from 'preact';
import { readTarget, type TimetableChange } from '#core/timetable/change.ts';
import { type ReviewDesk, sayReview } from './review-desk.ts';
import { sidesOf } from './sides.ts';

interface SidesProps {
  readonly change: TimetableChange;
  readonly at: ReviewDesk;
  /** The id of what the table is called by. */
  readonly labelledBy: string;
}

/** What residents read now beside what they would read (E26, G39). Narrow screens scroll the table by itself. */
export function ChangeSides({ change, at, labelledBy }: SidesProps): ComponentChild {
  const { sayer } = at;
  const read = readTarget(change.target);
  const lang =
    read?.kind === 'words' ? read.language : read?.kind === 'new' ? String(change.set['language']) : undefined;
  const side = (lines: readonly string[], name: 'before' | 'after') =>
    h(
      'td',
      { 'data-side': name },
      lines.length === 0
        ? h('span', { class: 'review-nothing' }, sayReview(sayer, 'nothing'))
        : lines.map((line) => h('p', { lang: lang === at.desk.sayer.lang ? undefined : lang, dir: 'auto' }, line)),
    );
  return h(
    'div',
    { class: 'scroll', role: 'region', 'aria-labelledby': labelledBy, tabIndex: 0 },
    h('table', { class: 'review-sides', 'aria-labelledby': labelledBy }, [
      h('thead', null, [
        h('tr', null, [
          h('th', { scope: 'col' }, sayReview(sayer, 'side.what')),
          h('th', { scope: 'col' }, sayReview(sayer, 'side.before')),
          h('th', { scope: 'col' }, sayReview(sayer, 'side.after')),
        ]),
      ]),
      h(
        'tbody',
        null,
        sidesOf(change, at).map(({ label, before, after }) =>
          h('tr', { key: label }, [h('th', { scope: 'row' }, label), side(before, 'before'), side(after, 'after')]),
        ),
      ),
    ]),
  );
}
