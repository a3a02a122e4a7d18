import { wordsFor } from '#i18n/site-words.ts';
import { AUDIENCES, GROUP_KINDS } from '../collections/group.ts';
import { areasIn } from '../directory.ts';
import { programmesIn } from '../queries.ts';

type Named = readonly (readonly [id: string, name: string])[];

/** What editors and coordinators read and choose from, in the order in which it is shown. */
export interface ReviewNames {
  readonly areas: readonly { readonly id: string; readonly name: string; readonly programme: string }[];
  readonly audiences: Named;
  readonly kinds: Named;
  readonly programmes: Named;
}

/** The names of areas, audiences, kinds of groups and programmes in a language. */
export function reviewNames(lang: string): ReviewNames {
  const { t } = wordsFor(lang);
  const areas = [...areasIn(lang)].sort((a, b) => a.facts.order - b.facts.order);
  return {
    areas: areas.map(({ facts: { id, programme }, text: { name } }) => ({ id, name, programme })),
    audiences: AUDIENCES.map((id) => [id, t(`directory:values.for.${id}`)]),
    kinds: GROUP_KINDS.map((id) => [id, t(`timetable:group.kind.${id}`)]),
    programmes: programmesIn(lang).map(({ facts: { id }, text: { name } }) => [id, name]),
  };
}
