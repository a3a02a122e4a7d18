import type { Json } from '#core/canonical-json.ts';
import type { Session } from '#core/sessions/session.ts';
import { addMinutes, dayOf, type WallTime } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import { readTarget, type TimetableChange } from '#core/timetable/change.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Sayer } from '#i18n/words.ts';
import { type Cost, costInWords } from '#ui/session-line/cost-in-words.ts';
import { ruleInWords } from '#ui/session-line/rule-in-words.ts';
import { clockText, momentInWords } from '#ui/session-line/when-in-words.ts';
import { say } from './say.ts';

/** What a change is told with. */
export interface Surroundings {
  readonly sayer: Sayer;
  readonly base: TimetableBase;
  readonly sessions: readonly Session[];
}

/** A place's name in the language of the page. */
export function placeName(base: TimetableBase, place: string | undefined, lang: string): string | undefined {
  const names = place === undefined ? undefined : base.places[place]?.names;
  return names?.[lang] ?? names?.['en'];
}

/** What a change does, one sentence a thing: "Cancelled: Tuesday 24 November." "Note: I am ill." */
export function changeInWords(
  change: Pick<TimetableChange, 'target' | 'set'>,
  around: Surroundings,
): readonly string[] {
  const { sayer } = around;
  const read = readTarget(change.target);
  switch (read?.kind) {
    case 'date':
      return dateChange(read.day, change.set, around);
    case 'session':
      return sessionChange(read.session, change.set, around);
    case 'group':
      return groupChange(change.set, sayer);
    case 'words':
      return wordsChange(read.language, change.set, sayer);
    case 'new':
      return [say(sayer, 'did.newGroup', { name: text(change.set['name']) })];
    default:
      return [];
  }
}

type Set = TimetableChange['set'];

function text(value: Json | undefined): string {
  return Array.isArray(value) ? value.map(text).join(' ') : String(value ?? '');
}

function dateChange(day: string, set: Set, { sayer, base }: Surroundings): readonly string[] {
  const { is, at, note } = set;
  const when = dateInWords(day, sayer.lang);
  const place = placeName(base, typeof set['place'] === 'string' ? set['place'] : undefined, sayer.lang);
  const said: string[] = [];
  if (is === 'cancelled') said.push(say(sayer, 'did.cancelled', { when }));
  else if (is === 'extra') {
    said.push(say(sayer, 'did.extra', { when: typeof at === 'string' ? momentInWords(at, sayer) : when }));
  } else if (typeof at === 'string') said.push(say(sayer, 'did.moved', { when, to: momentInWords(at, sayer) }));
  else if (is === 'on' || is === null || at === null) said.push(say(sayer, 'did.onAgain', { when }));
  else if (place !== undefined) said.push(say(sayer, 'did.place', { when }));
  if (place !== undefined) said.push(say(sayer, 'did.at', { place }));
  if (typeof note === 'string') said.push(say(sayer, 'did.note', { note }));
  return said.length > 0 ? said : [say(sayer, 'did.date', { when })];
}

function sessionChange(id: string, set: Set, { sayer, base, sessions }: Surroundings): readonly string[] {
  if (set['closed'] === true) return [say(sayer, 'did.closed')];
  const before = sessions.find((session) => session.id === id);
  const starts = (typeof set['starts'] === 'string' ? set['starts'] : before?.starts) as WallTime | undefined;
  const minutes = typeof set['minutes'] === 'number' ? set['minutes'] : (before?.minutes ?? 0);
  const rule = typeof set['rule'] === 'string' ? set['rule'] : before?.rule;
  const said: string[] = [];
  if (starts !== undefined && ('starts' in set || 'rule' in set || 'minutes' in set)) {
    const times = { starts, ends: addMinutes(starts, minutes) };
    const when =
      rule === undefined
        ? momentInWords(starts, sayer)
        : (ruleInWords(rule, times, sayer) ?? clockText(starts, sayer.lang));
    said.push(say(sayer, 'did.usual', { when }));
    if ('rule' in set && rule !== undefined) {
      said.push(say(sayer, 'did.first', { day: dateInWords(dayOf(starts), sayer.lang) }));
    }
  }
  const place = placeName(base, typeof set['place'] === 'string' ? set['place'] : undefined, sayer.lang);
  if (place !== undefined) said.push(say(sayer, 'did.at', { place }));
  if (typeof set['mode'] === 'string') said.push(sayer.t(`timetable:mode.${set['mode'] as Session['mode']}`));
  return said.length > 0 ? said : [say(sayer, 'did.usualBack')];
}

function groupChange(set: Set, sayer: Sayer): readonly string[] {
  const said: string[] = [];
  const { status, pausedFrom, pausedTo, cost, confirmed, newPeople, bringSomeone } = set;
  if (typeof status === 'string') said.push(say(sayer, `did.status.${status}`));
  if (status === null) said.push(say(sayer, 'did.status.back'));
  if (typeof pausedFrom === 'string') said.push(say(sayer, 'did.from', { day: dateInWords(pausedFrom, sayer.lang) }));
  if (typeof pausedTo === 'string') said.push(say(sayer, 'did.to', { day: dateInWords(pausedTo, sayer.lang) }));
  if (cost === null) said.push(say(sayer, 'did.costBack'));
  else if (cost !== undefined) {
    said.push(say(sayer, 'did.cost', { cost: costInWords(cost as unknown as Cost, undefined, sayer) }));
  }
  if (typeof newPeople === 'string') said.push(say(sayer, `newPeople.${newPeople}`));
  if (typeof bringSomeone === 'string') said.push(say(sayer, `bring.${bringSomeone}`));
  if (typeof confirmed === 'string') {
    said.push(say(sayer, 'did.confirmed', { day: dateInWords(confirmed, sayer.lang) }));
  }
  return said.length > 0 ? said : [say(sayer, 'did.group')];
}

function wordsChange(language: string, set: Set, sayer: Sayer): readonly string[] {
  const named = say(sayer, 'did.words', { language: languageName(language, sayer.lang) });
  return [named, ...Object.entries(set).map(([field, value]) => `${say(sayer, `words.${field}`)}: ${text(value)}`)];
}

/** A language's name in the language of the page. */
export function languageName(language: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(language) ?? language;
}
