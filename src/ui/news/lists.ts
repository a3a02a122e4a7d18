import { partOfDay, type WallTime } from '#core/sessions/wall-time.ts';
import type { NewsGroup, NewsLine } from '#core/timetable/news.ts';
import { element } from './session-item.ts';

/** A list on the page that has to hold a date. */
export interface PlaceInList {
  readonly list: HTMLElement;
  readonly leads: 'day' | 'time';
}

const PARTS = ['morning', 'afternoon', 'evening'];

/** Every list of the page in which a date of a group belongs: its own page's, the day's, the week's. */
export function listsFor(root: Document, id: string, group: NewsGroup, line: NewsLine): readonly PlaceInList[] {
  return [...ownLists(root, id, line), ...dayLists(root, group, line)];
}

/** The first list whose last date is later, or else the last one. */
function ownLists(root: Document, id: string, { at }: NewsLine): readonly PlaceInList[] {
  const lists = [...root.querySelectorAll<HTMLElement>(`ul[data-of="${id}"]`)];
  const list = lists.find((one) => timesIn(one).some((time) => time > at)) ?? lists.at(-1);
  return list ? [{ list, leads: 'day' }] : [];
}

function dayLists(root: Document, { programme }: NewsGroup, line: NewsLine): readonly PlaceInList[] {
  const page = root.querySelector<HTMLElement>('[data-dates]');
  const { dates, until = '' } = page?.dataset ?? {};
  const day = line.at.slice(0, 10);
  if (dates === undefined || (dates !== '*' && dates !== programme) || day > until) return [];
  const cell = root.querySelector(`tr[data-day="${day}"]`)?.querySelectorAll('td')[PARTS.indexOf(partOfDay(line.at))];
  if (cell) return [{ list: listIn(root, cell), leads: 'time' }];
  if (root.querySelector('.week')) return [];
  const section = root.querySelector<HTMLElement>(`section[data-day="${day}"]`) ?? newDay(root, day, line.day);
  return section ? [{ list: listIn(root, section), leads: 'time' }] : [];
}

function listIn(root: Document, place: Element): HTMLElement {
  const found = place.querySelector<HTMLElement>('ul');
  if (found) return found;
  place.querySelector('.week__none')?.remove();
  const list = element(root, 'ul', 'sessions');
  list.dataset['news'] = '';
  place.append(list);
  return list;
}

/** A day on which nothing else is on; not one before the page begins. */
function newDay(root: Document, day: string, name: string): HTMLElement | undefined {
  const later = [...root.querySelectorAll<HTMLElement>('section.day')].find((one) => (one.dataset['day'] ?? '') > day);
  if (!later) return undefined;
  const section = element(root, 'section', 'day');
  section.dataset['day'] = day;
  section.dataset['news'] = '';
  section.setAttribute('aria-labelledby', `day-${day}`);
  const title = element(root, 'h2', '', name);
  title.id = `day-${day}`;
  title.tabIndex = -1;
  title.dataset['dayName'] = '';
  section.append(title);
  later.before(section);
  return section;
}

/** Puts a line where its time belongs. */
export function putInOrder(list: HTMLElement, item: HTMLElement, at: WallTime): void {
  const later = [...list.children].find((one) => timeOf(one) > at);
  if (later) later.before(item);
  else list.append(item);
}

export function timeOf(item: Element): string {
  return item.querySelector('time')?.getAttribute('datetime') ?? '';
}

const timesIn = (list: Element): readonly string[] => [...list.children].map(timeOf);
