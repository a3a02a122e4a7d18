import { readFileSync } from 'node:fs';
import { derbyAnswers } from '../support/answers.ts';
import { heldIds } from '../support/held.ts';
import { readyToSend, send } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

test('[G24] a visitor reads nothing of anyone: every way to list or fetch a submission is closed', async ({
  page,
  request,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  const [id = ''] = await heldIds(fresh);
  const ways = [
    '/intake/submissions',
    '/intake/submissions/',
    '/intake/submissions/_all_docs',
    '/intake/submissions/_all_docs?include_docs=true',
    '/intake/submissions/_changes',
    '/intake/submissions/_design/append-only',
    `/intake/submissions/${id}`,
    `/intake/submissions/${encodeURIComponent(id)}?revs=true`,
    '/intake/receipts/',
    '/intake/receipts',
    '/intake/_all_dbs',
    '/_utils/',
    '/submissions/_all_docs',
  ];
  for (const way of ways) {
    const answer = await request.get(`${fresh.url}${way}`);
    expect([404, 405], way).toContain(answer.status());
    expect(await answer.text(), way).not.toContain(id.slice(11));
  }
});

test('[G24] a receipt tells no answer and no name', async ({ page, request, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  const [id = ''] = await heldIds(fresh);
  const receipt = await (await request.get(`${fresh.url}/intake/receipts/${id}`)).text();
  const [, payload = ''] = receipt.split('.');
  const told = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  expect(Object.keys(told).sort()).toEqual(['form', 'formVersion', 'hash', 'id', 'receivedAt', 'respondBy', 'seenBy']);
});

test('[G24] neither the store on the disk nor the log holds anything readable', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', {
    ...derbyAnswers,
    preferredName: 'Readable Name',
    phone: '01632 960777',
  });
  await send(page);
  const { globSync } = await import('node:fs');
  const store = globSync(`${fresh.data}/store/**/*`, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(store.length).toBeGreaterThan(0);
  const written = store.map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1')).join('\n');
  for (const text of [written, fresh.output()]) {
    expect(text).not.toContain('Readable Name');
    expect(text).not.toContain('01632 960777');
  }
  expect(fresh.output()).not.toMatch(/127\.0\.0\.1.*submission|Mozilla/);
});

test('[G25] unknown fields and oversized documents are refused, each by its own row', async ({
  page,
  request,
  fresh,
}) => {
  let push = '';
  page.on('request', (one) => {
    if (one.url().endsWith('_bulk_docs')) push = one.postData() ?? '';
  });
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  const { docs } = JSON.parse(push) as { docs: [Record<string, unknown>] };
  const strange = { ...docs[0], name: 'Sam' };
  const large = { ...docs[0], padding: 'x'.repeat(70_000) };
  const post = (body: string) =>
    request.post(`${fresh.url}/intake/submissions/_bulk_docs`, {
      headers: { 'content-type': 'application/json' },
      data: body,
    });

  const answer = await post(JSON.stringify({ docs: [strange, large], new_edits: false }));
  const rows = (await answer.json()) as { error: string; reason: string }[];
  expect(rows.map(({ reason }) => reason)).toEqual(['unknownField', 'tooLarge']);
  expect((await post('{"docs":[],"docs":[],"new_edits":false}')).status()).toBe(400);
  // The server need not hear such a body to its end: whoever still sends then finds the line closed in place of a 413.
  const tooLong = await post(`{"docs":[],"new_edits":false,"x":"${'x'.repeat(6_000_000)}"}`).then(
    (refused) => String(refused.status()),
    (error) => String(error),
  );
  expect(tooLong).toMatch(/^413$|EPIPE|ECONNRESET/);
  expect(await heldIds(fresh)).toHaveLength(1);
});

test('every answer carries the strict policy, sets no cookie and tells no referrer', async ({ request, site }) => {
  for (const path of ['/en/', '/en/forms/derby-self/', '/no-such-page/', '/intake/', '/wayin/keys.json']) {
    const headers = (await request.get(`${site.url}${path}`)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).toMatch(/default-src 'none'/);
    expect(policy, path).toMatch(/frame-ancestors 'none'/);
    expect(policy, path).not.toMatch(/unsafe/);
    expect(headers['referrer-policy'], path).toBe('no-referrer');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['set-cookie'], path).toBeUndefined();
  }
});
