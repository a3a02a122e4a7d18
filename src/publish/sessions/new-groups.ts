import { addDays, type Day } from '#core/sessions/wall-time.ts';
import { valuesOf } from '#core/timetable/apply.ts';
import { fold } from '#core/timetable/fold.ts';
import type { GroupChanges } from '#core/timetable/published.ts';
import type { Cost } from '../collections/cost.ts';
import { type Group, group } from '../collections/group.ts';
import type { WrittenGroup } from './baked.ts';

/** How long what somebody said of their new group counts. */
const REVIEW_DAYS = 90;

/** What an editor published of a new group. */
interface Started {
  readonly language: string;
  readonly cost: Cost;
  readonly name: string;
  readonly oneLine: string;
  readonly whoFor: readonly string[];
  readonly firstTime: readonly string[];
  readonly access: readonly string[];
  readonly costFor?: string;
  readonly sessions: readonly { readonly rule?: string; readonly place?: string; readonly [field: string]: unknown }[];
  readonly [fact: string]: unknown;
}

/** Groups that organisers started and an editor published. What nobody asked them stands as "ask". */
export function newGroups(
  changes: ReadonlyMap<string, GroupChanges>,
  known: readonly WrittenGroup[],
  today: Day,
): readonly WrittenGroup[] {
  const ids = new Set(known.map(({ facts }) => facts.id));
  return [...changes]
    .filter(([id]) => !ids.has(id))
    .flatMap(([id, { changes: all, publishedOn }]) => {
      const values = valuesOf(
        fold(all, ({ _id }) => publishedOn.has(_id)),
        'new',
      );
      const day = [...publishedOn.values()].sort()[0] ?? today;
      return 'name' in values ? [toGroup(id, values as unknown as Started, day)] : [];
    });
}

function toGroup(id: string, started: Started, day: Day): WrittenGroup {
  const { language, name, oneLine, whoFor, firstTime, access, costFor, sessions, topics, ...facts } = started;
  const given = {
    groupStatus: 'active',
    ageFrom: null,
    ageTo: null,
    carersWelcome: 'ask',
    newPeople: 'contact-first',
    bsl: 'ask',
    bringSomeone: 'ask',
    onBankHolidays: 'unknown',
    lastConfirmed: day,
    nextReviewDue: addDays(day, REVIEW_DAYS),
    sequence: 0,
    status: 'open',
    validFrom: null,
    validTo: null,
    lastChecked: day,
    source: 'The people who run it',
    ...facts,
    id,
    topics: Array.isArray(topics) && topics.length > 0 ? topics : ['friends-and-community'],
    sessions: sessions.map(({ rule = null, place = null, ...session }) => ({
      ...session,
      rule,
      place,
      exceptions: [],
    })),
  };
  const read = group.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`A new group, ${id}: ${issue?.path.join('.')}\n  ${issue?.message}`);
  }
  const words = { name, oneLine, whoFor, firstTime, access, notes: {}, ...(costFor === undefined ? {} : { costFor }) };
  // English stands in for every language that has no words of its own: without it there would be no page at all.
  const text = { en: words, [language]: words } as unknown as WrittenGroup['text'];
  return { folder: `content/groups/${id}`, facts: read.data as Group, text };
}
