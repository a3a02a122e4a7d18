import { expectOneHeld, heldIds } from '../support/held.ts';
import { expectState, sendButton } from '../support/person.ts';
import {
  aFormReadyToSend,
  expect,
  expectTriedInVain,
  PUSH,
  QUESTION,
  RECEIPT,
  statesSeen,
  test,
} from '../support/queue.ts';

for (const cut of ['before', 'during', 'answering', 'after'] as const) {
  test(`[G14] [G15] [G16] cut ${cut} the push: never "sent" too early, and one submission in the end`, async ({
    page,
    liar,
    wayIn,
  }) => {
    await aFormReadyToSend(page, liar.url);
    liar.lie(PUSH, { cut });
    await sendButton(page).click();
    // Where the push arrived all the same, the next try ends this state: it need not be on show any more.
    await expect.poll(() => statesSeen(page)).toContain('saved');
    await expect.poll(() => liar.seen.filter(({ path, lied }) => PUSH.test(path) && lied).length).toBeGreaterThan(0);
    if (cut === 'before' || cut === 'during') {
      expect(await statesSeen(page)).toEqual(['saved']);
      expect(await heldIds(wayIn)).toEqual([]);
    }
    liar.beHonest();
    await expectState(page, 'sent', 60_000);
    await expectOneHeld(wayIn);
  });
}

test('[G16] the answer is lost after the server stored it: told as waiting, then sent, and held once', async ({
  page,
  liar,
  wayIn,
}) => {
  await aFormReadyToSend(page, liar.url);
  liar.lie(PUSH, { cut: 'after' });
  liar.lie(RECEIPT, { cut: 'before' });
  await sendButton(page).click();
  await expectState(page, 'saved');
  await expect.poll(async () => (await heldIds(wayIn)).length).toBe(1);
  expect(await statesSeen(page)).toEqual(['saved']);

  liar.beHonest();
  await expectState(page, 'sent', 60_000);
  await expectOneHeld(wayIn);
});

for (const [name, path] of [
  ['question what is missing', QUESTION],
  ['receipt', RECEIPT],
] as const) {
  test(`[G15] cut at the ${name}: it waits, says when it tries again, and is sent once`, async ({
    page,
    liar,
    wayIn,
  }) => {
    await aFormReadyToSend(page, liar.url);
    liar.lie(path, { cut: 'before' });
    await sendButton(page).click();
    await expectState(page, 'saved');
    await expectTriedInVain(page);
    expect(await statesSeen(page)).toEqual(['saved']);
    liar.beHonest();
    await expectState(page, 'sent', 60_000);
    await expectOneHeld(wayIn);
  });
}

test('the server is killed in the middle of pushes and started again: nothing lost, nothing doubled', async ({
  page,
  liar,
  wayIn,
}) => {
  test.setTimeout(240_000);
  for (const [round, waitMs] of [0, 3, 12].entries()) {
    await aFormReadyToSend(page, liar.url);
    let killed: Promise<void> | undefined;
    liar.lie(
      PUSH,
      {
        meanwhile: () => {
          killed = new Promise((resolve) => setTimeout(resolve, waitMs)).then(() => wayIn.kill());
        },
      },
      1,
    );
    await sendButton(page).click();
    await expect.poll(() => killed !== undefined).toBe(true);
    await killed;
    await wayIn.restart();
    await expectState(page, 'sent', 60_000);
    expect(await heldIds(wayIn)).toHaveLength(round + 1);
    await page.goto('about:blank');
  }
});
