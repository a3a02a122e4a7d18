import type { Json } from '#core/canonical-json.ts';
import { addMinutes } from '#core/sessions/wall-time.ts';
import { readTarget, type TimetableChange } from '#core/timetable/change.ts';
import { fold } from '#core/timetable/fold.ts';
import { isPublished } from '#core/timetable/state.ts';
import { type Cost, costInWords } from '#ui/session-line/cost-in-words.ts';
import { ruleInWords } from '#ui/session-line/rule-in-words.ts';
import { momentInWords } from '#ui/session-line/when-in-words.ts';
import { changeInWords, languageName, placeName } from '../organiser/change-in-words.ts';
import { groupView } from '../organiser/group-view.ts';
import { say } from '../organiser/say.ts';
import { areaName, nameIn, type ReviewDesk, sayReview } from './review-desk.ts';

/** One line of the two sides: what residents read now, and what they would read. Several lines are paragraphs. */
export interface Side {
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A change beside what residents read now. An empty side says that there is nothing. */
export function sidesOf(change: TimetableChange, at: ReviewDesk): readonly Side[] {
  const read = readTarget(change.target);
  if (read?.kind === 'words') return wordsSides(change, read.language, at);
  if (read?.kind === 'new') return newSides(change, at);
  return [wholeSide(change, at)];
}

function wordsSides(change: TimetableChange, language: string, { desk }: ReviewDesk): readonly Side[] {
  const { sayer, base, copy } = desk;
  const own = copy.changes.filter(({ group }) => group === change.group);
  const published = fold(own, ({ _id }) => _id !== change._id && isPublished(copy.decisions.get(_id)));
  const now = published.get(change.target);
  const content: { readonly [field: string]: unknown } = base.groups[change.group]?.names[language] ?? {};
  return Object.entries(change.set).map(([field, value]) => {
    const entry = now?.get(field)?.[0].value ?? null;
    const usual = linesOf(content[field] as Json);
    return {
      label: say(sayer, `words.${field}`),
      before: entry === null ? usual : linesOf(entry),
      after: value === null ? usual : linesOf(value),
    };
  });
}

/** What is not words is told as a sentence: the last thing published about it, or that it is as usual. */
function wholeSide(change: TimetableChange, { desk, sayer }: ReviewDesk): Side {
  const { base, copy, now } = desk;
  const view = groupView(change.group, base, copy, now.slice(0, 10));
  const around = { sayer: desk.sayer, base, sessions: view?.now.sessions ?? [] };
  const before = copy.changes
    .filter(({ _id, group, target }) => group === change.group && target === change.target && _id !== change._id)
    .filter(({ _id, enteredAt }) => isPublished(copy.decisions.get(_id)) && enteredAt < change.enteredAt)
    .toSorted((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1))
    .at(-1);
  return {
    label: sayReview(sayer, 'whatChanges'),
    before: before ? changeInWords(before, around) : [sayReview(sayer, 'asPlanned')],
    after: changeInWords(change, around),
  };
}

function newSides({ set }: TimetableChange, { desk, sayer, names }: ReviewDesk): readonly Side[] {
  const text = (name: string) => sayReview(sayer, name);
  const own = desk.sayer;
  const costFor = typeof set['costFor'] === 'string' ? set['costFor'] : undefined;
  const lines: readonly (readonly [label: string, after: readonly string[]])[] = [
    ...['name', 'oneLine', 'whoFor', 'firstTime', 'access'].map(
      (field) => [say(own, `words.${field}`), linesOf(set[field] ?? null)] as const,
    ),
    [text('draft.language'), [languageName(String(set['language']), own.lang)]],
    [text('draft.area'), [areaName(names, String(set['area']))]],
    [text('draft.audience'), linesOf(set['audience'] ?? null).map((id) => nameIn(names.audiences, id))],
    [text('draft.kind'), [nameIn(names.kinds, String(set['kind']))]],
    [text('draft.programme'), [nameIn(names.programmes, String(set['programme']))]],
    [text('draft.cost'), [costInWords(set['cost'] as unknown as Cost, costFor, own)]],
    [text('draft.times'), timesOf(set['sessions'] ?? null, desk)],
  ];
  return lines.map(([label, after]) => ({ label, before: [], after }));
}

interface NewSession {
  readonly starts: string;
  readonly minutes: number;
  readonly rule?: string;
  readonly place?: string;
}

function timesOf(given: Json, { sayer, base }: ReviewDesk['desk']): readonly string[] {
  if (!Array.isArray(given)) return [];
  return (given as unknown as readonly NewSession[]).map(({ starts, minutes, rule, place }) => {
    const times = { starts, ends: addMinutes(starts, minutes) };
    const when = (rule === undefined ? undefined : ruleInWords(rule, times, sayer)) ?? momentInWords(starts, sayer);
    const where = placeName(base, place, sayer.lang);
    return where === undefined ? when : `${when} · ${where}`;
  });
}

function linesOf(value: Json | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
