import type { Occurrence } from '#core/sessions/occurrences.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import type { Sayer } from '#i18n/words.ts';
import { clockText, momentInWords } from './when-in-words.ts';

/** The one word for what is not as usual: "Cancelled" (E24), "Moved"; none for a usual session. */
export function stateWord(occurrence: Occurrence, { t }: Sayer): string | undefined {
  switch (occurrence.state) {
    case 'on':
      return undefined;
    case 'movedHere':
      return t(`timetable:state.${occurrence.from === occurrence.starts ? 'newPlace' : 'movedHere'}`);
    default:
      return t(`timetable:state.${occurrence.state}`);
  }
}

/** Where a moved session went or came from, and whether a bank holiday changes anything. Sentences, none if there is nothing to say. */
export function changeSentences(
  occurrence: Occurrence,
  otherPlace: string | undefined,
  words: Sayer,
): readonly string[] {
  return [...movedSentence(occurrence, otherPlace, words), ...holidaySentence(occurrence, words)];
}

function movedSentence(occurrence: Occurrence, place: string | undefined, words: Sayer): readonly string[] {
  const { t } = words;
  if (occurrence.state === 'movedAway') {
    const when = momentInWords(occurrence.to, words);
    return [place === undefined ? t('timetable:movedTo', { when }) : t('timetable:movedToPlace', { when, place })];
  }
  if (occurrence.state !== 'movedHere') return [];
  if (occurrence.from === occurrence.starts) return place === undefined ? [] : [t('timetable:fromPlace', { place })];
  const sameDay = dayOf(occurrence.from) === dayOf(occurrence.starts);
  const when = sameDay ? clockText(occurrence.from, words.lang) : momentInWords(occurrence.from, words);
  return [place === undefined ? t('timetable:movedFrom', { when }) : t('timetable:movedFromPlace', { when, place })];
}

function holidaySentence(occurrence: Occurrence, { t }: Sayer): readonly string[] {
  const { holiday, state } = occurrence;
  if (!holiday) return [];
  if (state === 'cancelled')
    return [
      t(occurrence.because === 'bankHoliday' ? 'timetable:cancelledHoliday' : 'timetable:holiday.no', {
        holiday: holiday.name,
      }),
    ];
  return [t(`timetable:holiday.${holiday.meets}`, { holiday: holiday.name })];
}
