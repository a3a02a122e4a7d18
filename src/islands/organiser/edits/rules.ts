import { type Day, weekdayOf } from '#core/sessions/wall-time.ts';
import type { Sayer } from '#i18n/words.ts';
import type { FieldSpec } from '../field.ts';
import { say } from '../say.ts';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SHORTEST_MINUTES = 5;

/** How often people meet, as they speak of it. The day of the week is that of the first date. */
const OFTEN = ['weekly', 'fortnightly', 'monthly', 'monthlyLast', 'once'] as const;
type Often = (typeof OFTEN)[number];

/** `keeps`: a session that there is already may stay as it is. */
export function oftenField(sayer: Sayer, keeps: boolean): FieldSpec {
  const options = [...(keeps ? ['keep'] : []), ...OFTEN];
  return {
    kind: 'choice',
    name: 'often',
    label: say(sayer, 'often.label'),
    options: options.map((option) => [option, say(sayer, `often.${option}`)] as const),
  };
}

/** The rule of how often, from the first date on; nothing for once. */
export function ruleOf(often: string, first: Day): string | undefined {
  const day = CODES[weekdayOf(first)] ?? '';
  switch (often as Often) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${day}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${Math.ceil(Number(first.slice(8)) / 7)}${day}`;
    case 'monthlyLast':
      return `FREQ=MONTHLY;BYDAY=-1${day}`;
    default:
      return undefined;
  }
}

/** How long it lasts; nothing if it would end before it begins. */
export function minutesBetween(starts: string, ends: string): number | undefined {
  const [from, to] = [starts, ends].map((clock) => {
    const [hours = '', minutes = ''] = clock.split(':');
    return Number(hours) * 60 + Number(minutes);
  });
  const minutes = starts === '' || ends === '' ? 0 : (to ?? 0) - (from ?? 0);
  return minutes >= SHORTEST_MINUTES ? minutes : undefined;
}
