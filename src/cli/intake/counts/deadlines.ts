import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type FinancialQuarter, isoDay } from './period.ts';

/** `content/calendar/report-deadlines.yaml`: by programme, dates as published, or weeks after a quarter's end. */
const deadlinesSchema = z.record(
  z.string(),
  z.union([
    z.strictObject({
      dates: z.array(z.strictObject({ quarter: z.string(), report: z.iso.date(), final: z.iso.date() })),
    }),
    z.strictObject({ weeksAfterQuarter: z.int().positive() }),
  ]),
);

/** A line for each programme that has a deadline for the quarter (rows C14, D44). */
export async function deadlinesOf(project: string, { name, to }: FinancialQuarter): Promise<readonly string[]> {
  const text = await readFile(join(project, 'content/calendar/report-deadlines.yaml'), 'utf8');
  return Object.entries(deadlinesSchema.parse(parse(text))).flatMap(([programme, facts]) => {
    if ('weeksAfterQuarter' in facts) {
      const { weeksAfterQuarter: weeks } = facts;
      const due = new Date(Date.parse(to) + weeks * 7 * 24 * 60 * 60_000);
      return [`${programme}: within ${weeks} weeks of the quarter's end, by ${isoDay(due)}`];
    }
    const found = facts.dates.find(({ quarter }) => quarter === name);
    return found ? [`${programme}: report by ${found.report}, last changes by ${found.final}`] : [];
  });
}
