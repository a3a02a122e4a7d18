import type { AreaIn, PlaceIn } from '../directory.ts';
import { areasIn, placesIn } from '../directory.ts';

/** All areas of some programmes: what serves a whole borough serves each of its neighbourhoods. */
export function areasOfProgrammes(lang: string, programmes: readonly string[]): readonly string[] {
  return areasIn(lang)
    .filter(({ facts }) => [facts.programme, ...facts.alsoServedBy].some((programme) => programmes.includes(programme)))
    .map(({ facts }) => facts.id);
}

/** An area, and the borough or city around it. */
export function areaAndAround(lang: string, id: string): readonly string[] {
  const area = areasIn(lang).find(({ facts }) => facts.id === id);
  if (area?.facts.kind !== 'neighbourhood') return [id];
  const isAround = ({ facts }: AreaIn) => facts.kind !== 'neighbourhood' && facts.programme === area.facts.programme;
  return [
    id,
    ...areasIn(lang)
      .filter(isAround)
      .map(({ facts }) => facts.id),
  ];
}

/** What a building offers, as choices: only what is known to be there. */
export function accessOf({ facts }: PlaceIn): readonly string[] {
  return [
    ...(facts.stepFree === 'yes' ? ['step-free'] : []),
    ...(facts.accessibleToilet === 'yes' ? ['toilet'] : []),
    ...(facts.hearingLoop === 'yes' ? ['hearing-loop'] : []),
    ...(facts.quietSpace === 'yes' ? ['quiet'] : []),
    ...(facts.busRoutes.length > 0 ? ['bus'] : []),
  ];
}

/** What all the places of a thing offer: one of two buildings without steps would not do. */
export function accessOfAll(lang: string, ids: readonly (string | undefined)[]): readonly string[] {
  const known = new Set(ids.filter((id) => id !== undefined));
  const places = placesIn(lang).filter(({ facts }) => known.has(facts.id));
  const [first, ...others] = places.map(accessOf);
  if (!first || places.length < known.size) return [];
  return first.filter((value) => others.every((other) => other.includes(value)));
}

/** A council serves its own area; any other organisation all areas of its programmes. */
export function areasOfOrganisation(lang: string, id: string, programmes: readonly string[]): readonly string[] {
  const own = areasIn(lang).find(({ facts }) => councilOf(facts.id) === id);
  if (!own) return areasOfProgrammes(lang, programmes);
  const within = areasIn(lang).filter(
    ({ facts }) =>
      facts.kind === 'neighbourhood' && facts.programme === own.facts.programme && own.facts.kind === 'borough',
  );
  return [own, ...within].map(({ facts }) => facts.id);
}

/** The id of an area's council, by the way the content names councils. */
export function councilOf(area: string): string {
  return `${area}-council`;
}
