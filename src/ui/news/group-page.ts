import type { Day } from '#core/sessions/wall-time.ts';
import type { News, NewsGroup } from '#core/timetable/news.ts';
import { timeOf } from './lists.ts';
import { element, setText } from './session-item.ts';

const OFF = ['cancelled', 'movedAway'];

/** A group's own page: what is off before the next date, the next date, and how the group stands. */
export function tellGroupPage(root: Document, id: string, group: NewsGroup, news: News, today: Day): void {
  const page = root.querySelector<HTMLElement>(`[data-group-page="${id}"]`);
  if (!page) return;
  tellStanding(root, page, group);
  setText(
    root.querySelector('[data-confirmed]'),
    group.confirmed ?? root.querySelector('[data-confirmed]')?.textContent ?? '',
  );
  const text = root.querySelector<HTMLElement>('[data-text-message]');
  // Its link goes to it later: only the browser knows the site's address.
  if (text && !text.textContent?.startsWith(group.message)) text.textContent = group.message;
  if (group.lines.length > 0) tellNext(root, page, id, news, today);
  // One sentence says it of all dates.
  if (group.status?.kind === 'paused' || group.status?.kind === 'closed') {
    for (const said of root.querySelectorAll('[data-change]')) said.remove();
  }
}

function tellStanding(root: Document, page: HTMLElement, { status, old }: NewsGroup): void {
  if (status) {
    root.querySelector('[data-group-status]')?.remove();
    if (status.title) page.before(notice(root, 'groupStatus', status.kind, [status.title, status.body]));
  }
  if (old === undefined) return;
  root.querySelector('[data-may-be-out-of-date]')?.remove();
  if (old) page.before(notice(root, 'mayBeOutOfDate', '', [old.title, old.body]));
}

function notice(root: Document, name: string, value: string, [title = '', ...rest]: readonly string[]): HTMLElement {
  const made = element(root, 'div', 'notice notice--warning');
  made.dataset[name] = value;
  const first = element(root, 'p');
  first.append(element(root, 'strong', '', title));
  made.append(first, ...rest.filter((text) => text !== '').map((text) => element(root, 'p', '', text)));
  return made;
}

/** The lines of the page know all: what stands above them is said again from them. */
function tellNext(root: Document, page: HTMLElement, id: string, news: News, today: Day): void {
  const items = [...root.querySelectorAll<HTMLElement>(`ul[data-of="${id}"] > li`)].filter(
    ({ dataset }) => (dataset['day'] ?? '') >= today,
  );
  const isOff = ({ dataset }: HTMLElement) => OFF.includes(dataset['state'] ?? '');
  const next = items.find((item) => !isOff(item));
  const before = items.slice(0, next ? items.indexOf(next) : undefined).filter(isOff);
  for (const said of root.querySelectorAll('[data-change]')) said.remove();
  const place = page.querySelector<HTMLElement>('.next-session, [data-no-dates]');
  if (!place) return;
  for (const item of before) place.before(changeNotice(root, item));
  if (next && timeOf(place) === timeOf(next) && !next.dataset['was'] && !('news' in next.dataset)) return;
  place.replaceWith(next ? nextBlock(root, next, place, news) : noDates(root, news));
}

function changeNotice(root: Document, item: HTMLElement): HTMLElement {
  const [word, day, times] = ['.session__state strong', '.session__day', '.session__times'].map((part) =>
    textOf(item, part),
  );
  const comma = root.documentElement.lang === 'ar' ? '،' : ',';
  return notice(root, 'change', '', [`${word}: ${day}${comma} ${times}.`, ...changesOf(item)]);
}

function nextBlock(root: Document, item: HTMLElement, before: HTMLElement, { words }: News): HTMLElement {
  const block = element(root, 'section', 'next-session');
  block.setAttribute('aria-labelledby', 'next-session');
  block.dataset['day'] = item.dataset['day'] ?? '';
  const title = element(root, 'h2', '', words.nextTitle);
  title.id = 'next-session';
  const when = element(root, 'p', 'next-session__when');
  const time = root.createElement('time');
  time.setAttribute('datetime', timeOf(item));
  time.append(textOf(item, '.session__day'), root.createElement('br'), textOf(item, '.session__times'));
  when.append(time);
  block.append(title, when);
  const word = textOf(item, '.session__state strong');
  if (word) {
    const state = element(root, 'p');
    state.append(element(root, 'strong', 'tag tag--changed', word));
    block.append(state);
  }
  const where = item.querySelector('.session__where')?.cloneNode(true);
  const known = [...before.querySelectorAll('[data-where], .session__access')];
  // The address and the ways in are known of the place that it was; not of another.
  const isSamePlace = known[0] !== undefined && textOf(known[0], 'bdi') === textOf(item, '.session__where bdi');
  block.append(...(isSamePlace ? known : where ? [where] : []));
  block.append(...changesOf(item).map((text) => element(root, 'p', '', text)));
  return block;
}

function noDates(root: Document, { words }: News): HTMLElement {
  const made = element(root, 'p', 'notice', words.noDates);
  made.dataset['noDates'] = '';
  return made;
}

const textOf = (item: Element, part: string): string => item.querySelector(part)?.textContent?.trim() ?? '';
const changesOf = (item: Element): readonly string[] =>
  [...item.querySelectorAll('.session__change')].map(({ textContent }) => textContent ?? '');
