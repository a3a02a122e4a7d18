import type { Occurrence } from '#core/sessions/occurrences.ts';
import { clockOf, type Day, dayOf, type WallTime } from '#core/sessions/wall-time.ts';
import { clockInWords, dateInWords } from '#i18n/dates.ts';
import type { Sayer } from '#i18n/words.ts';

type Times = Pick<Occurrence, 'starts' | 'ends'>;

// A timetable says the same few clocks and days thousands of times, and making a formatter is slow.
const said = new Map<string, string>();

function once(key: string, say: () => string): string {
  const before = said.get(key);
  if (before !== undefined) return before;
  const text = say();
  said.set(key, text);
  return text;
}

/** "6pm", from a wall time. */
export function clockText(time: WallTime, lang: string): string {
  return once(`${lang} ${clockOf(time)}`, () => clockInWords(clockOf(time), lang));
}

/** "Tuesday 10 March", from a day or a wall time. */
export function dayText(time: WallTime, lang: string): string {
  return once(`${lang} ${dayOf(time)}`, () => dateInWords(dayOf(time), lang));
}

/** "6pm to 7:30pm"; the beginning alone where no end is known. */
export function timesInWords({ starts, ends }: Times, { lang, t }: Sayer): string {
  const from = clockText(starts, lang);
  return ends === starts ? from : t('timetable:times', { from, to: clockText(ends, lang) });
}

/** "Tuesday 10 March, 6pm to 7:30pm" (G34). */
export function whenInWords(times: Times, words: Sayer): string {
  return words.t('timetable:when', { day: dayText(times.starts, words.lang), times: timesInWords(times, words) });
}

/** "Tuesday 10 March, 6pm": a moment of which no end is said. */
export function momentInWords(time: WallTime, words: Sayer): string {
  return whenInWords({ starts: time, ends: time }, words);
}

/** The same with its year where that is not the present one: some things are announced a year ahead. */
export function farMomentInWords(time: WallTime, today: Day, words: Sayer): string {
  const times = clockText(time, words.lang);
  return words.t('timetable:when', { day: farDayText(time, today, words.lang), times });
}

/** A day with its year where that is not the present one. */
export function farDayText(time: WallTime, today: Day, lang: string): string {
  return dateInWords(dayOf(time), lang, { year: time.slice(0, 4) !== today.slice(0, 4) });
}
