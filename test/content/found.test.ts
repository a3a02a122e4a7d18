import { expect, test } from 'vitest';
import { wordsFor } from '#i18n/site-words.ts';
import { topicsIn } from '#publish/directory.ts';
import { siteContent } from '#publish/queries.ts';
import { offeredIn } from '#publish/search/choices.ts';
import { entriesIn } from '#publish/search/entries.ts';
import { inPages, kindsInPages, MOST_AT_ONCE } from '#publish/search/pages.ts';
import { searchFile } from '#publish/search/search-file.ts';
import { offeredLanguages } from '../support/content.ts';

const entries = entriesIn('en');
const languages = offeredLanguages().map(({ code }) => code);

test.each(topicsIn('en').map(({ facts }) => facts.id))('[E15] %s leads to at least one organisation', (topic) => {
  const organisations = entries.filter(({ kind, facets }) => kind === 'organisation' && facets.topic?.includes(topic));
  expect(organisations.map(({ id }) => id)).not.toEqual([]);
});

test('[F-15] what is switched off can be found nowhere', () => {
  const off = siteContent().services.filter(({ facts }) => facts.off === true);
  const found = new Set(entries.filter(({ kind }) => kind === 'service').map(({ id }) => id));
  expect(off.filter(({ facts }) => found.has(facts.id))).toEqual([]);
  expect(found.size).toBe(siteContent().services.length - off.length);
});

test('[C8] all 11 kinds of partners can be chosen', () => {
  expect(offeredIn(wordsFor('en')).get('partner')).toHaveLength(11);
});

test.each(languages)('everything that can be chosen in %s has a name and finds something', (lang) => {
  for (const [facet, values] of offeredIn(wordsFor(lang))) {
    for (const { value, label, count } of values) {
      expect(label, `${facet} ${value}`).not.toBe('');
      expect(count, `${facet} ${value}`).toBeGreaterThan(0);
    }
  }
});

test.each(languages)('the same things can be found in %s as in English', (lang) => {
  const ids = (code: string) =>
    entriesIn(code)
      .map(({ kind, id }) => `${kind} ${id}`)
      .sort();
  expect(ids(lang)).toEqual(ids('en'));
});

test('a council is found in its own area only', () => {
  const blaby = entries.filter(({ facets }) => facets.area?.includes('blaby')).map(({ id }) => id);
  expect(blaby).toContain('blaby-council');
  expect(blaby).not.toContain('charnwood-council');
});

test('a long list is cut into pages, with nothing lost and nothing twice', () => {
  const pages = inPages(entries);
  expect(pages.flatMap((page) => page.entries)).toEqual(entries);
  expect(pages.every((page) => page.entries.length <= 40 && page.total === entries.length)).toBe(true);
});

test('what is too much for the page of its kind has a list in pages; nothing else does', () => {
  const [service] = entries.filter(({ kind }) => kind === 'service');
  if (!service) throw new Error('There is no service.');
  expect(kindsInPages(entries)).toEqual([]);
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, n) => ({ ...service, id: `s-${n}` }));
  expect(kindsInPages([...many, { ...service, kind: 'listing' as const }])).toEqual(['listing', 'service']);
});

test('the file of the search knows the council of each area that has postcodes', () => {
  const { councils, quickExit } = searchFile(wordsFor('en'));
  expect(councils['E06000015']).toBe('derby');
  expect(councils['E09000028']).toBe('southwark');
  expect(quickExit).toContain('domestic-abuse');
});
