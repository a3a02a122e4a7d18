import { bad, good, type Outcome } from '#core/outcome.ts';
import { REMINDERS } from './reminders-here.ts';
import { isSharedComputer } from './shared-computer.ts';

/** A group of whose dates this device reminds its owner. */
export interface Reminder {
  readonly group: string;
  readonly name: string;
  /** The last date of which it did, so that it does so once. */
  readonly saidOf?: string;
}

/** The reminders of this device. One that refuses storage has none. */
export function reminders(): readonly Reminder[] {
  try {
    return JSON.parse(localStorage.getItem(REMINDERS) ?? '[]') as readonly Reminder[];
  } catch {
    return [];
  }
}

/** Keeps a reminder, in place of an older one of the same group. */
export function keepReminder(kept: Reminder): Outcome<'kept', 'sharedComputer' | 'storageRefused'> {
  if (isSharedComputer()) return bad('sharedComputer');
  const others = reminders().filter(({ group }) => group !== kept.group);
  return write([...others, kept]) ? good('kept') : bad('storageRefused');
}

/** Takes a reminder away. */
export function dropReminder(group: string): void {
  write(reminders().filter((one) => one.group !== group));
}

function write(all: readonly Reminder[]): boolean {
  try {
    if (all.length === 0) localStorage.removeItem(REMINDERS);
    else localStorage.setItem(REMINDERS, JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}
