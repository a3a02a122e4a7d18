import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { DEMONSTRATION } from '../support/prepare-site.ts';
import { test as base, expect } from '../support/site.ts';
import { startWayIn, type WayIn } from '../support/way-in.ts';

const DAY = DEMONSTRATION.WAYIN_TODAY;

const test = base.extend<object, { dated: WayIn }>({
  dated: [
    async ({}, use) => {
      const dated = await startWayIn({ env: DEMONSTRATION });
      await use(dated);
      await dated.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** Opens a page as somebody does on that day, or on another. */
async function open(page: Page, site: WayIn, path: string, day = DAY): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T09:00:00Z`));
  await page.goto(`${site.url}${path}`);
}

const day = (page: Page, date: string) => page.locator(`section[data-day="${date}"]`);

test('[E24] a cancelled session stands in the list with the word "Cancelled", and says why', async ({
  page,
  dated,
}) => {
  await open(page, dated, '/en/timetable/');
  const line = day(page, '2026-11-24').getByRole('listitem').filter({ hasText: 'Tuesday art table' });
  await expect(line).toContainText('Cancelled');
  await expect(line).toContainText('The person who leads it is ill.');
});

test('[E24] a group page says a cancelled session first, aloud as well, and then the next one', async ({
  page,
  dated,
}) => {
  await open(page, dated, '/en/groups/tuesday-art-table/');
  await expect(page.locator('[data-change]')).toContainText('Cancelled: Tuesday 24 November, 10:30am to 12:30pm.');
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled: Tuesday 24 November' })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Next session' })).toContainText('Tuesday 1 December');
});

test('[G34] a moved session shows its old time and its new one, in words', async ({ page, dated }) => {
  await open(page, dated, '/en/timetable/derby/');
  const talk = (date: string) => day(page, date).getByRole('listitem').filter({ hasText: 'Monday talking group' });
  await expect(talk('2026-11-30')).toContainText('Moved');
  await expect(talk('2026-11-30')).toContainText('Now Tuesday 1 December, 6pm.');
  await expect(talk('2026-12-01')).toContainText('It was Monday 30 November, 6pm.');
});

test('[E20] every group in the list says its next date, or that it has none', async ({ page, dated }) => {
  await open(page, dated, '/en/groups/');
  const cards = page.locator('[data-group]');
  expect(await cards.count()).toBeGreaterThan(10);
  for (const text of await cards.locator('.card__next').allTextContents())
    expect(text).toMatch(
      /Next: (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d+ \w+, [\d:]+[ap]m|No date|has closed|break/,
    );
});

test('[E21] the weekend is one link away, and leads to Saturday', async ({ page, dated }) => {
  await open(page, dated, '/en/timetable/');
  await page.getByRole('link', { name: 'Weekend of Saturday 28 November' }).click();
  await expect(page).toHaveURL(/#day-2026-11-28$/);
  await expect(page.getByRole('heading', { name: 'Saturday 28 November' })).toBeInViewport();
});

test('[G32] a group whose check is overdue says that it may be out of date', async ({ page, dated }) => {
  await open(page, dated, '/en/groups/wednesday-morning-club/');
  await expect(page.getByText('This may be out of date')).toBeVisible();
  await open(page, dated, '/en/groups/tuesday-art-table/');
  await expect(page.getByText('This may be out of date')).toHaveCount(0);
});

test('[E31] [E75] a group page says what it costs, what for, and who runs it', async ({ page, dated }) => {
  await open(page, dated, '/en/groups/tuesday-art-table/');
  await expect(page.getByText('£2 for paint and paper')).toBeVisible();
  await expect(page.getByText('Volunteers run it.')).toBeVisible();
});

test('a list read some days later hides what has passed and says how old it is', async ({ page, dated }) => {
  await open(page, dated, '/en/timetable/', '2026-11-25');
  await expect(page.getByText('This list was made 3 days ago. Days that have passed are hidden.')).toBeVisible();
  await expect(day(page, '2026-11-24')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Today: Wednesday 25 November' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Go to a day' }).getByRole('link').first()).toHaveText(
    'Today: Wednesday 25 November',
  );
});

test('a list of which all days have passed stays, and says so', async ({ page, dated }) => {
  await open(page, dated, '/en/timetable/', '2027-03-01');
  await expect(page.getByText('All its days have passed.')).toBeVisible();
  await expect(day(page, '2026-11-24')).toBeVisible();
});

test('groups are kept on this device alone, listed with their next date, and forgotten when it is cleared', async ({
  page,
  dated,
}) => {
  await open(page, dated, '/en/groups/tuesday-art-table/');
  await page.getByRole('button', { name: 'Keep in my groups' }).click();
  await expect(page.getByRole('button', { name: 'Take out of my groups' })).toBeVisible();
  await open(page, dated, '/en/groups/monday-talking-group/');
  await page.getByRole('button', { name: 'Keep in my groups' }).click();
  await expect(page.getByRole('button', { name: 'Take out of my groups' })).toBeVisible();

  await open(page, dated, '/en/timetable/');
  const mine = page.getByRole('region', { name: 'My groups' });
  await expect(mine.getByRole('listitem').filter({ hasText: 'Tuesday art table' })).toContainText(
    'Cancelled: Tuesday 24 November, 10:30am',
  );
  await expect(mine.getByRole('listitem').filter({ hasText: 'Monday talking group' })).toContainText(
    'Next: Monday 23 November, 6pm',
  );
  await expect(page.getByRole('status').filter({ hasText: 'Tuesday art table: Cancelled' })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await mine.getByRole('link', { name: 'Clear this device' }).click();
  await page.getByRole('button', { name: 'Clear this device' }).click();
  await page.getByRole('button', { name: 'Yes, clear this device' }).click();
  await expect(page.getByText('This device is cleared.').first()).toBeVisible();
  await open(page, dated, '/en/timetable/');
  await expect(mine).toBeHidden();
});

test('a group is taken out again where it was kept', async ({ page, dated }) => {
  await open(page, dated, '/en/groups/tuesday-art-table/');
  await page.getByRole('button', { name: 'Keep in my groups' }).click();
  await page.getByRole('button', { name: 'Take out of my groups' }).click();
  await expect(page.getByRole('button', { name: 'Keep in my groups' })).toBeVisible();
  await open(page, dated, '/en/timetable/');
  await expect(page.getByRole('region', { name: 'My groups' })).toBeHidden();
});

test('[G36] the short link leads to the page in the language of the reader', async ({ browser, dated }) => {
  const polish = await browser.newContext({ locale: 'pl-PL', serviceWorkers: 'block' });
  const page = await polish.newPage();
  await page.goto(`${dated.url}/g/tuesday-art-table/`);
  await expect(page).toHaveURL(/\/pl\/groups\/tuesday-art-table\/$/);
  await polish.close();
});

test('[G36] the text message holds the next date and the short link, in 160 letters', async ({ page, dated }) => {
  await open(page, dated, '/en/groups/tuesday-art-table/');
  const text = (await page.locator('[data-text-message]').textContent()) ?? '';
  expect(text).toContain('Tuesday 1 December, 10:30am');
  expect(text).toContain(`${dated.url}/g/tuesday-art-table/`);
  expect(text.length).toBeLessThanOrEqual(160);
  const send = await page.getByRole('link', { name: 'Send as a text message' }).getAttribute('href');
  expect(decodeURIComponent(send ?? '')).toBe(`sms:?&body=${text}`);
});

for (const path of [
  '/en/groups/tuesday-art-table.ics',
  '/ar/groups/carers-evening/online.ics',
  '/pl/programmes/derby.ics',
  '/en/courses/carers-and-recovery.ics',
  '/en/events/open-day.ics',
]) {
  test(`[E65] [F-11] ${path} is a calendar`, async ({ request, dated }) => {
    const answer = await request.get(`${dated.url}${path}`);
    expect(answer.headers()['content-type']).toMatch(/^text\/calendar/);
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });
}

test('the week is a table with real headers and a caption, and can be reached and moved by keys', async ({
  page,
  dated,
}) => {
  await open(page, dated, '/en/timetable/week/2026-11-30/');
  const table = page.getByRole('table', { name: 'Monday 30 November to Sunday 6 December 2026' });
  await expect(table.getByRole('columnheader')).toHaveText([/Day/, /Morning/, /Afternoon/, /Evening/]);
  await expect(table.getByRole('rowheader')).toHaveCount(7);
  await page.getByRole('region', { name: 'Monday 30 November' }).focus();
  await expect(page.getByRole('region', { name: 'Monday 30 November' })).toBeFocused();
});

test('on paper the lists stand without what only a screen can do', async ({ page, dated }) => {
  await open(page, dated, '/en/timetable/');
  await page.emulateMedia({ media: 'print' });
  await expect(day(page, '2026-11-24')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Go to a day' })).toBeHidden();
});

test('[D42] [D46] [E63] [E64] [A10] events are listed by kind', async ({ page, dated }) => {
  await open(page, dated, '/en/events/');
  for (const kind of ['Taster sessions', 'Open days', 'Job fairs', 'Forums: have your say', 'Learning events'])
    await expect(page.getByRole('region', { name: kind }).getByRole('link').first()).toBeVisible();
  await expect(page.getByText('World Mental Health Day').first()).toBeVisible();
});

test('[F-9] a course says when it starts, how many places there are and whether there is a waiting list', async ({
  page,
  dated,
}) => {
  await open(page, dated, '/en/courses/carers-and-recovery/');
  await expect(page.getByText('Starts Saturday 23 January 2027, 10:30am')).toBeVisible();
  await expect(page.getByText('There are 14 places.')).toBeVisible();
  await expect(page.getByText('There is no waiting list.')).toBeVisible();
});

test('[E35] a course shows its CHIME themes, its form, where it is and when it starts', async ({ page, dated }) => {
  await open(page, dated, '/en/courses/carers-and-recovery/');
  const main = page.getByRole('main');
  for (const words of ['Coping when things are hard', 'Feeling close to others', 'In a classroom', 'Face to face'])
    await expect(main.getByText(words)).toBeVisible();
  await expect(main.getByText('Starts Saturday 23 January 2027, 10:30am')).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Getting in and around' })).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the list says the day it was made, and everything in it is there', async ({ page, dated }) => {
    await page.goto(`${dated.url}/en/timetable/`);
    await expect(page.getByText('This list was made on Sunday 22 November 2026.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Tuesday 24 November', exact: true })).toBeVisible();
    await expect(page.getByText('Cancelled').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'My groups' })).toBeHidden();
  });

  test('a group page offers what works and nothing else', async ({ page, dated }) => {
    await page.goto(`${dated.url}/en/groups/tuesday-art-table/`);
    await expect(page.getByRole('link', { name: 'Add to my calendar' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep in my groups' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Copy this text' })).toBeHidden();
    await page.getByText(/^\d+ more dates$/).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Tuesday 12 January' })).toBeVisible();
  });

  test('the short link lets one choose a language', async ({ page, dated }) => {
    await page.goto(`${dated.url}/g/tuesday-art-table/`);
    await page.getByRole('link', { name: 'polski' }).last().click();
    await expect(page).toHaveURL(/\/pl\/groups\/tuesday-art-table\/$/);
  });
});

for (const lang of ['en', 'ar']) {
  for (const path of [
    '/timetable/',
    '/timetable/derby/',
    '/timetable/week/',
    '/groups/',
    '/groups/tuesday-art-table/',
    '/groups/mens-friday/',
    '/courses/',
    '/courses/carers-and-recovery/',
    '/events/',
    '/events/open-day/',
  ]) {
    test(`[G2] /${lang}${path} passes axe, wide and narrow`, async ({ page, dated }) => {
      await open(page, dated, `/${lang}${path}`);
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await violations(page)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    });
  }
}
