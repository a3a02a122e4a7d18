import type { Day } from '#core/sessions/wall-time.ts';
import type { News, NewsGroup, NewsLine } from '#core/timetable/news.ts';
import { tellGroupPage } from './group-page.ts';
import { listsFor, putInOrder, timeOf } from './lists.ts';
import { element, isOff, newItem, setText, tell } from './session-item.ts';

/**
 * Makes a page say what is so now. It runs in the browser and, for those without scripts, in the intake. Doing it twice,
 * or on a page whose build knew some of it, changes nothing. Answers with what it changed, in words, for reading aloud.
 */
export function applyNews(root: Document, news: News, today: Day): readonly string[] {
  for (const old of root.querySelectorAll('[data-news]')) old.remove();
  return Object.entries(news.groups).flatMap(([id, group]) => {
    const said = [...new Set(group.lines.flatMap((line) => tellLine(root, id, group, line, today)))];
    tellGroupPage(root, id, group, news, today);
    tellCards(root, id, group);
    return said.map((text) => `${group.name.text}: ${text}`);
  });
}

function tellLine(root: Document, id: string, group: NewsGroup, line: NewsLine, today: Day): readonly string[] {
  const own = [...root.querySelectorAll<HTMLElement>(`li.session[data-group="${id}"]`)].filter(
    ({ dataset }) => dataset['session'] === line.session,
  );
  const stands = own.filter((item) => (item.dataset['was'] ?? timeOf(item)) === line.was);
  // A page whose build knew of it has it at its new time.
  const found = stands.length > 0 ? stands : own.filter((item) => timeOf(item) === line.at && !item.dataset['was']);
  const changed = found.filter((item) => {
    const before = item.outerHTML;
    tell(root, item, line, group.full);
    return saysOther(before, item);
  });
  if (found.length === 0 && line.isGone) return [];
  const added = found.length > 0 ? [] : addLines(root, id, group, line);
  const isNew = changed.length + added.length > 0 && line.at.slice(0, 10) >= today;
  const comma = root.documentElement.lang === 'ar' ? '،' : ',';
  return isNew && (line.word || isOff(line)) ? [`${line.word}: ${line.day}${comma} ${line.times}.`] : [];
}

/** Whether a line says other words than before; a mark for the next time is no other word. */
function saysOther(before: string, item: HTMLElement): boolean {
  const { was } = item.dataset;
  return before.replace(/ data-was="[^"]*"/, '') !== item.outerHTML.replace(was ? ` data-was="${was}"` : '', '');
}

function addLines(root: Document, id: string, group: NewsGroup, line: NewsLine): readonly HTMLElement[] {
  return listsFor(root, id, group, line).map(({ list, leads }) => {
    const item = newItem(root, id, group, line, leads);
    tell(root, item, line, group.full);
    putInOrder(list, item, line.at);
    list.hidden = false;
    return item;
  });
}

/** Cards of lists, and "my groups": the next date in a sentence, and what is off before it. */
function tellCards(root: Document, id: string, { next, status, full, cost }: NewsGroup): void {
  const isOver = status?.kind === 'paused' || status?.kind === 'closed';
  const text = isOver ? status.title : [next.off && `${next.off}.`, next.text].filter(Boolean).join(' ');
  for (const card of root.querySelectorAll<HTMLElement>(`li[data-group="${id}"]:not(.session)`)) {
    const place = card.querySelector<HTMLElement>('.card__next');
    if (!place) continue;
    place.textContent = text;
    if (full) place.append(' ', element(root, 'span', 'tag', full));
    // What has no date does not pass.
    if (next.day) place.dataset['day'] = next.day;
    else delete place.dataset['day'];
  }
  for (const item of root.querySelectorAll(`[data-my-groups-list] li[data-group="${id}"]`)) {
    setText(item.querySelector('[data-next]'), text);
  }
  if (cost === undefined) return;
  for (const place of root.querySelectorAll(`[data-cost="${id}"]`)) setText(place, cost);
}
