import { expandRule } from '#core/sessions/expand-rule.ts';
import type { Session } from '#core/sessions/session.ts';
import { dayOf, type WallTime } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import { offeredLanguages } from '#i18n/site-words.ts';
import type { TextOf } from '../collections/kinds.ts';
import { type GroupIn, groupsIn, placesIn } from '../directory.ts';
import { siteContent } from '../queries.ts';
import type { SiteContent } from '../read-content.ts';
import { takesForms } from '../standing.ts';
import { holidays, shownDays } from './agenda.ts';
import { asWritten, bakedChanges } from './baked.ts';
import { sessionsOf } from './to-sessions.ts';
import { toCoreSession } from './written-session.ts';

/** What organisers' changes are changes to: every group as its content has it, and its usual dates as the pages know them. */
export function timetableBase(): TimetableBase {
  const { first, last } = shownDays();
  const address = process.env.WAYIN_ADDRESS;
  const content = siteContent();
  return {
    builtOn: first,
    lastDay: last,
    ...(address ? { address } : {}),
    groups: Object.fromEntries(groupsIn('en').map((group) => [group.facts.id, toBase(group, content)])),
    places: Object.fromEntries(
      placesIn('en').map(({ facts: { id, area, address: street } }) => [
        id,
        {
          names: namesOf(content, 'places', id, ({ name }) => name),
          area,
          ...(street === null ? {} : { address: street }),
        },
      ]),
    ),
    holidays: [...holidays()],
    changes: [...bakedChanges()],
  };
}

function toBase(group: GroupIn, content: SiteContent): TimetableBase['groups'][string] {
  const facts = asWritten(group.facts);
  const { programme, area, audience, kind, organiser, groupStatus, onBankHolidays, cost, sequence } = facts;
  const { validFrom, validTo, nextReviewDue, lastConfirmed, sessions, example = false, id } = facts;
  return {
    programme,
    area,
    audience: [...audience],
    kind,
    organiser,
    groupStatus,
    onBankHolidays,
    validFrom,
    validTo,
    nextReviewDue,
    lastConfirmed,
    cost,
    sequence,
    sessions: sessions.map((session) => toCoreSession(session)),
    isOpen: takesForms(group.standing),
    example,
    dates: Object.fromEntries(
      sessionsOf({ kind: 'group', thing: group }).map((session) => [session.id, usualDates(session)]),
    ),
    names: namesOf(content, 'groups', id, ({ name, oneLine, whoFor, firstTime, access, costFor, notes }) => ({
      name,
      oneLine,
      whoFor: [...whoFor],
      firstTime: [...firstTime],
      access: [...access],
      ...(costFor === undefined ? {} : { costFor }),
      notes,
    })),
  };
}

function usualDates({ rule, starts }: Session): WallTime[] {
  const { first, last } = shownDays();
  if (rule !== undefined) return [...expandRule(rule, starts, first, last)];
  return dayOf(starts) >= first && dayOf(starts) <= last ? [starts] : [];
}

/** A thing's words by language, in those languages in which it has some. */
function namesOf<Kind extends 'groups' | 'places', Words>(
  { directory }: SiteContent,
  kind: Kind,
  id: string,
  wordsOf: (text: TextOf<Kind>) => Words,
): Record<string, Words> {
  const text = directory[kind].find(({ facts }) => facts.id === id)?.text ?? {};
  const offered = offeredLanguages().map(({ code }) => code);
  return Object.fromEntries(
    Object.entries(text as { readonly [lang: string]: TextOf<Kind> })
      .filter(([lang]) => offered.includes(lang))
      .map(([lang, words]) => [lang, wordsOf(words)]),
  );
}
