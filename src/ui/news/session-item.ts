import type { NewsGroup, NewsLine } from '#core/timetable/news.ts';

/** Makes an element with its class and text. */
export function element(root: Document, tag: string, name = '', text = ''): HTMLElement {
  const made = root.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** A line for a date that the page has not got. `leads`: the day on a group's own page, the time elsewhere. */
export function newItem(
  root: Document,
  id: string,
  group: NewsGroup,
  line: NewsLine,
  leads: 'day' | 'time',
): HTMLElement {
  const item = element(root, 'li', 'session');
  item.dataset['group'] = id;
  item.dataset['session'] = line.session;
  item.dataset['news'] = '';
  const when = element(root, 'p', 'session__when');
  const time = root.createElement('time');
  if (leads === 'day') time.append(element(root, 'span', 'session__day'), ' ');
  time.append(element(root, 'span', 'session__times'));
  when.append(time);
  const what = element(root, 'div', 'session__what');
  if (leads === 'time') {
    const name = element(root, 'p', 'session__name');
    const link = element(root, 'a', '', group.name.text);
    link.setAttribute('href', `/${root.documentElement.lang}/groups/${id}/`);
    if (group.name.lang) link.lang = group.name.lang;
    name.append(link);
    if (group.example) name.append(' ', element(root, 'span', 'tag tag--example', group.example));
    what.append(name);
  }
  what.append(element(root, 'p', 'session__where'));
  item.append(when, what);
  return item;
}

export function isOff({ state }: Pick<NewsLine, 'state'>): boolean {
  return state === 'cancelled' || state === 'movedAway';
}

/** Makes a line say what is so now. What is not as usual is a word first, never a colour alone (E24). */
export function tell(root: Document, item: HTMLElement, line: NewsLine, full: string | undefined): void {
  const off = isOff(line);
  if (line.was) item.dataset['was'] = line.was;
  item.dataset['state'] = line.state;
  item.dataset['day'] = line.at.slice(0, 10);
  item.classList.toggle('session--off', off);
  item.querySelector('time')?.setAttribute('datetime', line.at);
  setText(item.querySelector('.session__day'), line.day);
  setText(item.querySelector('.session__times'), line.times);
  for (const old of item.querySelectorAll('.session__state, .session__change')) old.remove();

  const what = item.querySelector('.session__what');
  const state = element(root, 'p', 'session__state');
  if (line.word) state.append(element(root, 'strong', `tag tag--${off ? 'off' : 'changed'}`, line.word), ' ');
  if (full && !off) state.append(element(root, 'strong', 'tag', full));
  if (state.childNodes.length > 0) what?.prepend(state);
  const where = item.querySelector('.session__where');
  // Where it is stays as it was built, with its part of the country, unless it is another place.
  if (where && line.place && !where.textContent?.includes(line.place.text)) {
    const place = element(root, 'bdi', '', line.place.text);
    if (line.place.lang) place.lang = line.place.lang;
    where.replaceChildren(`${line.mode}${root.documentElement.lang === 'ar' ? '،' : ','} `, place);
    item.querySelector('.session__access')?.remove();
  } else if (where && !where.textContent) where.textContent = line.mode;
  if (off) item.querySelector('.session__access')?.remove();
  for (const text of line.say) what?.append(element(root, 'p', 'session__change', text));
  if (line.note) {
    const note = element(root, 'p', 'session__change', line.note);
    note.dir = 'auto';
    what?.append(note);
  }
}

export function setText(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
