import { derbyAnswers, southwarkAnswers } from '../support/answers.ts';
import { heldIds } from '../support/held.ts';
import { readyToSend, send } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

test('[D31] the export totals by quarter how people heard of the service', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'swk-self', { ...southwarkAnswers, referralSource: 'library' });
  await send(page);
  const { status, stdout } = await fresh.wayin(
    'intake',
    'export',
    '--format',
    'json',
    '--counts',
    'quarter',
    '--small',
    'shown',
  );
  expect(status).toBe(0);
  const counts = JSON.parse(stdout) as { counted: string; value: string; total: number; quarter: string }[];
  const heard = counts.find(({ counted, value }) => counted === 'referralSource' && value === 'library');
  expect(heard).toMatchObject({ total: 1, quarter: expect.stringMatching(/^\d{4}-\d{2} to \d{4}-\d{2}$/) });
});

test('[E5] the table marks someone in Derby for hospital or care as no resident', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', { ...derbyAnswers, derbyResidence: 'temporary' });
  await send(page);
  const { stdout } = await fresh.wayin('intake', 'export', '--format', 'csv');
  const [names = '', row = ''] = stdout.split('\r\n');
  expect(row.split(',')[names.split(',').indexOf('nonResident')]).toBe('yes');
});

test('[D30] the export of a form with names holds no equality answer', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  const { stdout } = await fresh.wayin('intake', 'export', '--format', 'csv');
  expect(stdout.split('\r\n')[0]).not.toMatch(/answer\.eq[A-Z]/);
});

test('a submission is opened by the reference that the person reads out', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  const [reference = ''] = (await page.locator('main').innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}/) ?? [];
  const { status, stdout } = await fresh.wayin('intake', 'open', reference);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ id: (await heldIds(fresh))[0], answers: derbyAnswers });
});

test('an id that nobody sent is answered in one line', async ({ fresh }) => {
  const strange = await fresh.wayin('intake', 'open', `submission:${'0'.repeat(64)}`);
  expect(strange.status).toBe(1);
  expect(strange.stdout).toBe('');
  expect(strange.stderr.trim().split('\n')).toHaveLength(1);
});
