/** One component of an iCalendar file, as a strict reader sees it. */
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

export interface Property {
  readonly name: string;
  readonly params: { readonly [name: string]: string };
  readonly value: string;
}

const LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z][A-Z0-9-]*=(?:"[^"]*"|[^;:"]*))*):(.*)$/su;

/**
 * Reads an iCalendar file by the letter of RFC 5545 section 3.1, and throws at whatever is not: written apart from
 * the writer, so that the two do not share their mistakes.
 */
export function readCalendar(file: string): Component {
  if (!file.endsWith('\r\n')) throw new Error('The last line has no end.');
  if (/(?<!\r)\n|\r(?!\n)/.test(file)) throw new Error('A line does not end in CRLF.');
  const folded = file.slice(0, -2).split('\r\n');
  for (const line of folded) {
    const octets = new TextEncoder().encode(line).length;
    if (octets > 75) throw new Error(`A line has ${octets} octets: ${line}`);
    if (line.includes('\uFFFD')) throw new Error(`A letter is cut in two: ${line}`);
  }
  const lines = file
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(readLine);
  const [calendar, rest] = readComponent(lines);
  if (rest.length > 0) throw new Error('Something stands after the calendar.');
  if (calendar.name !== 'VCALENDAR') throw new Error(`The file holds a ${calendar.name}.`);
  for (const event of calendar.components.filter(({ name }) => name === 'VEVENT')) checkEvent(event);
  return calendar;
}

function readLine(line: string): Property {
  const parts = LINE.exec(line);
  if (!parts) throw new Error(`This is no content line: ${line}`);
  const [, name = '', params = '', value = ''] = parts;
  const pairs = params
    .split(';')
    .slice(1)
    .map((pair) => pair.split('=', 2) as [string, string]);
  return { name, params: Object.fromEntries(pairs), value };
}

function readComponent([first, ...others]: readonly Property[]): [Component, readonly Property[]] {
  if (first?.name !== 'BEGIN') throw new Error(`A component begins with ${first?.name}.`);
  const properties: Property[] = [];
  const components: Component[] = [];
  let rest: readonly Property[] = others;
  for (;;) {
    const [next, ...after] = rest;
    if (!next) throw new Error(`${first.value} has no end.`);
    if (next.name === 'END') {
      if (next.value !== first.value) throw new Error(`${first.value} ends as ${next.value}.`);
      return [{ name: first.value, properties, components }, after];
    }
    if (next.name === 'BEGIN') {
      const [inner, left] = readComponent(rest);
      components.push(inner);
      rest = left;
    } else {
      properties.push(next);
      rest = after;
    }
  }
}

const ONCE = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'STATUS', 'SUMMARY', 'RRULE', 'RECURRENCE-ID'];

function checkEvent(event: Component): void {
  for (const name of ONCE) {
    const found = all(event, name).length;
    if (found > 1) throw new Error(`An event has ${found} ${name}.`);
  }
  for (const name of ['UID', 'DTSTAMP', 'DTSTART']) one(event, name);
  if (!/^\d{8}T\d{6}Z$/.test(one(event, 'DTSTAMP').value)) throw new Error('DTSTAMP is not in UTC.');
  for (const { params, value, name } of event.properties) {
    if (!['DTSTART', 'DTEND', 'EXDATE', 'RDATE', 'RECURRENCE-ID'].includes(name)) continue;
    if (params['TZID'] !== 'Europe/London') throw new Error(`${name} says no zone.`);
    if (!value.split(',').every((time) => /^\d{8}T\d{6}$/.test(time))) throw new Error(`${name} is no local time.`);
  }
}

/** All properties of a name. */
export function all({ properties }: Component, name: string): readonly Property[] {
  return properties.filter((property) => property.name === name);
}

/** The one property of a name. */
export function one(component: Component, name: string): Property {
  const [found] = all(component, name);
  if (!found) throw new Error(`${component.name} has no ${name}.`);
  return found;
}

export function eventsIn(calendar: Component): readonly Component[] {
  return calendar.components.filter(({ name }) => name === 'VEVENT');
}

/** `20260907T180000` as the golden cases write it. */
export function toWall(time: string): string {
  return time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d$/, '$1-$2-$3T$4:$5');
}

/** A text value without its escapes. */
export function toText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}
