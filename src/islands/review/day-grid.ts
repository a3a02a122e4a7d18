import { type ComponentChild, h } from 'preact';
import { PARTS, type Placed, spreadGrid } from '#core/timetable/spread.ts';
import { WEEKDAYS, weekdayInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { Grid } from './grid.ts';
import { areaName, nameIn, type ReviewDesk, sayReview } from './review-desk.ts';

interface DayGridProps {
  readonly at: ReviewDesk;
  readonly groups: readonly Placed[];
  readonly area: string;
}

/** The week of one area: each day's parts with the groups that meet, gaps and overlaps in words (E30). */
export function DayGrid({ at: { sayer, names }, groups, area }: DayGridProps): ComponentChild {
  const cells = spreadGrid(groups, [area]);
  const columns = PARTS.map((part) => sayReview(sayer, `part.${part}`));
  const rows = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
    name: weekdayInWords(WEEKDAYS[weekday] ?? 'mon', sayer.lang),
    cells: PARTS.map((part) => {
      const here = cells.find((cell) => cell.weekday === weekday && cell.part === part)?.groups ?? [];
      if (here.length === 0) return { isGap: true, content: sayReview(sayer, 'gaps.none') };
      const shared = audiencesShared(here).map((id) => nameIn(names.audiences, id));
      return { isGap: false, content: [namesOf(here, sayer.lang), shared.length > 0 && overlap(shared, sayer)] };
    }),
  }));
  const caption = sayReview(sayer, 'gaps.week', { area: areaName(names, area) });
  return h(Grid, { id: 'area-week', caption, corner: sayReview(sayer, 'gaps.dayHead'), columns, rows });
}

function namesOf(here: readonly Placed[], lang: string): ComponentChild {
  return h(
    'ul',
    { class: 'plain-list' },
    here.map(({ id, name }) => h('li', { key: id }, h('a', { href: localPath(lang, `/groups/${id}/`) }, name))),
  );
}

function overlap(shared: readonly string[], sayer: ReviewDesk['sayer']): ComponentChild {
  return h('p', { class: 'small', 'data-overlap': true }, sayReview(sayer, 'gaps.overlap', { who: shared.join(', ') }));
}

/** Audiences for whom two groups meet at the same time. */
function audiencesShared(here: readonly Placed[]): readonly string[] {
  const all = here.flatMap(({ audience }) => audience);
  return [...new Set(all.filter((one, place) => all.indexOf(one) !== place))];
}
