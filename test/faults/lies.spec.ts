import type { Answers } from '#core/criteria/criterion.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { expectState, readyToSend, sendButton } from '../support/person.ts';
import {
  aFormReadyToSend,
  expect,
  expectTriedInVain,
  INTAKE,
  PUSH,
  QUESTION,
  RECEIPT,
  SHORT_FORM,
  shortAnswers,
  statesSeen,
  test,
} from '../support/queue.ts';

const complimentAnswers = {
  feedbackKind: 'compliment',
  service: 'derby',
  theme: 'help',
  what: 'They rang back.',
  wantReply: 'no',
  consentPrivacy: 'yes',
} satisfies Answers;

const bodies = [
  ['[]', '[]'],
  ['{}', '{}'],
  ['an HTML page', '<!doctype html><title>Sign in</title><h1>Welcome to our Wi-Fi</h1>'],
] as const;
const places = [
  ['every call', INTAKE],
  ['the question what is missing', QUESTION],
  ['the push', PUSH],
  ['the receipt', RECEIPT],
] as const;

for (const [name, body] of bodies) {
  for (const [place, path] of places) {
    test(`[G15] a proxy that answers 200 ${name} to ${place} never makes it "sent"`, async ({ page, liar, wayIn }) => {
      await aFormReadyToSend(page, liar.url);
      liar.lie(path, { status: 200, body });
      await sendButton(page).click();
      await expectState(page, 'saved');
      await expect.poll(() => liar.seen.filter(({ lied }) => lied).length).toBeGreaterThan(0);
      await expectTriedInVain(page);
      expect(await statesSeen(page)).toEqual(['saved']);
      if (path !== RECEIPT) expect(await heldIds(wayIn)).toEqual([]);

      liar.beHonest();
      await expectState(page, 'sent', 60_000);
      await expectOneHeld(wayIn);
    });
  }
}

test('a receipt for another form proves nothing', async ({ page, context, liar, wayIn }) => {
  await aFormReadyToSend(page, liar.url);
  await sendButton(page).click();
  await expectState(page, 'sent');
  const [id] = await heldIds(wayIn);
  const receipt = await (await fetch(`${wayIn.url}/intake/receipts/${id}`)).text();

  const second = await context.newPage();
  await readyToSend(second, liar.url, 'compliment', complimentAnswers);
  liar.lie(RECEIPT, { status: 200, body: receipt, headers: { 'content-type': 'application/jose' } });
  await sendButton(second).click();
  await expectState(second, 'saved');
  await expectTriedInVain(second);
  expect(await statesSeen(second)).toEqual(['saved']);
  liar.beHonest();
  await expectState(second, 'sent', 60_000);
});

for (const [status, headers] of [
  [401, {}],
  [429, { 'retry-after': '4' }],
  [502, {}],
] as const) {
  test(`[G15] a ${status} keeps the form, says when it tries again, and sends it once`, async ({
    page,
    liar,
    wayIn,
  }) => {
    await aFormReadyToSend(page, liar.url);
    liar.lie(INTAKE, { status, headers, body: '' });
    await sendButton(page).click();
    await expectState(page, 'saved');
    await expectTriedInVain(page);
    expect(await statesSeen(page)).toEqual(['saved']);
    expect(await heldIds(wayIn)).toEqual([]);

    liar.beHonest();
    await expectState(page, 'sent', 60_000);
    await expectOneHeld(wayIn);
  });
}

test('a 413 parks the form with what to do: it is not lost, and never "sent"', async ({ page, liar, wayIn }) => {
  await aFormReadyToSend(page, liar.url);
  liar.lie(PUSH, { status: 413, body: '' });
  await sendButton(page).click();
  await expectState(page, 'needs-attention');
  expect(await statesSeen(page)).toEqual(['saved', 'needs-attention']);
  expect(await heldIds(wayIn)).toEqual([]);
  await page.goto(`${liar.url}/en/your-forms/`);
  await expectState(page, 'needs-attention');
  await expect(page.getByRole('button', { name: /Save to a file/ })).toBeVisible();
});

test('[G15] after a 429 with Retry-After nothing is tried before its time', async ({ page, liar }) => {
  await page.clock.install();
  await aFormReadyToSend(page, liar.url);
  liar.lie(INTAKE, { status: 429, headers: { 'retry-after': '600' }, body: '' });
  await sendButton(page).click();
  await expectState(page, 'saved');
  await expect(page.locator('[data-status]')).toContainText(/We will try again at/);
  const asked = () => liar.seen.filter(({ path }) => INTAKE.test(path)).length;
  const before = asked();
  liar.beHonest();
  await page.clock.fastForward('08:00');
  // A try that came too early would be on its way by now.
  await page.waitForTimeout(1_000);
  expect(asked()).toBe(before);
  await page.clock.fastForward('03:00');
  await expectState(page, 'sent', 60_000);
});

test('one form of three is refused: two are sent, one needs attention and can be saved to a file', async ({
  page,
  context,
  liar,
  wayIn,
}) => {
  test.slow();
  liar.lie(INTAKE, { cut: 'before' });
  const forms = [
    [SHORT_FORM, shortAnswers],
    ['compliment', complimentAnswers],
    [SHORT_FORM, { ...shortAnswers, problem: 'Another.' }],
  ] as const;
  for (const [form, answers] of forms) {
    const tab = await context.newPage();
    await readyToSend(tab, liar.url, form, answers);
    await sendButton(tab).click();
    await expectState(tab, 'saved');
    await tab.close();
  }
  liar.beHonest();
  liar.lie(PUSH, {
    rewrite: (body) => (body.includes('"compliment"') ? body.replace(/"ciphertext":"../, '"ciphertext":"AA') : body),
  });
  await page.goto(`${liar.url}/en/your-forms/`);
  const states = () =>
    page
      .locator('[data-submission-state]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-submission-state')).sort());
  await expect.poll(states).toEqual(['needs-attention', 'sent', 'sent']);

  const held = await Promise.all(
    (await heldIds(wayIn)).map(async (id) => (await wayIn.wayin('intake', 'open', id)).stdout),
  );
  expect(held.map((text) => (JSON.parse(text) as { form: string }).form)).toEqual([SHORT_FORM, SHORT_FORM]);
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /Save to a file/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});
