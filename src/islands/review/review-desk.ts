import type { TimetableBase } from '#core/timetable/base.ts';
import type { Placed } from '#core/timetable/spread.ts';
import type { Key } from '#i18n/key.ts';
import type { Sayer } from '#i18n/words.ts';
import type { Desk } from '../organiser/desk.ts';
import { groupView, nameOf } from '../organiser/group-view.ts';

type Named = readonly (readonly [id: string, name: string])[];

/** What is chosen from, in the language of the page, in the order in which it is shown. */
export interface Names {
  readonly areas: readonly { readonly id: string; readonly name: string; readonly programme: string }[];
  readonly audiences: Named;
  readonly kinds: Named;
  readonly programmes: Named;
}

/** Everything that an editor's or coordinator's page works with. */
export interface ReviewDesk {
  readonly desk: Desk;
  /** Says the words of these pages. */
  readonly sayer: Sayer;
  readonly names: Names;
}

/** A text of the pages of editors and coordinators. */
export function sayReview({ t }: Sayer, name: string, params?: { readonly [blank: string]: string | number }): string {
  return t(`review:${name}` as Key, params);
}

/** The name of a thing in a list; its id where it has none. */
export function nameIn(named: Named, id: string): string {
  return named.find(([one]) => one === id)?.[1] ?? id;
}

export function areaName({ areas }: Names, id: string): string {
  return areas.find((area) => area.id === id)?.name ?? id;
}

/** A group's name, with the language it is in: also of a group that is only a change so far. */
export function groupName(
  { base, copy, now, sayer }: Desk,
  id: string,
): { readonly name: string; readonly lang: string } {
  const view = groupView(id, base, copy, now.slice(0, 10));
  if (view) return nameOf(view, sayer.lang);
  const made = copy.changes.find(({ group, target }) => group === id && target === 'new');
  return { name: String(made?.set['name'] ?? id), lang: String(made?.set['language'] ?? 'en') };
}

/** Every group that has not closed, where and when it meets by now. */
export function placedGroups({
  base,
  copy,
  now,
  sayer,
}: Desk): readonly (Placed & Pick<TimetableBase['groups'][string], 'programme'>)[] {
  return Object.keys(base.groups).flatMap((id) => {
    const view = groupView(id, base, copy, now.slice(0, 10));
    if (!view || view.now.groupStatus === 'closed') return [];
    const { area, kind, audience, programme } = view.base;
    const { name } = nameOf(view, sayer.lang);
    return [{ id, area, kind, audience, programme, name, sessions: view.now.sessions }];
  });
}
