import { isSwitchedOff } from './checkers/page-data.ts';
import { readCheckers } from './checkers/read-checkers.ts';
import { KINDS } from './collections/kinds.ts';
import { idsOf, thingIn } from './directory.ts';
import { oncePer } from './once.ts';
import { programmeIds, programmeIn, serviceIds, serviceIn, siteContent } from './queries.ts';

const WITH_PAGES = ['areas', 'organisations', 'places', 'groups', 'courses', 'events', 'opportunities'] as const;

const once = oncePer<ReadonlySet<string>>();

/** The pages, without their language, of what is switched off (F-15): no list leads to them, and no search engine is told. */
export function switchedOffPaths(): ReadonlySet<string> {
  return once(siteContent(), 'switched off', () => {
    const off = (folder: string, ids: readonly string[], standingOf: (id: string) => string) =>
      ids.filter((id) => standingOf(id) === 'off').map((id) => `/${folder}/${id}/`);
    return new Set([
      ...off('programmes', programmeIds(), (id) => programmeIn('en', id).standing),
      ...off('services', serviceIds(), (id) => serviceIn('en', id).standing),
      ...WITH_PAGES.flatMap((kind) => off(KINDS[kind].folder, idsOf(kind), (id) => thingIn(kind, 'en', id).standing)),
      ...readCheckers()
        .filter(({ definition }) => isSwitchedOff(definition))
        .map(({ definition }) => `/check/${definition.id}/`),
    ]);
  });
}
