import { violations } from '../support/axe.ts';
import {
  cancelButton,
  cancelNext,
  changes,
  groupCard,
  invite,
  join,
  openGroup,
  openPart,
  organiserOn,
  PASSPHRASE,
  signedIn,
  signInAs,
} from '../support/organiser.ts';
import { expect, keptForOffline, test } from '../support/site.ts';

const GROUP = 'wednesday-morning-club';
const OTHER = 'late-circle';

test('[E25] an organiser calls off the next session with two presses, and residents are told', async ({
  page,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  const day = await cancelNext(page, GROUP, 'The hall has no heating.');
  await expect(groupCard(page, GROUP).locator('[data-saved]')).toContainText('Published. People can see it.');
  await expect(groupCard(page, GROUP).locator('[data-next]')).not.toHaveAttribute('data-next', new RegExp(`^${day}`));
  await expect(page.getByRole('status').filter({ hasText: 'Published' })).toHaveCount(1);

  const resident = await page.context().newPage();
  await resident.goto(`${fresh.url}/en/groups/${GROUP}/`);
  await expect(resident.locator('[data-change]').first()).toContainText('Cancelled');
  await expect(resident.locator('main')).toContainText('The hall has no heating.');
});

test.describe('without a signal', () => {
  test.use({ serviceWorkers: 'allow' });

  test('[E25] a session is called off on a bus: saved at once, kept when the page is loaded again, published when there is a signal', async ({
    page,
    context,
    fresh,
  }) => {
    await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
    await keptForOffline(page);
    await context.setOffline(true);
    await page.reload();
    await expect(signedIn(page)).toContainText('Olu Adeyemi');
    await cancelNext(page, GROUP);
    await expect(changes(page, 'on-device').first()).toContainText('Saved on this device. Not sent yet.');
    await expect(page.locator('[data-waiting="1"]')).toContainText('1 change is saved on this device');

    await page.reload();
    await expect(changes(page, 'on-device').first()).toContainText('Cancelled:');
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(changes(page, 'published').first()).toContainText('Cancelled:');
    await expect(page.locator('[data-waiting]')).toHaveCount(0);
  });

  test('[E25] what waits is sent from whatever page is opened next', async ({ page, context, fresh }) => {
    await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
    await keptForOffline(page);
    await context.setOffline(true);
    await cancelNext(page, GROUP);
    await page.goto(`${fresh.url}/en/help-now/`);
    await context.setOffline(false);
    await page.reload();
    await expect.poll(() => waitingHere(page)).toBe(0);
    await page.goto(`${fresh.url}/en/organise/`);
    await expect(changes(page, 'published').first()).toContainText('Cancelled:');
  });
});

/** How many changes the device has still to send. */
function waitingHere(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('wayin-device');
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound('timetable:', 'timetable:\uffff');
          const asking = opening.result.transaction('kept').objectStore('kept').getAll(range);
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result.reduce((sum, { waiting }) => sum + waiting.length, 0));
          };
        };
      }),
  );
}

test('[E26] new words wait for an editor, and say so', async ({ page, fresh }) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await openGroup(page, fresh, GROUP);
  const part = await openPart(page, `words-${GROUP}-en`);
  await part.locator(`#words-${GROUP}-en-oneLine`).fill('Tea, talk and a walk if the sun is out.');
  await part.getByRole('button', { name: 'Send to an editor' }).click();
  await expect(part.locator('[data-saved]')).toContainText('Sent. Waiting for an editor.');
  await expect(part.locator('[data-saved]')).toContainText('Tea, talk and a walk if the sun is out.');
});

test('[E25] a session that does not fit the dates is held back, and says that an editor looks at it first', async ({
  page,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await openGroup(page, fresh, GROUP);
  const target = (await page.locator('[data-date]').first().getAttribute('data-date')) ?? '';
  const part = await openPart(page, `extra-${GROUP}`);
  await part.locator('input[type="date"]').fill(target.split(':').at(-1) ?? '');
  await part.getByRole('button', { name: 'Add this session' }).click();
  await expect(part.locator('[data-saved]')).toContainText('an editor looks at it first');
  await expect(page.getByRole('status').filter({ hasText: 'an editor looks at it first' })).toHaveCount(1);
  await page.reload();
  await expect(page.locator('[data-history] [data-change-state="held-back"]')).toContainText('Extra session');
  await expect(page.locator('[data-cookies="if-signed-in"]')).toBeVisible();

  const resident = await page.context().newPage();
  await resident.goto(`${fresh.url}/en/groups/${GROUP}/`);
  await expect(resident.locator('main')).not.toContainText('Extra session');
  await expect(resident.locator('[data-cookies="none"]')).toBeVisible();
});

test('an undo is a change of its own: the date takes place again, and both stay in the history', async ({
  page,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  const day = await cancelNext(page, GROUP);
  await groupCard(page, GROUP).locator('[data-saved]').getByRole('button', { name: /^Undo/ }).click();
  await expect(groupCard(page, GROUP).locator('[data-next]')).toHaveAttribute('data-next', new RegExp(`^${day}`));
  await openGroup(page, fresh, GROUP);
  const history = page.locator('[data-history] [data-change]');
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('Taken back.');
  await expect(history.nth(1)).toContainText('This was taken back.');
});

test('a date is moved to another time, and the list of dates says so', async ({ page, fresh }) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await openGroup(page, fresh, GROUP);
  const date = page.locator('[data-date]').first();
  const target = (await date.getAttribute('data-date')) ?? '';
  await date.locator('[data-action="move"]').click();
  await date.locator('input[type="time"]').fill('14:30');
  await date.getByRole('button', { name: 'Move it' }).click();
  const moved = page.locator(`[data-date="${target}"]`);
  await expect(moved).toHaveAttribute('data-state', 'movedHere');
  await expect(moved).toContainText('New time');
  await expect(moved).toContainText('2:30pm');
  await expect(page.locator('[data-history] [data-change]').first()).toContainText('Published');
});

test('[G3] what cannot be is said beside the question and above it, and nothing typed is lost', async ({
  page,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await openGroup(page, fresh, GROUP);
  const part = await openPart(page, `extra-${GROUP}`);
  const note = part.getByRole('textbox', { name: /^Why/ });
  await note.fill('A birthday');
  await part.getByRole('button', { name: 'Add this session' }).click();
  const summary = part.getByRole('group', { name: 'Put this right first' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^To put right: /);
  await summary.getByRole('link', { name: 'Choose a day' }).click();
  await expect(part.locator('input[type="date"]')).toBeFocused();
  expect(page.url()).toContain(`#${GROUP}`);

  await page.reload();
  await expect(note).toHaveValue('A birthday');
});

test('another organiser’s group is neither listed nor opened, nor is anything of it on the device', async ({
  page,
  browser,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await cancelNext(page, GROUP);
  await expect(changes(page, 'published').first()).toBeVisible();

  const another = await (await browser.newContext()).newPage();
  await organiserOn(another, fresh, 'Marta Nowak', [OTHER]);
  await expect(groupCard(another, OTHER)).toBeVisible();
  await expect(groupCard(another, GROUP)).toHaveCount(0);
  await another.goto(`${fresh.url}/en/organise/group/#${GROUP}`);
  await expect(another.getByText('This is not one of your groups.')).toBeVisible();
  await expect(another.locator('[data-step="inStep"]')).toBeVisible();
  await expect.poll(() => copied(another)).toEqual([]);
  await another.context().close();
});

/** The ids of all documents that the device keeps of the timetable. */
function copied(page: import('@playwright/test').Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const found = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('_pouch_wayin-timetable-'));
    const ids = found.map(
      ({ name = '' }) =>
        new Promise<readonly string[]>((resolve) => {
          const opening = indexedDB.open(name);
          // One that is being taken away must not come back, empty, because somebody looks for it.
          opening.onupgradeneeded = () => opening.transaction?.abort();
          opening.onerror = () => resolve([]);
          opening.onsuccess = () => {
            const asking = opening.result.transaction('document-store').objectStore('document-store').getAllKeys();
            asking.onsuccess = () => {
              opening.result.close();
              resolve(asking.result.map(String));
            };
          };
        }),
    );
    return (await Promise.all(ids)).flat();
  });
}

test('two people change the same date without knowing: both are kept, shown in words, and a person chooses', async ({
  page,
  browser,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  const second = await browser.newContext();
  const other = await second.newPage();
  await organiserOn(other, fresh, 'Marta Nowak', [GROUP]);
  await openGroup(other, fresh, GROUP);
  await openGroup(page, fresh, GROUP);
  await expect(other.locator('[data-step="inStep"]')).toBeVisible();

  await second.setOffline(true);
  await page.context().setOffline(true);
  await cancelNext(page, GROUP, 'I am away');
  const date = other.locator('[data-date]').first();
  await date.locator('[data-action="move"]').click();
  await date.locator('input[type="time"]').fill('16:00');
  await date.getByRole('button', { name: 'Move it' }).click();
  await expect(changes(other, 'on-device').first()).toBeVisible();

  for (const [who, context] of [
    [page, page.context()],
    [other, second],
  ] as const) {
    await context.setOffline(false);
    await who.evaluate(() => dispatchEvent(new Event('online')));
  }
  const conflicts = page.locator('[data-conflicts]');
  await expect
    .poll(
      async () => {
        await page.evaluate(() => dispatchEvent(new Event('online')));
        return conflicts.count();
      },
      { message: 'both sides to arrive' },
    )
    .toBe(1);
  await expect(conflicts.locator('[data-side]')).toHaveCount(2);
  await expect(conflicts).toContainText('By you,');
  await expect(conflicts).toContainText('By Marta Nowak,');
  await expect(conflicts).toContainText('4pm');
  await expect(conflicts).toContainText('Note: I am away');

  await conflicts.locator('[data-side]').filter({ hasText: 'Marta Nowak' }).getByRole('button').click();
  await expect(conflicts).toHaveCount(0);
  await expect(page.locator('[data-date]').first()).toHaveAttribute('data-state', 'movedHere');
  await second.close();
});

test('when the sign-in has run out, what waits stays on the device and goes once the person is back', async ({
  page,
  context,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await expect(page.locator('[data-step="inStep"]')).toBeVisible();
  await context.clearCookies();
  await cancelNext(page, GROUP);
  await expect(page.locator('[data-sign-in-again]')).toContainText('What you changed is safe on this device.');
  await expect(changes(page, 'on-device').first()).toBeVisible();
  await page.reload();
  await expect(changes(page, 'on-device').first()).toBeVisible();
  await expect(page.locator('#sign-in-name')).toHaveValue('Olu Adeyemi');
  await signInAs(page, 'Olu Adeyemi');
  await expect(changes(page, 'published').first()).toBeVisible();
  await expect(page.locator('[data-sign-in-again]')).toHaveCount(0);
});

test('signing out on all devices ends the work on each of them', async ({ page, browser, fresh }) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  const second = await browser.newContext();
  const phone = await second.newPage();
  await phone.goto(`${fresh.url}/en/organise/`);
  await signInAs(phone, 'Olu Adeyemi');
  await expect(signedIn(phone)).toBeVisible();

  await page.locator('[data-action="sign-out-everywhere"]').click();
  await expect(page.locator('[data-left="heard"]')).toContainText('You are signed out.');
  await expect.poll(() => copied(page)).toEqual([]);
  await phone.reload();
  await expect(phone.locator('[data-sign-in-again]')).toBeVisible();
  await second.close();
});

test('signing out with something not sent warns first, and loses nothing until the person says so', async ({
  page,
  context,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await expect(page.locator('[data-step="inStep"]')).toBeVisible();
  await context.setOffline(true);
  await cancelNext(page, GROUP);
  await page.locator('[data-action="sign-out-here"]').click();
  const question = page.locator('[data-sign-out] [data-confirm]');
  await expect(question).toContainText('1 change has not been sent. If you sign out now, it is lost.');
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(changes(page, 'on-device').first()).toBeVisible();
  await page.locator('[data-action="sign-out-here"]').click();
  await question.getByRole('button', { name: 'Sign out, and lose what was not sent' }).click();
  await expect(page.locator('[data-left="unheard"]')).toBeVisible();

  await context.setOffline(false);
  await page.reload();
  await expect(page.locator('#sign-in-name')).toBeVisible();
  await expect.poll(() => page.evaluate(() => fetch('/organise/api/me').then(({ status }) => status))).toBe(401);
});

test('[G18] "Clear this device" says what was not sent, and takes an organiser’s copy and sign-in too', async ({
  page,
  context,
  fresh,
}) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await expect(page.locator('[data-step="inStep"]')).toBeVisible();
  await cancelNext(page, GROUP);
  await expect(changes(page, 'published').first()).toBeVisible();
  expect((await copied(page)).length).toBeGreaterThan(1);
  await page.goto(`${fresh.url}/en/your-forms/`);
  await page.locator('[data-clear-device] button').first().click();
  await page.locator('[data-clear-device] [data-action="confirm"]').click();
  await expect(page.getByText('This device is cleared.').first()).toBeAttached();
  await expect.poll(() => copied(page)).toEqual([]);
  await expect.poll(async () => (await context.request.get(`${fresh.url}/organise/api/me`)).status()).toBe(401);
});

test('[G4] the whole journey goes by keyboard: sign in, call off, undo', async ({ page, fresh }) => {
  const code = await invite(fresh, 'Olu Adeyemi', [GROUP]);
  await join(page, fresh, code);
  await page.reload();
  await expect(page.locator('[data-step="inStep"]')).toBeVisible();
  await expect(cancelButton(page, GROUP)).toBeVisible();
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (name.test(focused)) return;
    }
    throw new Error(`The Tab key does not come to ${name}`);
  };
  await tabTo(/^Cancel the next session/);
  await page.keyboard.press('Enter');
  await tabTo(/^Yes, cancel it/);
  await page.keyboard.press('Enter');
  const saved = groupCard(page, GROUP).locator('[data-saved]');
  await expect(saved).toBeFocused();
  await tabTo(/^Undo/);
  await page.keyboard.press('Enter');
  await expect(saved).toContainText('This was taken back.');
  await expect(page.locator('body')).not.toBeFocused();
});

test('a browser that keeps nothing says so before anything is asked', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await page.goto(`${site.url}/en/organise/`);
  await expect(page.locator('[data-storage="refused"]')).toContainText('does not let us keep anything');
  await expect(page.locator('form')).toHaveCount(0);
});

test('a wrong passphrase says what to do, and which of the two was wrong it does not say', async ({ page, fresh }) => {
  await organiserOn(page, fresh, 'Olu Adeyemi', [GROUP]);
  await page.locator('[data-action="sign-out-here"]').click();
  await expect(page.locator('[data-left]')).toBeVisible();
  for (const [name, passphrase] of [
    ['Olu Adeyemi', `${PASSPHRASE}!`],
    ['Nobody Known', PASSPHRASE],
  ] as const) {
    await page.locator('#sign-in-name').fill(name);
    await page.locator('#sign-in-passphrase').fill(passphrase);
    await page.locator('[data-asking="sign-in"] button[type="submit"]').click();
    const summary = page.getByRole('group', { name: 'Put this right first' });
    await expect(summary).toContainText('The name and the passphrase do not go together.');
    await expect(summary).toBeFocused();
  }
});

test('without script the page says what to do instead', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/en/organise/`);
  // Playwright's own text matching leaves <noscript> out.
  const said = await page.locator('noscript').evaluateAll((all) => all.map((one) => one.innerHTML).join(' '));
  expect(said).toContain('This page needs JavaScript');
  expect(said).toContain('href="/en/forms/group-update/"');
  await context.close();
});

for (const lang of ['en', 'ar'] as const) {
  for (const width of [320, 1280]) {
    test(`[G2] [G5] [G9] ${lang} at ${width} px: axe finds nothing, and nothing is wider than the screen`, async ({
      page,
      fresh,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      const look = async (what: string) => {
        expect(await violations(page), what).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, what).toBeLessThanOrEqual(0);
      };
      await page.goto(`${fresh.url}/${lang}/organise/`);
      await page.locator('[data-asking="sign-in"] button[type="submit"]').click();
      await expect(page.locator('[data-asking="sign-in"] .error-summary')).toBeVisible();
      await look('the ways in, with problems');

      await join(page, fresh, await invite(fresh, 'Olu Adeyemi', [GROUP, OTHER]), lang);
      await cancelButton(page, OTHER).click();
      await cancelNext(page, GROUP, 'No heating');
      await expect(changes(page, 'published').first()).toBeVisible();
      await look('my groups');

      await openGroup(page, fresh, GROUP, lang);
      await expect(page.locator('[data-step="inStep"]')).toBeVisible();
      for (const part of await page.locator('[data-part] > summary').all()) await part.click();
      await page.locator('[data-date] [data-action="move"]').first().click();
      await look('one group, everything open');
    });
  }
}
