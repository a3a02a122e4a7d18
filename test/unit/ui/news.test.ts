import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { News, NewsGroup, NewsLine } from '#core/timetable/news.ts';
import { applyNews } from '#ui/news/apply-news.ts';
import { agoInWords } from '../../../src/islands/news/ago.ts';

const TODAY = '2026-11-22';

function aLine(changes: Partial<NewsLine> = {}): NewsLine {
  const at = changes.at ?? '2026-11-23T18:00';
  const said = {
    day: `the ${at.slice(8, 10)}th`,
    times: `at ${at.slice(11)}`,
    mode: 'In person',
    place: { text: 'Hall' },
  };
  return { session: 'main', was: at, at, state: 'cancelled', word: 'Cancelled', say: [], ...said, ...changes };
}

function aGroup(changes: Partial<NewsGroup> = {}): NewsGroup {
  return {
    name: { text: 'Talk' },
    programme: 'derby',
    lines: [aLine()],
    next: { text: 'Next: the 30th', off: 'Cancelled: the 23rd', day: '2026-11-30' },
    dates: ['2026-11-30T18:00'],
    message: 'Talk. Next: the 30th.',
    ...changes,
  };
}

const newsOf = (groups: News['groups'], version = '1'): News => ({
  version,
  words: { checked: '', notChecked: '', inPage: '', nextTitle: 'Next session', noDates: 'No dates.' },
  groups,
});

const item = (time: string, { group = 'talk', state = 'on', leads = 'time', more = '' } = {}) =>
  `<li class="session" data-state="${state}" data-day="${time.slice(0, 10)}" data-group="${group}" data-session="main">
<p class="session__when"><time datetime="${time}">${leads === 'day' ? `<span class="session__day">${time.slice(0, 10)}</span>` : ''}
<span class="session__times">6pm</span></time></p><div class="session__what">${more}
<p class="session__where"><span>In person</span>, <bdi>Hall</bdi>, <bdi>Derby</bdi></p><p class="session__access">Step-free</p></div></li>`;

const page = (inside: string, lang = 'en') =>
  parseHTML(`<!doctype html><html lang="${lang}"><body><main>${inside}</main></body></html>`)
    .document as unknown as Document;

const byDay = (...days: readonly string[]) =>
  page(
    `<p data-made="${TODAY}" data-dates="*" data-until="2026-12-05"></p>${days
      .map(
        (day) =>
          `<section class="day" data-day="${day}"><h2>${day}</h2><ul>${item(`${day}T18:00`)}${item(`${day}T20:00`, { group: 'walk' })}</ul></section>`,
      )
      .join('')}`,
  );

const ownPage = (...times: readonly string[]) =>
  page(`<div class="with-aside" data-group-page="talk"><section class="next-session" data-day="${times[0]?.slice(0, 10)}">
<h2>Next session</h2><p class="next-session__when"><time datetime="${times[0]}">x</time></p>
<p data-where>In person, <bdi>Hall</bdi>, <bdi>1 Street</bdi></p><p class="session__access">Step-free</p></section>
<ul data-of="talk">${times.map((time) => item(time, { leads: 'day' })).join('')}</ul></div>`);

const all = (root: Document, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];

describe('[E24] news on a page', () => {
  test('is a word before any colour, and is read out once', () => {
    const root = byDay('2026-11-23', '2026-11-30');
    const news = newsOf({ talk: aGroup({ lines: [aLine({ note: 'No key <b>' })] }) });
    expect(applyNews(root, news, TODAY)).toEqual(['Talk: Cancelled: the 23th, at 18:00.']);
    const [off] = all(root, '.session--off');
    expect(off?.querySelector('.tag--off')?.textContent).toBe('Cancelled');
    expect(off?.querySelector('.session__change')?.textContent).toBe('No key <b>');
    expect(off?.querySelector('.session__access')).toBeNull();
    expect(all(root, '.session--off')).toHaveLength(1);
  });

  test('told twice changes nothing more', () => {
    const root = byDay('2026-11-23', '2026-11-30');
    const { was: _, ...extra } = aLine({ at: '2026-11-25T11:00', state: 'extra', word: 'Extra session' });
    const news = newsOf({ talk: aGroup({ lines: [aLine(), extra] }) });
    applyNews(root, news, TODAY);
    const once = root.toString();
    expect(applyNews(root, news, TODAY).join()).not.toContain('Cancelled');
    expect(root.toString()).toBe(once);
  });

  test('that is taken back leaves the line as it was', () => {
    const root = byDay('2026-11-23');
    applyNews(root, newsOf({ talk: aGroup() }), TODAY);
    const { word: _, ...on } = aLine({ state: 'on', say: ['This goes ahead.'] });
    applyNews(root, newsOf({ talk: aGroup({ lines: [on] }) }, '2'), TODAY);
    expect(all(root, '.session--off, .tag')).toEqual([]);
    expect(all(root, '.session__change').map(({ textContent }) => textContent)).toEqual(['This goes ahead.']);
  });

  test('which a build knew of already is not told as news', () => {
    const root = page(
      `<p data-dates="*" data-until="2026-12-05"></p><section class="day" data-day="2026-11-23"><ul>${item('2026-11-23T17:00', { state: 'movedHere', more: '<p class="session__state"><strong class="tag tag--changed">New time</strong> </p>' })}</ul></section>`,
    );
    const moved = aLine({
      was: '2026-11-23T18:00',
      at: '2026-11-23T17:00',
      state: 'movedHere',
      word: 'New time',
      times: '6pm',
    });
    applyNews(root, newsOf({ talk: aGroup({ lines: [moved] }) }), TODAY);
    expect(all(root, 'li')).toHaveLength(1);
    expect(all(root, '.tag')).toHaveLength(1);
  });

  test('of a date that is among them no more adds nothing where it never stood', () => {
    const root = byDay('2026-11-30');
    applyNews(root, newsOf({ talk: aGroup({ lines: [aLine({ isGone: true, word: 'Not on' })] }) }), TODAY);
    expect(all(root, 'li')).toHaveLength(2);
  });

  test('puts a new date on a day of its own, in order, and only within the days of the page', () => {
    const root = byDay('2026-11-23', '2026-11-30');
    const { was: _, ...extra } = aLine({ at: '2026-11-25T11:00', state: 'extra', word: 'Extra session' });
    const far = { ...extra, at: '2026-12-24T11:00' };
    applyNews(root, newsOf({ talk: aGroup({ lines: [extra, far] }) }), TODAY);
    expect(all(root, 'section').map(({ dataset }) => dataset['day'])).toEqual([
      '2026-11-23',
      '2026-11-25',
      '2026-11-30',
    ]);
    expect(root.querySelector('#day-2026-11-25')?.textContent).toBe('the 25th');
    expect(root.querySelector('[data-day="2026-11-25"] a')?.getAttribute('href')).toBe('/en/groups/talk/');
  });
});

describe("a group's own page", () => {
  test('[E20] [E24] says what is off, and then the next date', () => {
    const root = ownPage('2026-11-23T18:00', '2026-11-30T18:00');
    applyNews(root, newsOf({ talk: aGroup({ lines: [aLine()] }) }), TODAY);
    expect(root.querySelector('[data-change]')?.textContent).toContain('Cancelled: the 23th, at 18:00.');
    expect(root.querySelector('.next-session time')?.getAttribute('datetime')).toBe('2026-11-30T18:00');
    // It is the same place: its address and its ways in stay.
    expect(root.querySelector('.next-session')?.textContent).toMatch(/1 Street[\s\S]*Step-free/);
  });

  test('[E20] has no next date where all are off', () => {
    const root = ownPage('2026-11-23T18:00');
    applyNews(root, newsOf({ talk: aGroup() }), TODAY);
    expect(root.querySelector('.next-session')).toBeNull();
    expect(root.querySelector('[data-no-dates]')?.textContent).toBe('No dates.');
  });

  test('says a break once, not date by date', () => {
    const root = ownPage('2026-11-23T18:00', '2026-11-30T18:00');
    const off = [aLine(), aLine({ at: '2026-11-30T18:00' })];
    const status = { kind: 'paused', title: 'This group is having a break', body: '' } as const;
    applyNews(root, newsOf({ talk: aGroup({ lines: off, status }) }), TODAY);
    expect(all(root, '.notice--warning').map(({ textContent }) => textContent)).toEqual([status.title]);
  });

  test('[E27] does not count a date that has passed', () => {
    const root = ownPage('2026-11-16T18:00', '2026-11-30T18:00');
    applyNews(root, newsOf({ talk: aGroup({ lines: [aLine({ at: '2026-11-30T18:00' })] }) }), TODAY);
    expect(root.querySelector('.next-session')).toBeNull();
  });
});

test('[G34] the age of the news is said in the words of each language', () => {
  const HOUR = 3_600_000;
  expect([0, 59_000, 600_000, 2 * HOUR, 49 * HOUR].map((ms) => agoInWords(0, ms, 'en'))).toEqual([
    'now',
    'now',
    '10 minutes ago',
    '2 hours ago',
    '2 days ago',
  ]);
  expect(agoInWords(0, 600_000, 'pl')).toBe('10 minut temu');
  expect(agoInWords(0, 600_000, 'ar')).toContain('10');
  // A clock that was set back makes no news from the future.
  expect(agoInWords(HOUR, 0, 'en')).toBe('now');
});
