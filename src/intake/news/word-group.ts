import { expandRule } from '#core/sessions/expand-rule.ts';
import { type Occurrence, occurrences, takesPlace } from '#core/sessions/occurrences.ts';
import { type Day, dayOf } from '#core/sessions/wall-time.ts';
import type { BaseGroup, TimetableBase } from '#core/timetable/base.ts';
import { differences } from '#core/timetable/differences.ts';
import { type Changing, type GroupNow, groupNow } from '#core/timetable/group-now.ts';
import type { NewsGroup } from '#core/timetable/news.ts';
import type { GroupChanges } from '#core/timetable/published.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Words } from '#i18n/words.ts';
import { costInWords } from '#ui/session-line/cost-in-words.ts';
import { textMessage } from '#ui/session-line/text-message.ts';
import { momentInWords } from '#ui/session-line/when-in-words.ts';
import { placeText, wordLine } from './word-line.ts';

/** How many dates a card of the directory may need. */
const MOST_DATES = 3;

/** A group as it is now, with its dates as its content has them and as they are. */
export interface GroupToday {
  readonly base: BaseGroup;
  readonly now: GroupNow;
  readonly printed: readonly Occurrence[];
  readonly dates: readonly Occurrence[];
  /** Days, by session, of which something was published. */
  readonly touched: ReadonlySet<string>;
}

/** Works out a group for a day. The rules are expanded here, so that no browser has to. */
export function groupToday(id: string, base: TimetableBase, changes: GroupChanges, today: Day): GroupToday {
  const group = base.groups[id] as BaseGroup;
  const now = groupNow(group, changes, { today, last: base.lastDay, expand: expandRule });
  return {
    base: group,
    now,
    printed: datesOf(group, group, base, today),
    dates: datesOf(group, now, base, today),
    touched: new Set([...now.folded.keys()].flatMap((target) => (target.startsWith('date:') ? target.slice(5) : []))),
  };
}

function datesOf(group: BaseGroup, { groupStatus, sessions }: Changing, base: TimetableBase, today: Day) {
  if (!group.isOpen || groupStatus === 'paused' || groupStatus === 'closed') return [];
  const { validFrom, validTo, onBankHolidays } = group;
  return occurrences(sessions, {
    first: validFrom !== null && validFrom > today ? validFrom : today,
    last: validTo !== null && validTo < base.lastDay ? validTo : base.lastDay,
    expand: expandRule,
    holidays: new Map(base.holidays),
    onBankHolidays,
  });
}

/** What pages must say of a group otherwise than its content has it; nothing if all is as it was. */
export function wordGroup(
  { base: group, now, printed, dates, touched }: GroupToday,
  base: TimetableBase,
  today: Day,
  words: Words,
): NewsGroup | undefined {
  const { t, lang } = words;
  const isTouched = ({ session, starts, ...rest }: Occurrence) =>
    [starts, ...(rest.state === 'movedHere' ? [rest.from] : [])].some((time) =>
      touched.has(`${session}:${dayOf(time)}`),
    );
  const text = group.names[lang] ?? group.names['en'];
  // Each date of a full group says so.
  const isOtherwiseFull = (now.groupStatus === 'full') !== (group.groupStatus === 'full');
  const lines = differences(printed, dates, (one) => isOtherwiseFull || isTouched(one)).map((one) =>
    wordLine(one, now, text?.notes ?? {}, base, words, isTouched(one.now)),
  );
  const facts = factsOf(group, now, base.builtOn, today, words);
  if (!text || (lines.length === 0 && Object.keys(facts).length === 0)) return undefined;

  const next = dates.find(takesPlace);
  const first = dates[0];
  const when = (time: string) => ({ when: momentInWords(time, words) });
  const off =
    first && !takesPlace(first)
      ? t(first.state === 'movedAway' ? 'timetable:mine.movedNext' : 'timetable:mine.cancelledNext', when(first.starts))
      : undefined;
  const cost = costInWords(now.cost, undefined, words);
  return {
    name: group.names[lang] ? { text: text.name } : { text: text.name, lang: 'en' },
    programme: group.programme,
    ...(group.example ? { example: t('timetable:example') } : {}),
    lines,
    next: {
      text: next ? t('timetable:groups.next', when(next.starts)) : t('timetable:groups.noDate'),
      ...(off === undefined ? {} : { off }),
      ...(next ? { day: dayOf(next.starts) } : {}),
    },
    dates: dates
      .filter(takesPlace)
      .slice(0, MOST_DATES)
      .map(({ starts }) => starts),
    ...(now.groupStatus === 'full' ? { full: t('timetable:state.full') } : {}),
    ...facts,
    message: textMessage(
      { name: text.name, dates, place: placeText(next?.place, base, lang)?.text, cost, address: undefined },
      words,
    ),
  };
}

type Facts = Pick<NewsGroup, 'status' | 'cost' | 'old' | 'confirmed'>;

/** What of a group beside its dates is not as its content has it. */
function factsOf(group: BaseGroup, now: GroupNow, builtOn: Day, today: Day, words: Words): Facts {
  const { t, lang } = words;
  const { groupStatus: kind, cost, lastConfirmed, nextReviewDue } = now;
  const far = (day: Day) => ({ day: dateInWords(day, lang, { year: true }) });
  const title = kind === 'active' ? '' : t(`timetable:group.status.${kind}.title`);
  const body = kind === 'active' ? '' : t(`timetable:group.status.${kind}.body`);
  const isOld = nextReviewDue < today;
  const wasOld = group.nextReviewDue < builtOn;
  const old = isOld
    ? { title: t('timetable:group.outOfDate.title'), body: t('timetable:group.outOfDate.body', far(nextReviewDue)) }
    : null;
  const what = (group.names[lang] ?? group.names['en'])?.costFor;
  return {
    ...(kind === group.groupStatus ? {} : { status: { kind, title, body } }),
    ...(JSON.stringify(cost) === JSON.stringify(group.cost)
      ? {}
      : { cost: t('news:newCost', { cost: costInWords(cost, what, words) }) }),
    ...(isOld === wasOld ? {} : { old }),
    ...(lastConfirmed === group.lastConfirmed ? {} : { confirmed: t('timetable:group.confirmed', far(lastConfirmed)) }),
  };
}
