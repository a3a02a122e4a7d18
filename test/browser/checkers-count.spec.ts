import { check } from '../support/check.ts';
import { heldIds } from '../support/held.ts';
import { expectState, send, stepOnScreen } from '../support/person.ts';
import { expect, keptForOffline, test } from '../support/site.ts';

const away = { age: '34', residence: 'elsewhere' };

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('[E54] "not this one" is counted without identity if the person allows, kept offline and sent later', async ({
    page,
    fresh,
  }) => {
    test.slow();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await page.goto(`${fresh.url}/en/`);
    await keptForOffline(page);
    await page.context().setOffline(true);
    await check(page, fresh.url, 'derby', away);

    const offer = page.locator('[data-count]');
    await expect(offer).toContainText('May the service count this?');
    await expect(offer.locator('input')).toHaveCount(0);
    await offer.locator('summary').click();
    for (const goes of ['Is peer support in Derby for me?', 'derby-2026-1', 'Get help now', 'The month, not the day']) {
      await expect(offer).toContainText(goes);
    }
    await offer.getByRole('button').click();

    // All that goes stands there once more, with the button that sends it.
    await expect.poll(() => stepOnScreen(page)).toBe('check');
    expect(page.url()).toBe(`${fresh.url}/en/forms/checker-count/`);
    await expect(page.locator('[data-answers]')).toContainText('Is peer support in Derby for me?');
    await send(page, 'saved');
    expect(await heldIds(fresh, 'monitoring')).toEqual([]);

    await page.context().setOffline(false);
    await expectState(page, 'sent', 60_000);
    const [id = '', ...others] = await heldIds(fresh, 'monitoring');
    expect(others).toEqual([]);
    const opened = JSON.parse((await fresh.wayin('intake', 'open', id)).stdout) as Record<string, unknown>;
    expect(opened['answers']).toEqual({
      countedCheck: 'derby',
      countedRules: 'derby-2026-1',
      countedOutcomes: ['derby-self', 'derby-carer', 'derby-transition', 'derby-phone'],
      countedSignposts: ['ownCouncil', 'everything', 'helpNow', 'askAnyway', 'missing'],
    });
    expect(opened['receivedAt']).toMatch(/^\d{4}-\d\d$/);
    for (const tie of ['draft', 'createdAt', 'channel', 'language', 'consent']) expect(opened).not.toHaveProperty(tie);

    const rows = await fresh.wayin('intake', 'export', '--form', 'checker-count', '--format', 'csv');
    expect(rows.stdout).toContain('derby,derby-2026-1,yes,yes,yes,yes,');
    const counts = await fresh.wayin(
      'intake',
      'export',
      '--form',
      'checker-count',
      '--format',
      'csv',
      '--counts',
      'quarter',
      '--small',
      'shown',
    );
    expect(counts.stdout).toMatch(/,countedOutcomes,derby-self,1\r\n/);
    expect(counts.stdout).toMatch(/,countedSignposts,ownCouncil,1\r\n/);
    expect(asked.filter((one) => /elsewhere|countedCheck|residence/.test(one))).toEqual([]);
  });
});

test('[E54] nothing is sent unless the person says so, and what fits is never counted', async ({ page, site }) => {
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') posts.push(request.url());
  });
  await check(page, site.url, 'derby', { ...away, residence: 'derby', mentalHealthNeed: 'yes' });
  await expect(page.locator('[data-count]')).toHaveCount(0);

  await check(page, site.url, 'derby', away);
  await page.locator('[data-count]').getByRole('button').click();
  await expect.poll(() => stepOnScreen(page)).toBe('check');
  // Taken out again, and left.
  await page.getByRole('button', { name: 'Take them out' }).click();
  await expect(page.locator('[data-answers]')).not.toContainText('Is peer support in Derby for me?');
  await page.goto(`${site.url}/en/`);
  expect(posts).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('[E54] [G1] the page of rules leads to the same form, filled in by hand', async ({ page, fresh }) => {
    await page.goto(`${fresh.url}/en/check/derby/`);
    await page.locator('a[href="/en/forms/checker-count/"]').click();
    await page.locator('[name="countedCheck"][value="derby"]').check();
    await page.locator('[name="countedOutcomes"][value="derby-self"]').check();
    await page.locator('button[data-action="send"]').click();
    await expectState(page, 'sent');
    const [id = ''] = await heldIds(fresh, 'monitoring');
    const { stdout } = await fresh.wayin('intake', 'open', id);
    expect(JSON.parse(stdout)).toMatchObject({ answers: { countedCheck: 'derby', countedOutcomes: ['derby-self'] } });
  });
});
