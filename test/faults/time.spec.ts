import { readFileSync } from 'node:fs';
import { promiseDates } from '#core/submission/promise.ts';
import { derbyAnswers } from '../support/answers.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { expectState, sendButton } from '../support/person.ts';
import { aFormReadyToSend, expect, INTAKE, statesSeen, test } from '../support/queue.ts';

const A_DAY_MS = 86_400_000;
const TEN_YEARS_MS = 10 * 365.25 * A_DAY_MS;

/** The day as pages say it, such as "26 November". */
const inWords = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));

/** What Derby promises for something that the service received at this moment, whatever any device thinks of the date. */
function promisedFor(receivedAt: string): readonly string[] {
  const file = new URL('../../content/calendar/bank-holidays.json', import.meta.url);
  const { dates, lastYear } = JSON.parse(readFileSync(file, 'utf8')) as { dates: { date: string }[]; lastYear: number };
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(receivedAt));
  const promised = promiseDates(day, { dates: dates.map(({ date }) => date), lastYear });
  if (!promised.ok) throw new Error(promised.problem);
  return [inWords(promised.value.respondBy), inWords(promised.value.seenBy)];
}

/** Puts the page's clock forward, or back. */
const shiftClock = (shiftMs: number) => {
  const Real = Date;
  class Shifted extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Real.now() + shiftMs] : given) as [number]));
    }
    static override now(): number {
      return Real.now() + shiftMs;
    }
  }
  globalThis.Date = Shifted as DateConstructor;
};

for (const [way, shift] of [
  ['ahead', TEN_YEARS_MS],
  ['behind', -TEN_YEARS_MS],
] as const) {
  test(`a clock ten years ${way}: it waits, is sent once, and promises by the service's clock`, async ({
    page,
    liar,
    wayIn,
  }) => {
    await page.addInitScript(shiftClock, shift);
    liar.lie(INTAKE, { cut: 'before' });
    await aFormReadyToSend(page, liar.url, 'derby-self', derbyAnswers);
    await sendButton(page).click();
    await expectState(page, 'saved');
    expect(await statesSeen(page)).toEqual(['saved']);

    liar.beHonest();
    await expectState(page, 'sent', 60_000);
    const { receivedAt } = await expectOneHeld(wayIn);
    expect(Math.abs(Date.parse(receivedAt) - Date.now())).toBeLessThan(A_DAY_MS);
    for (const day of promisedFor(receivedAt)) await expect(page.locator('[data-status]')).toContainText(day);
  });

  test(`a form saved by a clock ten years ${way} is sent once the clock is right`, async ({
    page,
    context,
    liar,
    wayIn,
  }) => {
    await page.addInitScript(shiftClock, shift);
    liar.lie(INTAKE, { cut: 'before' });
    await aFormReadyToSend(page, liar.url);
    await sendButton(page).click();
    await expectState(page, 'saved');
    await page.close();

    liar.beHonest();
    const right = await context.newPage();
    await right.goto(`${liar.url}/en/your-forms/`);
    await expectState(right, 'sent', 60_000);
    await expectOneHeld(wayIn);
  });
}

test('[G8] the language is switched while a form waits: the state is said in it, and it is sent once', async ({
  page,
  liar,
  wayIn,
}) => {
  liar.lie(INTAKE, { cut: 'before' });
  await aFormReadyToSend(page, liar.url);
  await sendButton(page).click();
  await expectState(page, 'saved');
  await page.locator('a[data-language-switch="pl"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await expectState(page, 'saved');
  await expect(page.locator('[data-status]')).not.toContainText('Not sent yet');
  expect(await heldIds(wayIn)).toEqual([]);

  liar.beHonest();
  await expectState(page, 'sent', 60_000);
  expect((await expectOneHeld(wayIn)).language).toBe('en');
});
