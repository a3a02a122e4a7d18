import type { Session } from '#core/sessions/session.ts';
import type { Session as WrittenSession } from '../collections/session.ts';

/** A session as the content writes it, as the core knows it. What meets in one place says so once. */
export function toCoreSession(
  { place: own, rule, exceptions, ...rest }: WrittenSession,
  usual: string | null = null,
): Session {
  const place = own ?? (rest.mode === 'in-person' ? usual : null);
  return {
    ...rest,
    ...(place === null ? {} : { place }),
    ...(rule === null ? {} : { rule }),
    // Fields left out are absent, as the core wants them; zod's type says that they may be undefined.
    changes: exceptions.map((change) => withoutUndefined(change)) as Session['changes'],
  };
}

/** The other way round. */
export function toWritten({ changes, place, rule, ...rest }: Session): WrittenSession {
  return { ...rest, place: place ?? null, rule: rule ?? null, exceptions: [...changes] };
}

function withoutUndefined(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
