import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrowser, aPerson } from './people-browser.ts';
import { aForm, anEnvelope, aSite, asPushed, derbySelf, type RunningIntake, startIntake } from './running-intake.ts';

const groupStart = aForm({ id: 'group-start' });
const suggestion = await anEnvelope({}, groupStart);
const personal = await anEnvelope();

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ site: await aSite([derbySelf, groupStart]) });
  await intake.bulkDocs([asPushed(suggestion), asPushed(personal)]);
});
afterAll(() => intake.stop());

test.each(['editor', 'coordinator'] as const)(
  '[E28] the %s is given what was sent about groups, sealed, and nothing else',
  async (role) => {
    const { browser } = await aPerson(intake, `A ${role}`, role, []);
    const answer = await browser.get('suggestions');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      suggestions: [{ envelope: suggestion, receivedAt: expect.stringMatching(/^2026-04-02T/) }],
    });
  },
);

test('[G24] an organiser, and who is not signed in, gets nothing', async () => {
  const { browser } = await aPerson(intake, 'An organiser');
  expect((await browser.get('suggestions')).status).toBe(403);
  expect((await aBrowser(intake.url).get('suggestions')).status).toBe(401);
});
