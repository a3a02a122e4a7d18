import type { Occurrence } from '#core/sessions/occurrences.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { Difference } from '#core/timetable/differences.ts';
import { type GroupNow, PAUSED } from '#core/timetable/group-now.ts';
import type { NewsLine, NewsText } from '#core/timetable/news.ts';
import type { Key } from '#i18n/key.ts';
import type { Words } from '#i18n/words.ts';
import { changeSentences, stateWord } from '#ui/session-line/state-in-words.ts';
import { dayText, timesInWords } from '#ui/session-line/when-in-words.ts';

/** One difference in words. While two people disagree about it, that is said; who they are is not. */
export function wordLine(
  { was, now, isGone }: Difference,
  group: GroupNow,
  notes: { readonly [key: string]: string },
  base: TimetableBase,
  words: Words,
  isTouched: boolean,
): NewsLine {
  const { t, lang } = words;
  const word = isGone ? t(goneWord(group)) : now.note === PAUSED ? t('news:paused') : stateWord(now, words);
  const place = placeText(now.place, base, lang);
  const other = placeText(otherPlaceOf(now), base, lang)?.text;
  const isBack = isTouched && now.state === 'on' && now.starts === was;
  const note = now.note === undefined || now.note === PAUSED ? undefined : (group.notes[now.note] ?? notes[now.note]);
  return {
    session: now.session,
    ...(was === undefined ? {} : { was }),
    at: now.starts,
    state: now.state,
    ...(isGone ? { isGone } : {}),
    ...(word === undefined ? {} : { word }),
    day: dayText(now.starts, lang),
    times: timesInWords(now, words),
    mode: t(`timetable:mode.${now.mode}`),
    ...(place ? { place } : now.mode === 'in-person' ? { place: { text: t('timetable:placeUnknown') } } : {}),
    say: [
      ...changeSentences(now, other, words),
      ...(isBack && !now.holiday ? [t('news:goesAhead')] : []),
      ...(isUnsettled(now, group) ? [t('news:unsettled')] : []),
    ],
    ...(note === undefined ? {} : { note }),
  };
}

function goneWord({ groupStatus }: GroupNow): Key {
  if (groupStatus === 'paused') return 'news:paused';
  return groupStatus === 'closed' ? 'news:closed' : 'news:notOn';
}

/** The name of a place, in English where it has none in the language. */
export function placeText(id: string | undefined, { places }: TimetableBase, lang: string): NewsText | undefined {
  const names = id === undefined ? undefined : places[id]?.names;
  if (names === undefined) return undefined;
  const own = names[lang];
  return own === undefined ? { text: names['en'] ?? '', lang: 'en' } : { text: own };
}

function otherPlaceOf(now: Occurrence): string | undefined {
  if (now.state === 'movedAway') return now.toPlace;
  return now.state === 'movedHere' ? now.fromPlace : undefined;
}

function isUnsettled(now: Occurrence, { unsettled }: GroupNow): boolean {
  const days = [dayOf(now.starts), ...(now.state === 'movedHere' ? [dayOf(now.from)] : [])];
  return [`session:${now.session}`, ...days.map((day) => `date:${now.session}:${day}`)].some((target) =>
    unsettled.has(target),
  );
}
