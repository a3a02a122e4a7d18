import type { Json } from '../canonical-json.ts';
import type { Mode, Session, SessionChange } from '../sessions/session.ts';
import { clockOf, type Day, dayOf, type WallTime } from '../sessions/wall-time.ts';
import { type ReadTarget, readTarget, type Target } from './change.ts';
import type { Folded, Register } from './fold.ts';

/** A group's sessions with its changes in them. */
export interface ChangedSessions {
  readonly sessions: readonly Session[];
  /** Texts that organisers wrote, by the key that stands as a change's note. */
  readonly notes: { readonly [key: string]: string };
  /** Targets in which two people disagree: ask before you go. */
  readonly unsettled: ReadonlySet<Target>;
}

type Values = { readonly [field: string]: Json };

/** While people disagree, what keeps nobody standing before a locked door counts. */
const CAREFUL: { readonly [field: string]: readonly Json[] } = {
  is: ['cancelled', 'on', 'extra'],
  status: ['closed', 'paused', 'full', 'active'],
  closed: [true],
};

/** The value that counts for residents: the careful one where people disagree, else the one that was there first. */
export function careful(field: string, register: Register): Json {
  const values = register.map(({ value }) => value);
  return CAREFUL[field]?.find((value) => values.includes(value)) ?? (values[0] as Json);
}

/** What counts in a target, field by field; fields that went back to the content's own are absent. */
export function valuesOf(folded: Folded, target: Target): Values {
  const fields = [...(folded.get(target) ?? [])].map(([field, register]) => [field, careful(field, register)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== null));
}

/** The sessions as they are after all changes, new ones included, closed ones gone. */
export function changedSessions(base: readonly Session[], folded: Folded): ChangedSessions {
  const targets = [...folded.keys()].map((target) => [target, readTarget(target)] as const);
  const added = targets.flatMap(([target, read]) =>
    read?.kind === 'session' && !base.some(({ id }) => id === read.session)
      ? newSession(read.session, valuesOf(folded, target))
      : [],
  );
  const notes: Record<string, string> = {};
  const sessions = [...base, ...added]
    .map((session) => withDates(asChanged(session, valuesOf(folded, `session:${session.id}`)), folded, targets, notes))
    .filter(({ id }) => valuesOf(folded, `session:${id}`)['closed'] !== true);
  const unsettled = targets
    .map(([target]) => target)
    .filter((target) => [...(folded.get(target) ?? new Map())].some(([, register]) => register.length > 1));
  return { sessions, notes, unsettled: new Set(unsettled) };
}

function newSession(id: string, values: Values): readonly Session[] {
  const { starts, minutes, mode } = values;
  if (typeof starts !== 'string' || typeof minutes !== 'number' || typeof mode !== 'string') return [];
  return [asChanged({ id, starts, minutes, mode: mode as Mode, changes: [] }, values)];
}

function asChanged(session: Session, values: Values): Session {
  const { closed: _, ...fields } = values;
  return { ...session, ...(fields as Partial<Session>) };
}

function withDates(
  session: Session,
  folded: Folded,
  targets: readonly (readonly [Target, ReadTarget | undefined])[],
  notes: Record<string, string>,
): Session {
  const own = targets.flatMap(([target, read]) =>
    read?.kind === 'date' && read.session === session.id ? [{ target, day: read.day }] : [],
  );
  const days = new Set(own.map(({ day }) => day));
  const written = own.flatMap(({ target, day }) => dateChange(session, target, day, folded, notes));
  return { ...session, changes: [...session.changes.filter(({ on }) => !days.has(on)), ...written] };
}

/** A date's change as the sessions know it; none where it is on as usual again. */
function dateChange(
  session: Session,
  target: Target,
  on: Day,
  folded: Folded,
  notes: Record<string, string>,
): readonly SessionChange[] {
  const values = valuesOf(folded, target) as {
    readonly is?: 'on' | 'cancelled' | 'extra';
    readonly at?: WallTime;
    readonly place?: string;
    readonly note?: string;
  };
  const before = session.changes.find((change) => change.on === on);
  const note = noteOf(target, values.note, notes) ?? (values.is === undefined ? before?.note : undefined);
  const said = { on, enteredOn: on, ...(note === undefined ? {} : { note }) };
  const place = values.place === undefined ? {} : { place: values.place };
  if (values.is === 'cancelled') return [{ ...said, kind: 'cancelled' }];
  if (values.is === 'extra') {
    return [{ ...said, kind: 'extra', ...(values.at === undefined ? {} : { to: values.at }), ...place }];
  }
  if (values.at !== undefined || values.place !== undefined) {
    return [{ ...said, kind: 'moved', to: values.at ?? `${on}T${clockOf(session.starts)}`, ...place }];
  }
  // Only a note was written, or the date went back to what the content says.
  return values.is === 'on' || before === undefined ? [] : [{ ...before, ...said }];
}

function noteOf(target: Target, text: string | undefined, notes: Record<string, string>): string | undefined {
  if (text === undefined) return undefined;
  notes[target] = text;
  return target;
}

/** Whether a target can still matter: a one-off change says nothing any more once its days have passed (E27). */
export function stillMatters(folded: Folded, target: Target, today: Day): boolean {
  const read = readTarget(target);
  if (read?.kind !== 'date') return true;
  const times = (folded.get(target)?.get('at') ?? []).flatMap(({ value }) =>
    typeof value === 'string' ? [dayOf(value)] : [],
  );
  return [read.day, ...times].some((day) => day >= today);
}
