import { readFileSync } from 'node:fs';
import { expandRule } from '#core/sessions/expand-rule.ts';
import type { Session } from '#core/sessions/session.ts';
import { addDays, type Day } from '#core/sessions/wall-time.ts';
import { valuesOf } from '#core/timetable/apply.ts';
import type { ChangeId } from '#core/timetable/change.ts';
import { groupNow, PAUSED } from '#core/timetable/group-now.ts';
import { parseDocument } from '#core/timetable/parse-change.ts';
import { changesByGroup, type GroupChanges } from '#core/timetable/published.ts';
import { wordsFor } from '#i18n/site-words.ts';
import type { Group, GroupText } from '../collections/group.ts';
import type { Described } from '../read-content.ts';
import { today } from '../today.ts';
import { newGroups } from './new-groups.ts';
import { toCoreSession, toWritten } from './written-session.ts';

export type WrittenGroup = Described<Group, GroupText>;

/** Far enough for everything that a page says of a date. */
const DAYS_AHEAD = 56;

let read: ReadonlyMap<string, GroupChanges> | undefined;

/** What organisers published since the content was written, by group: the file that WAYIN_CHANGES names. */
export function publishedChanges(): ReadonlyMap<string, GroupChanges> {
  read ??= changesByGroup(readDocuments(process.env.WAYIN_CHANGES));
  return read;
}

function readDocuments(file: string | undefined) {
  if (!file) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const parsed = parseDocument(JSON.parse(line));
    if (parsed.ok) return parsed.value;
    throw new Error(`${file}: a document is none of a timetable (${parsed.problem}).`);
  });
}

/** The changes that this build holds already: the news need not tell them again. */
export function bakedChanges(): readonly ChangeId[] {
  return [...publishedChanges().values()].flatMap(({ publishedOn }) => [...publishedOn.keys()]).sort();
}

const written = new WeakMap<Group, Group>();

/** A group's facts as the content has them, without what organisers changed. */
export function asWritten(facts: Group): Group {
  return written.get(facts) ?? facts;
}

/** The groups with everything in them that was published, new groups too. */
export function withPublished(groups: readonly WrittenGroup[]): readonly WrittenGroup[] {
  const changes = publishedChanges();
  if (changes.size === 0) return groups;
  const known = groups.map((group) => {
    const own = changes.get(group.facts.id);
    return own ? withChanges(group, own) : group;
  });
  const started = newGroups(changes, groups, today()).map((group) => {
    const own = changes.get(group.facts.id);
    return own ? withChanges(group, own) : group;
  });
  return [...known, ...started];
}

function withChanges(group: WrittenGroup, changes: GroupChanges): WrittenGroup {
  const { facts, text } = group;
  const days = { today: today(), last: addDays(today(), DAYS_AHEAD - 1), expand: expandRule };
  const now = groupNow({ ...facts, sessions: facts.sessions.map((one) => toCoreSession(one)) }, changes, days);
  const { newPeople, bringSomeone } = valuesOf(now.folded, 'group');
  const changed: Group = {
    ...facts,
    groupStatus: now.groupStatus,
    cost: now.cost,
    lastConfirmed: now.lastConfirmed,
    nextReviewDue: now.nextReviewDue,
    sequence: now.sequence,
    lastChecked: laterOf(facts.lastChecked, now.lastConfirmed),
    ...(newPeople === undefined ? {} : { newPeople: newPeople as Group['newPeople'] }),
    ...(bringSomeone === undefined ? {} : { bringSomeone: bringSomeone as Group['bringSomeone'] }),
    sessions: now.sessions.map((session: Session) => toWritten(session)),
  };
  written.set(changed, facts);
  const words = Object.entries(text).map(([lang, own]) => [
    lang,
    {
      ...own,
      ...valuesOf(now.folded, `words:${lang}`),
      notes: { ...own.notes, ...now.notes, [PAUSED]: wordsFor(lang).t('timetable:group.status.paused.title') },
    },
  ]);
  return { ...group, facts: changed, text: Object.fromEntries(words) };
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}
