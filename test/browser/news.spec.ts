import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { DEMONSTRATION } from '../support/prepare-site.ts';
import { anOrganiser, type Organiser } from '../support/push-change.ts';
import { test as base, expect, keptForOffline } from '../support/site.ts';
import { startWayIn, type WayIn } from '../support/way-in.ts';

const GROUPS = [
  'tuesday-art-table',
  'monday-talking-group',
  'friday-18-to-25',
  'telephone-circle',
  'slow-and-easy',
  'writing-online',
  'saturday-cafe',
  'quiet-hour',
  'sunday-walk',
  'arabic-saturday',
  'wednesday-morning-club',
  'back-to-work-table',
];

interface Live {
  readonly site: WayIn;
  readonly organiser: Organiser;
}

/** One server a worker, with somebody who runs groups. Each test changes a group, or a day, of its own. */
const test = base.extend<object, { live: Live }>({
  live: [
    async ({}, use) => {
      const site = await startWayIn({ env: DEMONSTRATION });
      await use({ site, organiser: await anOrganiser(site, GROUPS) });
      await site.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** Opens a page as somebody does on that day; the answer about changes has come. */
async function open(page: Page, { site }: Live, path: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${DEMONSTRATION.WAYIN_TODAY}T09:00:00Z`));
  const answered = page.waitForResponse(/\/changes\.json$/);
  await page.goto(`${site.url}${path}`);
  await answered;
}

const line = (page: Page, group: string, day: string) =>
  page.locator(`li.session[data-group="${group}"][data-day="${day}"]`);
/** What was read out, and never at the same moment: an announcer has two regions that take turns. */
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('[E24] a session called off shows on a page that is open, is read out, and says how old the news is', async ({
  page,
  live,
}) => {
  await open(page, live, '/en/timetable/');
  const monday = line(page, 'monday-talking-group', '2026-11-23');
  await expect(monday).not.toContainText('Cancelled');
  await expect(page.getByText('Last check for changes: now.')).toBeVisible();

  await live.organiser.publish('monday-talking-group', 'date:main:2026-11-23', {
    is: 'cancelled',
    note: 'The heating is broken.',
  });
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(monday).toContainText('Cancelled');
  await expect(monday).toContainText('The heating is broken.');
  await expect(said(page, 'Monday talking group: Cancelled: Monday 23 November, 6pm to 7:30pm.')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});

for (const [lang, word, direction] of [
  ['en', 'Cancelled', 'ltr'],
  ['pl', 'Odwołane', 'ltr'],
  ['ar', 'أُلغي', 'rtl'],
] as const) {
  test(`[E24] [E20] a group page in ${lang} says what is off first, and then the next date`, async ({ page, live }) => {
    await live.organiser.publish('friday-18-to-25', 'date:main:2026-11-27', { is: 'cancelled' });
    await open(page, live, `/${lang}/groups/friday-18-to-25/`);
    const notice = page.locator('[data-change]').first();
    await expect(notice).toContainText(word);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await expect(page.locator('.next-session time')).toHaveAttribute('datetime', /^2026-12-04/);
    await expect(line(page, 'friday-18-to-25', '2026-11-27')).toHaveClass(/session--off/);
    expect(await violations(page)).toEqual([]);
  });
}

test('[E24] a moved session stands at both times, in the list and in the table of the week', async ({ page, live }) => {
  await live.organiser.publish('back-to-work-table', 'date:main:2026-11-26', {
    at: '2026-11-28T15:00',
    place: 'example-house',
  });
  for (const path of ['/en/timetable/', '/en/timetable/week/2026-11-23/']) {
    await open(page, live, path);
    await expect(line(page, 'back-to-work-table', '2026-11-26')).toContainText('Moved');
    await expect(line(page, 'back-to-work-table', '2026-11-26')).toContainText('Now Saturday 28 November, 3pm');
    await expect(line(page, 'back-to-work-table', '2026-11-28')).toContainText('New time');
    await expect(line(page, 'back-to-work-table', '2026-11-28').getByRole('link')).toHaveAttribute(
      'href',
      '/en/groups/back-to-work-table/',
    );
  }
});

test('[E20] an extra session is put in its place', async ({ page, live }) => {
  await live.organiser.publish('saturday-cafe', 'date:main:2026-11-25', { is: 'extra', at: '2026-11-25T11:00' });
  await open(page, live, '/en/timetable/derby/');
  const extra = line(page, 'saturday-cafe', '2026-11-25');
  await expect(extra).toContainText('Extra session');
  const times = await page
    .locator('section[data-day="2026-11-25"] time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  expect(times).toEqual(times.toSorted());
  await open(page, live, '/en/timetable/southwark-works/');
  await expect(extra).toHaveCount(0);
});

test('[E20] [E31] the list of groups says the next date, a break, a full group and a new cost', async ({
  page,
  live,
}) => {
  await live.organiser.publish('sunday-walk', 'group', { status: 'paused' });
  await live.organiser.publish('arabic-saturday', 'group', {
    status: 'full',
    cost: { kind: 'amount', pence: 250, canBeWaived: true },
  });
  await open(page, live, '/en/groups/');
  const card = (group: string) => page.locator(`li[data-group="${group}"]`);
  await expect(card('sunday-walk')).toContainText('This group is having a break');
  await expect(card('arabic-saturday')).toContainText('Full');
  await expect(card('arabic-saturday')).toContainText('New cost: £2.50');

  await open(page, live, '/en/groups/arabic-saturday/');
  await expect(page.getByText('This group is full')).toBeVisible();
  await expect(page.locator('[data-cost]')).toContainText('£2.50');
  // [E75]: who runs it stays.
  await expect(page.getByText(/run it\.|not run it|is not yet provided/).first()).toBeVisible();
  await open(page, live, '/en/groups/sunday-walk/');
  await expect(page.getByText('This group is having a break')).toBeVisible();
  await expect(page.locator('.next-session')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('[F-6] [G32] a group that its organiser confirmed today says so at once', async ({ page, live }) => {
  await live.organiser.publish('wednesday-morning-club', 'group', { confirmed: '2026-11-22' });
  await open(page, live, '/en/groups/wednesday-morning-club/');
  await expect(page.getByText('last said that this is right on Sunday 22 November 2026')).toBeVisible();
  await expect(page.getByText('This may be out of date')).toHaveCount(0);
  // [F-6]: when it was last checked stays where it was.
  await expect(page.getByText(/Last checked|checked on/i).first()).toBeVisible();
});

test('[E32] feedback on a group that was called off still begins on its page', async ({ page, live }) => {
  await live.organiser.publish('writing-online', 'date:main:2026-12-02', { is: 'cancelled' });
  await open(page, live, '/en/groups/writing-online/');
  await expect(page.getByRole('link', { name: 'Give feedback on this group' })).toHaveAttribute(
    'href',
    /groupId=writing-online/,
  );
});

test('[E24] my groups say what is off', async ({ page, live }) => {
  await live.organiser.publish('tuesday-art-table', 'date:main:2026-12-01', { is: 'cancelled' });
  await open(page, live, '/en/groups/tuesday-art-table/');
  await page.getByRole('button', { name: 'Keep in my groups' }).click();
  await expect(page.getByRole('button', { name: 'Take out of my groups' })).toBeVisible();
  await open(page, live, '/en/timetable/');
  await expect(page.getByRole('region', { name: 'My groups' }).getByRole('listitem')).toContainText(
    'Next: Tuesday 8 December',
  );
});

test('[F-11] [E65] the calendar of a group carries what was called off', async ({ live }) => {
  await live.organiser.publish('tuesday-art-table', 'date:main:2026-12-15', { is: 'cancelled' });
  for (const path of ['groups/tuesday-art-table.ics', 'programmes/derby.ics']) {
    const answer = () => fetch(`${live.site.url}/en/${path}`);
    await expect
      .poll(async () => (await answer()).text())
      .toMatch(/RECURRENCE-ID;[^\r]*20261215T\d{6}\r\nSTATUS:CANCELLED/);
    expect((await answer()).headers.get('content-type')).toContain('text/calendar');
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('[E24] the pages hold what has changed, and say so', async ({ page, live }) => {
    await live.organiser.publish('monday-talking-group', 'date:main:2026-12-14', { is: 'cancelled' });
    await page.goto(`${live.site.url}/pl/groups/monday-talking-group/`);
    await expect(line(page, 'monday-talking-group', '2026-12-14')).toContainText('Odwołane');
    await expect(page.locator('[data-news-age]')).toContainText('Zmiany, które grupy podały');
  });
});

test('a page that the intake wrote and a script then reads says everything once', async ({ page, live }) => {
  await live.organiser.publish('saturday-cafe', 'date:main:2026-12-05', { is: 'cancelled' });
  await open(page, live, '/en/groups/saturday-cafe/');
  const off = line(page, 'saturday-cafe', '2026-12-05');
  await expect(off).toHaveCount(1);
  await expect(off.locator('.tag')).toHaveText(['Cancelled']);
  await expect(page.locator('[data-news-age]')).toHaveCount(1);
});

test('without a signal the last news stands, and says that it may be old', async ({ page, live }) => {
  await live.organiser.publish('quiet-hour', 'date:main:2026-12-03', { is: 'cancelled' });
  await open(page, live, '/en/timetable/');
  await expect(line(page, 'quiet-hour', '2026-12-03')).toContainText('Cancelled');
  await expect(page.getByText('Last check for changes: now.')).toBeVisible();
  await page.route(/\/changes\.json$/, (route) => route.abort());
  await page.clock.setFixedTime(new Date(`${DEMONSTRATION.WAYIN_TODAY}T11:00:00Z`));
  await page.goto(`${live.site.url}/en/timetable/`);
  await expect(page.getByText('No signal. Last check for changes: 2 hours ago.')).toBeVisible();
  await expect(line(page, 'quiet-hour', '2026-12-03')).toContainText('Cancelled');
});

test.describe('with all pages kept', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page from the device is told the news that it had last', async ({ page, context, live }) => {
    await live.organiser.publish('slow-and-easy', 'date:main:2026-12-08', { is: 'cancelled' });
    await open(page, live, '/en/timetable/');
    await expect(page.getByText('Last check for changes: now.')).toBeVisible();
    await keptForOffline(page);
    await context.setOffline(true);
    await page.goto(`${live.site.url}/en/groups/slow-and-easy/`);
    await expect(line(page, 'slow-and-easy', '2026-12-08')).toContainText('Cancelled');
    await expect(page.locator('[data-news-age]')).toContainText('No signal.');
  });
});

test('[E65] a calendar can follow a group, and messages begin and end with a form', async ({ page, live }) => {
  await open(page, live, '/en/groups/tuesday-art-table/');
  const { host } = new URL(live.site.url);
  await expect(page.getByRole('link', { name: 'Keep my calendar up to date' })).toHaveAttribute(
    'href',
    `webcal://${host}/en/groups/tuesday-art-table.ics`,
  );
  await expect(page.getByRole('link', { name: /Ask for a text or email/ })).toHaveAttribute('href', /reminder-signup/);
});

test.describe('a reminder on this device', () => {
  test.use({ permissions: ['notifications'] });

  test('[E65] comes only to who asked for it, and stops when they say so', async ({ page, live }) => {
    await page.addInitScript(() => {
      const shown: string[] = [];
      class Shown {
        static readonly permission = 'granted';
        static readonly requestPermission = async () => 'granted';
        constructor(title: string, options: NotificationOptions) {
          shown.push(`${title}: ${options.body}`);
        }
      }
      Object.assign(window, { Notification: Shown, shown });
    });
    await open(page, live, '/en/groups/southwark-job-club/');
    await page.getByRole('button', { name: 'Remind me on this device' }).click();
    await expect(page.getByText('A reminder comes only while this site is open')).toBeVisible();
    const shown = () => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
    await expect.poll(shown).toEqual(['Job club: Monday 23 November, 1pm']);

    await page.goto(`${live.site.url}/en/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await shown()).toEqual([]);
    await open(page, live, '/en/groups/southwark-job-club/');
    await page.getByRole('button', { name: 'Do not remind me any more' }).click();
    await expect(page.getByRole('button', { name: 'Remind me on this device' })).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('wayin-reminders'))).toBeNull();
  });
});

test('[E20] what somebody finds says the next date as it is now', async ({ page, live }) => {
  await live.organiser.publish('telephone-circle', 'date:main:2026-11-23', { is: 'cancelled' });
  await page.clock.setFixedTime(new Date(`${DEMONSTRATION.WAYIN_TODAY}T09:00:00Z`));
  await page.goto(`${live.site.url}/en/find/`);
  const answered = page.waitForResponse(/\/changes\.json$/);
  await page.getByRole('searchbox').fill('telephone circle');
  await answered;
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /circle/i }) });
  await expect(card.first()).toContainText('Monday 30 November');
});
