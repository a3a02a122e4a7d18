import type { Locator, Page } from '@playwright/test';
import {
  aBundle,
  aFormFile,
  heard,
  listen,
  openBuilder,
  openBuilderFile,
  outline,
  workOnOpened,
} from '../support/builder.ts';
import { expect, test } from '../support/site.ts';

const text = (id: string) => ({ id, kind: 'text', maxLength: 80 });
const FORM = aBundle(
  aFormFile([], {
    pages: [
      { id: 'you', questions: ['name', 'street', 'town'].map(text) },
      { id: 'more', questions: [text('wish')] },
      { id: 'end', exit: true, when: { question: 'name', answered: true }, questions: [] },
    ],
  }),
  {
    en: {
      title: 'From a file',
      intro: ['This form takes two minutes.'],
      recipients: { 'site-team': 'the Way In team' },
      pages: { you: { title: 'You' }, more: { title: 'More' }, end: { title: 'The end' } },
      questions: Object.fromEntries(
        ['Name', 'Street', 'Town', 'Wish'].map((label) => [label.toLowerCase(), { label }]),
      ),
    },
  },
);

async function openForm(page: Page, url: string, language = 'en'): Promise<void> {
  await listen(page);
  await openBuilder(page, url, language);
  await openBuilderFile(page, 'form.json', FORM);
  await workOnOpened(page);
}

const entry = (page: Page, id: string) => outline(page).locator(`[data-drag][data-id="${id}"]`);
const line = (page: Page, id: string) => entry(page, id).locator('> .outline__line');
const grip = (page: Page, id: string) => line(page, id).locator('[data-grip]');

/** The ids of the outline's entries, in their order. */
const order = (page: Page) =>
  outline(page)
    .locator('[data-drag]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')).join(' '));

async function middleOf(where: Locator, down = 0.5): Promise<{ x: number; y: number }> {
  const box = await where.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height * down };
}

/** Takes one entry by its grip to that part of another, and holds it there. */
async function hold(page: Page, id: string, over: string, down: number): Promise<void> {
  const from = await middleOf(grip(page, id));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const to = await middleOf(line(page, over), down);
  await page.mouse.move(to.x, to.y, { steps: 5 });
}

async function drag(page: Page, id: string, over: string, down: number): Promise<void> {
  await hold(page, id, over, down);
  await expect(outline(page).locator('[data-drop]')).toHaveCount(1);
  await page.mouse.up();
}

test('[F-1] [G5] questions and pages are dragged to their place, which is said, and undone', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openForm(page, site.url);
  expect(await order(page)).toBe('you name street town more wish end');

  await drag(page, 'town', 'name', 0.2);
  await expect.poll(() => order(page)).toBe('you town name street more wish end');
  await heard(page, '“Town” is now question 1 of 3 on “You”.');

  await drag(page, 'name', 'wish', 0.8);
  await expect.poll(() => order(page)).toBe('you town street more wish name end');
  await heard(page, '“Name” is now question 2 of 2 on “More”.');

  await drag(page, 'street', 'more', 0.5);
  await expect.poll(() => order(page)).toBe('you town more street wish name end');

  await drag(page, 'more', 'you', 0.2);
  await expect.poll(() => order(page)).toBe('more street wish name you town end');
  await heard(page, '“More” is now page 1 of 3.');

  for (let left = 4; left > 0; left--) await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => order(page)).toBe('you name street town more wish end');
});

test('what may not stand there stays where it was, and so does what is let go with Escape', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openForm(page, site.url);
  const before = await order(page);

  await hold(page, 'name', 'end', 0.5);
  await expect(outline(page).locator('[data-dragged]')).toHaveCount(1);
  await expect(outline(page).locator('[data-drop]')).toHaveCount(0);
  await page.mouse.up();
  await expect(outline(page).locator('[data-dragged]')).toHaveCount(0);

  await hold(page, 'name', 'wish', 0.8);
  await expect(outline(page).locator('[data-drop]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await order(page)).toBe(before);

  // To where it is: nothing to undo.
  await drag(page, 'street', 'name', 0.8);
  expect(await order(page)).toBe(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
});

test('[G10] in Arabic a finger drags by the grip, and the page does not scroll under it', async ({ browser, site }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await openForm(page, site.url, 'ar');
  await line(page, 'name').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  const from = await middleOf(grip(page, 'name'));
  const to = await middleOf(line(page, 'town'), 0.8);
  const finger = await context.newCDPSession(page);
  const touch = (type: string, at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: at ? [at] : [] });
  await touch('touchStart', from);
  await touch('touchMove', { x: from.x, y: from.y + 20 });
  await touch('touchMove', to);
  await expect(entry(page, 'town')).toHaveAttribute('data-drop', 'after');
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await touch('touchEnd');
  await expect.poll(() => order(page)).toBe('you street town name more wish end');
  await context.close();
});
