import { expect, test } from 'vitest';
import { packKey } from '#core/offline/sections.ts';
import { answerFor, filesToKeep, languagesIn, preferredLanguage } from '#islands/offline/kept-files.ts';

const origin = 'https://way-in.example';
const paths = new Set([
  '/en/',
  '/pl/',
  '/en/services/',
  '/en/offline/',
  '/en/help-now/',
  '/_astro/a.1.js',
  '/wayin/keys.json',
]);

const answer = (path: string, more: { method?: string; isNavigation?: boolean; isRange?: boolean } = {}) =>
  answerFor({ method: 'GET', url: new URL(path, origin), origin, isNavigation: true, isRange: false, ...more }, paths);

test.each([
  ['/en/services/', { kind: 'kept', path: '/en/services/' }],
  ['/en/services/?x=1', { kind: 'kept', path: '/en/services/' }],
  ['/en/services', { kind: 'redirect', path: '/en/services/' }],
  ['/en/services/index.html', { kind: 'redirect', path: '/en/services/' }],
  ['/', { kind: 'chooseLanguage' }],
  ['/en/nothing/', { kind: 'networkPage' }],
  ['/_astro/old.0.js', { kind: 'older' }],
  ['/intake/', { kind: 'leave' }],
  ['/intake/receipts/submission:1', { kind: 'leave' }],
  ['/submit/derby-self', { kind: 'leave' }],
  ['/sent/en/submission/1', { kind: 'leave' }],
  ['/healthz', { kind: 'leave' }],
  ['https://elsewhere.example/en/', { kind: 'leave' }],
])('[G12] a visit to %s', (path, expected) => {
  expect(answer(path)).toEqual(expected);
});

test('[G12] nothing but a whole GET is touched', () => {
  for (const method of ['POST', 'HEAD', 'PUT', 'DELETE']) expect(answer('/en/', { method })).toEqual({ kind: 'leave' });
  expect(answer('/en/', { isRange: true })).toEqual({ kind: 'leave' });
  expect(answer('/favicon.ico', { isNavigation: false })).toEqual({ kind: 'leave' });
});

const files = (...more: readonly string[]) => [...paths, ...more].map((path) => [path, 'hash'] as const);
const keptPaths = (all: ReturnType<typeof files>, wanted: Parameters<typeof filesToKeep>[1]) =>
  filesToKeep(all, wanted).map(([path]) => path);

test('[G11] with data saving on, pages of languages nobody has open are left out, and help comes first', () => {
  expect(keptPaths(files(), { read: ['en'], saveData: true })).not.toContain('/pl/');
  expect(keptPaths(files(), { read: ['en'] })).toEqual(expect.arrayContaining([...paths]));
  expect(keptPaths(files(), { read: ['en'] })[0]).toMatch(/help-now|offline/);
});

test('[G12] the directory is kept in the languages that are read, everything else in all', () => {
  const directory = files(
    '/en/organisations/aspire/',
    '/pl/organisations/aspire/',
    '/pl/find/',
    '/wayin/search/pl.json',
  );
  const kept = keptPaths(directory, { read: ['en'] });
  expect(kept).toContain('/en/organisations/aspire/');
  expect(kept).toContain('/pl/');
  expect(kept.filter((path) => /pl\/(organisations|find)|search\/pl/.test(path))).toEqual([]);
});

test('[G29] paper is kept in the languages that are read, after the forms themselves', () => {
  const forms = files(
    '/en/forms/a/',
    '/pl/forms/a/',
    '/en/forms/a/paper/',
    '/pl/forms/a/paper/',
    '/pl/worksheets/goals/',
  );
  const kept = keptPaths(forms, { read: ['en'] });
  expect(kept).toEqual(
    expect.arrayContaining(['/en/forms/a/', '/pl/forms/a/', '/en/forms/a/paper/', '/pl/worksheets/goals/']),
  );
  expect(kept.filter((path) => /pl\/forms\/a\/paper/.test(path))).toEqual([]);
  expect(packKey('/en/forms/a/paper/')).not.toBe(packKey('/en/forms/a/'));
});

test('[G11] a directory of ten thousand keeps its lists, and each page once it is read', () => {
  const many = Array.from({ length: 700 }, (_, place) => `/en/organisations/o${place}/`);
  const kept = keptPaths(files('/en/organisations/', ...many), { read: ['en'] });
  expect(kept).toContain('/en/organisations/');
  expect(kept).not.toContain('/en/organisations/o1/');
});

test('[G11] what is for those who work here comes where somebody does', () => {
  const all = [...files(), ['/en/build/', 'hash', 1] as const];
  expect(filesToKeep(all, { read: ['en'] })).toHaveLength(paths.size);
  expect(filesToKeep(all, { read: ['en'], worksHere: true })).toHaveLength(paths.size + 1);
});

test('[G8] the languages are those with a home page, and the reader gets the first they know', () => {
  expect(languagesIn(paths)).toEqual(['en', 'pl']);
  expect(preferredLanguage(['fr', 'pl-PL', 'en'], ['en', 'pl'])).toBe('pl');
  expect(preferredLanguage(['fr'], ['en', 'pl'])).toBeUndefined();
});

test('[G11] files that are wanted together lie in the same pack, and help in the first', () => {
  expect(['/en/groups/g/', '/en/groups/', '/en/forms/derby-self/', '/en/help-now/'].map(packKey).sort()[0]).toBe(
    packKey('/en/help-now/'),
  );
  expect(packKey('/en/organisations/')).toBe(packKey('/wayin/search/en.json'));
  expect(packKey('/pl/organisations/')).not.toBe(packKey('/en/organisations/'));
  expect(packKey('/wayin/keys.json')).toBe(packKey('/icon.svg'));
});
