import type { Term } from '#core/directory/oruk/listing.ts';
import { AUDIENCES, GROUP_KINDS } from '../collections/group.ts';
import { supportAreasIn, topicsIn } from '../directory.ts';
import { uuidOf } from './ids.ts';

/** A list of terms that services are filed under. */
export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly terms: readonly Term[];
}

const LANGUAGE = 'en';

/** Topics, support areas (each below its topic), kinds of group, and whom a group is for. */
export function taxonomies(): readonly Taxonomy[] {
  return [
    taxonomy(
      'topics',
      'What people look for help with.',
      topicsIn(LANGUAGE).map(({ facts, text }) => ({
        id: termId('topics', facts.id),
        name: text.name,
        about: text.oneLine,
      })),
    ),
    taxonomy(
      'support-areas',
      'The areas in which families were supported in Leicestershire.',
      supportAreasIn(LANGUAGE).map(({ facts, text }) => ({
        id: termId('support-areas', facts.id),
        name: text.name,
        about: text.oneLine,
        ...(facts.topics[0] === undefined ? {} : { parent: termId('topics', facts.topics[0]) }),
      })),
    ),
    taxonomy('kinds', 'What kind of thing it is.', [...KINDS, ...GROUP_KINDS].map(codeTerm('kinds'))),
    taxonomy('audiences', 'Whom it is for, where it is not for everybody.', AUDIENCES.map(codeTerm('audiences'))),
  ];
}

const KINDS = ['service', 'group', 'course', 'event', 'example'] as const;

/** Terms by taxonomy and our own name for them, to file listings under. */
export function termsByName(lists: readonly Taxonomy[]): (taxonomy: string, ids: readonly string[]) => readonly Term[] {
  const terms = new Map(lists.flatMap(({ terms }) => terms.map((term) => [term.id, term] as const)));
  return (taxonomy, ids) => ids.flatMap((id) => terms.get(termId(taxonomy, id)) ?? []);
}

const termId = (taxonomy: string, id: string) => uuidOf(`term/${taxonomy}/${id}`);

const codeTerm = (taxonomy: string) => (code: string) => ({
  id: termId(taxonomy, code),
  name: code.replaceAll('-', ' '),
});

function taxonomy(id: string, about: string, terms: readonly Omit<Term, 'taxonomy'>[]): Taxonomy {
  return { id: uuidOf(`taxonomy/${id}`), name: id, about, terms: terms.map((term) => ({ ...term, taxonomy: id })) };
}
