import { type Occurrence, takesPlace } from '#core/sessions/occurrences.ts';
import { textSummary } from '#core/sessions/text-summary.ts';
import type { Words } from '#i18n/words.ts';
import { momentInWords } from './when-in-words.ts';

/** A group in one text message: its name, the next date, any date called off before that, where, and what it costs. */
export function textMessage(
  {
    name,
    dates,
    place,
    cost,
    address,
  }: {
    readonly name: string;
    readonly dates: readonly Occurrence[];
    readonly place: string | undefined;
    readonly cost: string;
    /** The page's short address, where the site knows its own. */
    readonly address: string | undefined;
  },
  words: Words,
): string {
  const { t } = words;
  const next = dates.find(takesPlace);
  const off = dates[0] && !takesPlace(dates[0]) ? dates[0] : undefined;
  const parts = [
    name,
    off ? t('timetable:text.off', { when: momentInWords(off.starts, words) }) : '',
    next ? t('timetable:text.next', { when: momentInWords(next.starts, words) }) : '',
    place === undefined ? '' : t('timetable:text.at', { place }),
    cost,
    ...(address === undefined ? [] : [address]),
  ];
  return textSummary(parts);
}
