import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promiseDates } from '#core/submission/promise.ts';
import { londonDate } from '#intake/clock.ts';
import { Misuse, WrongInput } from './problems.ts';
import { PROJECT } from './settings.ts';

const CALENDAR = 'content/calendar/bank-holidays.json';

interface Calendar {
  readonly lastYear: number;
  readonly dates: readonly { readonly date: string }[];
}

/** `wayin promise derby <received>`: the last days to reply and to be seen (domain.md E.9). */
export async function promise([service, received, ...others]: readonly string[]): Promise<void> {
  if (service !== 'derby' || received === undefined || others.length > 0) {
    throw new Misuse('It is: wayin promise derby <date and time>, such as 2026-04-02T10:00:00+01:00.');
  }
  const calendar = JSON.parse(await readFile(join(PROJECT, CALENDAR), 'utf8')) as Calendar;
  const dates = calendar.dates.map(({ date }) => date).sort();
  const receivedOn = parseReceived(received);
  if (receivedOn < (dates[0] ?? '')) {
    throw new WrongInput(
      `${receivedOn} is before the first bank holiday on file (${CALENDAR} begins with ${dates[0]}).`,
    );
  }

  const promised = promiseDates(receivedOn, { dates, lastYear: calendar.lastYear });
  if (!promised.ok) {
    throw new WrongInput(
      `${receivedOn} is past the last bank-holiday year on file, ${calendar.lastYear}. Add later years to ${CALENDAR}.`,
    );
  }
  process.stdout.write(`${JSON.stringify(promised.value)}\n`);
}

function parseReceived(text: string): string {
  try {
    return londonDate(text);
  } catch {
    throw new WrongInput(`"${text}" is not an ISO 8601 date and time. Give one such as 2026-04-02T10:00:00+01:00.`);
  }
}
