import type { Mode } from '#core/sessions/session.ts';
import { clockInWords, dateInWords } from '#i18n/dates.ts';
import { fillIn, type PickedWords } from '#i18n/plural-of.ts';
import { type KeptGroup, myGroups, watchMyGroups } from '#store/my-groups.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { tellAgain } from '../news/start.ts';
import { londonDay } from './london-day.ts';
import { readBlock } from './start.ts';

/** One date of a group as `/wayin/occurrences.json` has it. */
export type Listed = readonly [date: string, start: string, mode: Mode, state: string];

interface Published {
  readonly groups: { readonly [group: string]: readonly Listed[] };
}

/** Shows the groups kept on this device with their next dates, and says aloud which are called off (E24). */
export async function showMine(root: HTMLElement): Promise<void> {
  const words = readBlock('[data-my-groups-words]') ?? {};
  const draw = async () => {
    const kept = await myGroups();
    const published = kept.length > 0 ? await fetchDates() : undefined;
    const lines = kept.map((group) => toLine(group, published, words));
    root.hidden = lines.length === 0;
    root.querySelector('[data-my-groups-list]')?.replaceChildren(...lines.map(({ element }) => element));
    await tellAgain();
    const changes = lines.flatMap(({ change }) => change ?? []);
    if (changes.length > 0) announce(changes.join(' '));
  };
  watchMyGroups(() => void draw());
  await draw();
}

/** Nothing without a signal, where the device does not keep the file. */
async function fetchDates(): Promise<Published | undefined> {
  try {
    const answer = await fetch('/wayin/occurrences.json');
    return answer.ok ? ((await answer.json()) as Published) : undefined;
  } catch {
    return undefined;
  }
}

function toLine(
  { group, name, lang }: KeptGroup,
  published: Published | undefined,
  words: PickedWords,
): { readonly element: HTMLElement; readonly change?: string } {
  const page = document.documentElement.lang;
  const link = document.createElement('a');
  link.href = `/${page}/groups/${group}/`;
  link.textContent = name;
  if (lang !== page) link.lang = lang;

  const dates = published?.groups[group];
  const today = londonDay(new Date());
  const next = dates?.find(([date]) => date >= today);
  const text = document.createElement('p');
  text.dataset['next'] = '';
  text.textContent = nextInWords(published, dates, next, words, page);

  const element = document.createElement('li');
  element.className = 'session';
  element.dataset['group'] = group;
  const heading = document.createElement('p');
  heading.className = 'session__name';
  heading.append(link);
  const what = document.createElement('div');
  what.append(heading, text);
  element.append(what);
  const isOff = next !== undefined && (next[3] === 'cancelled' || next[3] === 'movedAway');
  return { element, ...(isOff ? { change: `${name}: ${text.textContent}` } : {}) };
}

function nextInWords(
  published: Published | undefined,
  dates: readonly Listed[] | undefined,
  next: Listed | undefined,
  words: PickedWords,
  lang: string,
): string {
  if (!published) return words['mine.unknownDate'] ?? '';
  if (!dates) return words['mine.gone'] ?? '';
  if (!next) return words['mine.noDate'] ?? '';
  const [date, start, , state] = next;
  const when = fillIn(words['when'] ?? '', { day: dateInWords(date, lang), times: clockInWords(start, lang) });
  const key = state === 'cancelled' ? 'mine.cancelledNext' : state === 'movedAway' ? 'mine.movedNext' : 'mine.next';
  return fillIn(words[key] ?? '', { when });
}
