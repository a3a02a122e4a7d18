import { join } from 'node:path';
import { expandRule } from '#core/sessions/expand-rule.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import type { Session } from '../collections/session.ts';
import type { SiteContent } from '../read-content.ts';
import type { Fault } from './fault.ts';

const FIRST_YEAR = '2000';
const LAST_YEAR = '2100';

/** Days that cannot be meant: outside this century, rules that have no dates, changes on days without a session. */
export function insaneDates({ programmes, services, directory }: SiteContent): readonly Fault[] {
  const standing = [...programmes, ...services, ...Object.values(directory).flat()];
  return [
    ...standing.flatMap(({ folder, facts }) => {
      const dated = facts as { readonly [field: string]: unknown };
      return ['validFrom', 'validTo', 'lastChecked', 'lastConfirmed', 'nextReviewDue', 'checkedDate']
        .filter((field) => typeof dated[field] === 'string')
        .filter((field) => String(dated[field]) < FIRST_YEAR || String(dated[field]) >= LAST_YEAR)
        .map((field) => fault(folder, field, `${dated[field]} is not of this century.`, 'Correct the year.'));
    }),
    ...[...directory.groups, ...directory.courses].flatMap(({ folder, facts }) =>
      facts.sessions.flatMap((session, at) => faultsOfSession(session, folder, `sessions.${at}`)),
    ),
  ];
}

function faultsOfSession(session: Session, folder: string, field: string): Fault[] {
  const { rule, starts, exceptions } = session;
  const first = dayOf(starts);
  const falls = (on: string) => {
    if (rule === null) return on === first;
    return expandRule(rule, starts, on, on).length > 0;
  };
  try {
    if (rule !== null && !falls(first)) {
      return [
        fault(folder, `${field}.starts`, `The rule has no session on ${first}.`, 'Begin on a day that the rule has.'),
      ];
    }
    return exceptions.flatMap(({ kind, on }, at) =>
      kind === 'extra' || falls(on)
        ? []
        : [
            fault(
              folder,
              `${field}.exceptions.${at}.on`,
              `There is no session on ${on}.`,
              'Give the day it would have been.',
            ),
          ],
    );
  } catch (error) {
    return [
      fault(folder, `${field}.rule`, `It is no rule: ${(error as Error).message}`, 'Write one as RFC 5545 has it.'),
    ];
  }
}

function fault(folder: string, field: string, what: string, cure: string): Fault {
  return { file: join(folder, '*.yaml'), field, what, cure };
}

/** Things whose last check lies after a day: a slip, or a clock that is wrong. */
export function checkedAfter({ programmes, services, directory }: SiteContent, day: string): readonly string[] {
  return [...programmes, ...services, ...Object.values(directory).flat()].flatMap(({ folder, facts }) => {
    const { lastChecked } = facts as { readonly lastChecked?: string | null };
    return lastChecked && lastChecked > day ? [`${folder}: lastChecked is ${lastChecked}, after ${day}.`] : [];
  });
}
