import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { londonClock } from '#intake/clock.ts';
import { anEnvelope, aSite, asPushed, type RunningIntake, startIntake } from './running-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  const site = await aSite();
  writeFileSync(join(site, 'en', 'index.html.br'), brotliCompressSync('<html lang="en"><title>home</title></html>'));
  intake = await startIntake({ site });
});
afterAll(() => intake.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${intake.url}${path}`, { headers, redirect: 'manual' });

test.each([
  ['pl,en;q=0.5', '/pl/'],
  ['en;q=0.5, pl;q=0.7', '/pl/'],
  ['pl-PL', '/pl/'],
  ['pl;q=0, de', '/en/'],
  ['de;q=0.9, *;q=0.1', '/en/'],
  ['PL', '/pl/'],
  ['nonsense;;;q=x', '/en/'],
  ['', '/en/'],
])('/ with Accept-Language "%s" leads to %s', async (wish, path) => {
  const response = await get('/', { 'accept-language': wish });
  expect([response.status, response.headers.get('location')]).toEqual([302, path]);
  expect(response.headers.get('vary')).toMatch(/Accept-Language/i);
});

test('a page is sent with Brotli to who takes it, and plain to who does not', async () => {
  const packed = await get('/en/', { 'accept-encoding': 'br' });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(await packed.text()).toContain('home');
  const plain = await get('/en/', { 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(plain.headers.get('content-type')).toMatch('text/html');
});

test('only files with a hash in their name are kept by browsers without asking', async () => {
  const cacheOf = async (path: string) => (await get(path)).headers.get('cache-control');
  expect(await cacheOf('/_astro/a.1234abcd.css')).toMatch(/max-age=31536000, immutable/);
  expect(await cacheOf('/en/')).toBe('no-cache');
  expect(await cacheOf('/service-worker.js')).toBe('no-cache');
});

test('HEAD answers as GET, without a body', async () => {
  const response = await fetch(`${intake.url}/en/`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test('a page that is not there is said so in the language of its address, or of its reader', async () => {
  const lost = async (path: string, wish = 'en') => (await get(path, { 'accept-language': wish })).text();
  expect((await get('/pl/nowhere/')).status).toBe(404);
  expect(await lost('/pl/nowhere/')).toContain('lang="pl"');
  expect(await lost('/nowhere', 'pl')).toContain('lang="pl"');
  expect(await lost('/xx/nowhere')).toContain('lang="en"');
});

test.each(['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/en/..%2f..%2f..%2fetc/passwd', '/%00', '/%ff'])(
  'the path %s leads nowhere',
  async (path) => {
    const status = await new Promise((resolve) => {
      const { port } = new URL(intake.url);
      request({ host: '127.0.0.1', port, path }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect([400, 403, 404]).toContain(status);
  },
);

test('it says that it is well', async () => {
  const response = await get('/healthz');
  expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
});

describe('security headers', () => {
  test.each(['/', '/en/', '/nowhere', '/healthz', '/intake/', '/intake/nothing', '/intake/?q', '/wayin/keys.json'])(
    'stand on the answer to %s',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split(';').sort()).toEqual(
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "media-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
        ].sort(),
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  test('a browser that came over TLS is told to stay with it', async () => {
    const { headers } = await get('/en/', { 'x-forwarded-proto': 'https' });
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });
});

describe('rate limits', () => {
  test('one address that asks too often is told when to come back; another is served', async () => {
    const limited = await startIntake({ rateLimits: { perAddress: 5, overall: 1_000 } });
    const call = (address: string) => fetch(`${limited.url}/intake/`, { headers: { 'x-forwarded-for': address } });

    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await call('203.0.113.1')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Number((await call('203.0.113.1')).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call('203.0.113.2')).status).toBe(200);
    expect(limited.logged()).not.toContain('203.0');
    await limited.stop();
  });

  test('all addresses together have a ceiling', async () => {
    const limited = await startIntake({ rateLimits: { perAddress: 1_000, overall: 5 } });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${i}` };
      statuses.push((await fetch(`${limited.url}/intake/`, { headers })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    await limited.stop();
  });

  test('a library of fifty people who send at once is served', async () => {
    const library = await startIntake();
    const envelopes = await Promise.all(Array.from({ length: 50 }, () => anEnvelope()));
    const sent = envelopes.map(async (envelope) => {
      const pushed = await library.bulkDocs([asPushed(envelope)]);
      const receipt = await fetch(`${library.url}/intake/receipts/${envelope._id}`);
      return [pushed.status, receipt.status];
    });
    expect(new Set((await Promise.all(sent)).flat())).toEqual(new Set([201, 200]));
    await library.stop();
  });
});

test('the clock takes the date it is told, and the real time of day', async () => {
  expect(londonClock('2026-01-15')()).toMatch(/^2026-01-15T\d\d:\d\d:\d\d\+00:00$/);
  expect(londonClock('2026-07-15')()).toMatch(/^2026-07-15T\d\d:\d\d:\d\d\+01:00$/);
});
