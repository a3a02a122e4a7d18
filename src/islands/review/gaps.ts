import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import type { PartOfDay } from '#core/sessions/wall-time.ts';
import { countsByAudience, PARTS, type Placed, spreadGrid } from '#core/timetable/spread.ts';
import { WEEKDAYS, weekdayInWords } from '#i18n/dates.ts';
import { DayGrid } from './day-grid.ts';
import { Grid } from './grid.ts';
import { Overdue } from './overdue.ts';
import { areaName, placedGroups, type ReviewDesk, sayReview } from './review-desk.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** A coordinator's page: where, when and for whom groups are missing, and which nobody has confirmed (E30, E78). */
export function Gaps({ at }: { readonly at: ReviewDesk }): ComponentChild {
  const { desk, sayer, names } = at;
  const [audience, chooseAudience] = useState('');
  const [part, choosePart] = useState('');
  const all = placedGroups(desk);
  const programmes = new Set(all.map(({ programme }) => programme));
  const areas = names.areas.filter(
    ({ id, programme }) => programmes.has(programme) || all.some(({ area }) => area === id),
  );
  const [area, chooseArea] = useState(areas[0]?.id ?? '');
  const groups = audience === '' ? all : all.filter((group) => group.audience.includes(audience));
  const ids = areas.map(({ id }) => id);
  return h(
    Fragment,
    null,
    h(Choice, {
      id: 'gaps-audience',
      label: sayReview(sayer, 'gaps.audience'),
      options: [['', sayReview(sayer, 'gaps.anyAudience')], ...names.audiences],
      value: audience,
      onChosen: chooseAudience,
    }),
    h(Choice, {
      id: 'gaps-part',
      label: sayReview(sayer, 'gaps.part'),
      options: [
        ['', sayReview(sayer, 'gaps.anyPart')],
        ...PARTS.map((one) => [one, sayReview(sayer, `part.${one}`)] as const),
      ],
      value: part,
      onChosen: choosePart,
    }),
    h(AreaDays, { at, groups, areas: ids, parts: PARTS.filter((one) => part === '' || one === part) }),
    h(Choice, {
      id: 'gaps-area',
      label: sayReview(sayer, 'gaps.area'),
      options: areas.map(({ id, name }) => [id, name] as const),
      value: area,
      onChosen: chooseArea,
    }),
    area !== '' && h(DayGrid, { at, groups, area }),
    h(ByAudience, { at, groups: all, areas: ids }),
    h(Overdue, { at }),
  );
}

interface TableProps {
  readonly at: ReviewDesk;
  readonly groups: readonly Placed[];
  readonly areas: readonly string[];
}

/** Areas by days: how many groups meet, and "None" where nobody does. */
function AreaDays({
  at: { sayer, names },
  groups,
  areas,
  parts,
}: TableProps & { readonly parts: readonly PartOfDay[] }): ComponentChild {
  const grid = spreadGrid(groups, areas);
  const count = (area: string, weekday: number) =>
    new Set(
      grid
        .filter((cell) => cell.area === area && cell.weekday === weekday && parts.includes(cell.part))
        .flatMap((cell) => cell.groups.map(({ id }) => id)),
    ).size;
  return h(Grid, {
    id: 'area-days',
    caption: sayReview(sayer, 'gaps.areaDays'),
    corner: sayReview(sayer, 'gaps.areaHead'),
    columns: WEEK.map((weekday) => weekdayInWords(WEEKDAYS[weekday] ?? 'mon', sayer.lang)),
    rows: areas.map((area) => ({
      name: areaName(names, area),
      cells: WEEK.map((weekday) => countCell(count(area, weekday), sayer)),
    })),
  });
}

/** Areas by audiences: how evenly groups are spread (E78). */
function ByAudience({ at: { sayer, names }, groups, areas }: TableProps): ComponentChild {
  const counts = countsByAudience(groups);
  return h(Grid, {
    id: 'area-audiences',
    caption: sayReview(sayer, 'gaps.byAudience'),
    corner: sayReview(sayer, 'gaps.audienceHead'),
    columns: areas.map((area) => areaName(names, area)),
    rows: names.audiences.map(([id, name]) => ({
      name,
      cells: areas.map((area) => countCell(counts.get(area)?.get(id) ?? 0, sayer)),
    })),
  });
}

function countCell(count: number, sayer: ReviewDesk['sayer']) {
  return { isGap: count === 0, content: count === 0 ? sayReview(sayer, 'gaps.none') : String(count) };
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly onChosen: (value: string) => void;
}

function Choice({ id, label, options, value, onChosen }: ChoiceProps): ComponentChild {
  return h('div', { class: 'question' }, [
    h('label', { class: 'question__label', for: id }, label),
    h(
      'select',
      {
        id,
        class: 'input',
        value,
        onChange: (event: Event) => onChosen((event.currentTarget as HTMLSelectElement).value),
      },
      options.map(([one, text]) => h('option', { value: one, selected: one === value }, text)),
    ),
  ]);
}
