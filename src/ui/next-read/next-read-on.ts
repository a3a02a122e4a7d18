/** Days as `Date` counts them: 0 is Sunday. Dates are ISO. */
export interface ReadingDays {
  readonly weekdays: readonly number[];
  readonly holidays: readonly string[];
}

const DAY_MS = 86_400_000;

/** The next day that forms are read, or nothing if that is today. Promises no hour: none is known. */
export function nextReadOn(today: string, { weekdays, holidays }: ReadingDays): string | undefined {
  const start = Date.parse(today);
  for (let ahead = 0; ahead < 14; ahead += 1) {
    const day = new Date(start + ahead * DAY_MS);
    const date = day.toISOString().slice(0, 10);
    if (weekdays.includes(day.getUTCDay()) && !holidays.includes(date)) return ahead === 0 ? undefined : date;
  }
  return undefined;
}
