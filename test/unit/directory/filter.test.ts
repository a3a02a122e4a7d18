import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, type Facet, WHENS } from '#core/directory/entry.ts';
import { type Chosen, choicesIn, fits, isOn, withChoice, without } from '#core/directory/filter.ts';
import { find } from '#core/directory/find.ts';
import { relax } from '#core/directory/relax.ts';
import { anEntry } from './an-entry.ts';

const TUESDAY = '2026-11-24';
const onAt = (...next: string[]) => anEntry({ next });

test.each([
  ['on Saturday', '2026-11-28T10:00', true],
  ['on Sunday', '2026-11-29T10:00', true],
  ['on Friday evening', '2026-11-27T19:00', false],
  ['on the Saturday after', '2026-12-05T10:00', false],
])('[E21] "this weekend" with a session %s', (_, time, expected) => {
  expect(isOn(onAt(time), 'weekend', TUESDAY)).toBe(expected);
});

test('[E21] on a Sunday, "this weekend" is that Sunday, and no day that has passed', () => {
  const today = '2026-11-29';
  expect(isOn(onAt('2026-11-28T10:00'), 'weekend', today)).toBe(false);
  expect(isOn(onAt('2026-11-29T10:00'), 'weekend', today)).toBe(true);
  expect(isOn(onAt('2026-12-05T10:00'), 'weekend', today)).toBe(false);
});

test('[E21] an evening begins at 5pm', () => {
  expect(isOn(onAt('2026-11-26T16:59'), 'evening', TUESDAY)).toBe(false);
  expect(isOn(onAt('2026-11-26T17:00'), 'evening', TUESDAY)).toBe(true);
  expect(isOn(onAt('2026-11-23T18:00'), 'evening', TUESDAY)).toBe(false);
});

test('[E22] step-free, bus route, BSL, free, online and carers combine with "and"', () => {
  const wanted: Chosen = {
    facets: { access: ['step-free', 'bus', 'bsl'], cost: ['free'], way: ['online'], carers: ['welcome'] },
  };
  const all = anEntry({ facets: { ...wanted.facets, access: ['bsl', 'bus', 'step-free', 'quiet'] } });

  expect(fits(all, wanted, TUESDAY)).toBe(true);
  for (const choice of choicesIn(wanted)) {
    const lacking = anEntry({ facets: without({ facets: all.facets }, choice).facets });
    expect(fits(lacking, wanted, TUESDAY), `without ${choice.value}`).toBe(false);
  }
});

test('what is not known of a thing does not fit', () => {
  expect(fits(anEntry({ facets: {} }), { facets: { cost: ['free'] } }, TUESDAY)).toBe(false);
});

test('[E23] where nothing fits, giving up one choice is offered with the number it would give', () => {
  const entries = [
    anEntry({ id: 'a', facets: { way: ['phone'], topic: ['work'] } }),
    anEntry({ id: 'b', facets: { way: ['phone'], topic: ['work'] } }),
    anEntry({ id: 'c', facets: { topic: ['housing'], way: ['online'] } }),
  ];
  const chosen: Chosen = { facets: { topic: ['housing'], way: ['phone'] } };

  const { entries: found, relaxed } = find(entries, chosen, TUESDAY);

  expect(found).toEqual([]);
  expect(relaxed.map(({ kind, choice, count }) => [kind, choice.value, count])).toEqual([
    ['without', 'housing', 2],
    ['without', 'phone', 1],
  ]);
});

test('[E23] where no single loss helps, each choice alone is offered', () => {
  const entries = [anEntry({ facets: { way: ['phone'] } }), anEntry({ facets: { topic: ['housing'] }, next: [] })];
  const relaxed = relax(entries, { facets: { topic: ['housing'], way: ['phone'] }, when: 'today' }, TUESDAY);
  expect(relaxed.map(({ kind, choice, count }) => [kind, choice.value, count])).toEqual([
    ['only', 'housing', 1],
    ['only', 'phone', 1],
  ]);
});

test('[E23] what is offered is what one gets', () => {
  const value = fc.constantFrom('a', 'b', 'c');
  const facets = fc.record({ topic: fc.uniqueArray(value), way: fc.uniqueArray(value), access: fc.uniqueArray(value) });
  const entries = fc.array(facets.map((some) => anEntry({ facets: some })));
  const chosen = fc.record({ facets, when: fc.option(fc.constantFrom(...WHENS), { nil: undefined }) });
  fc.assert(
    fc.property(entries, chosen, (all, { facets: some, when }) => {
      const asked: Chosen = { facets: some, ...(when ? { when } : {}) };
      for (const { chosen: next, count } of find(all, asked, TUESDAY).relaxed) {
        expect(find(all, next, TUESDAY).entries).toHaveLength(count);
      }
    }),
  );
});

test('a choice made twice is made once, and taking it back leaves the others', () => {
  const chosen = withChoice(withChoice({ facets: { topic: ['work'] } }, 'access', 'bus'), 'access', 'bus');
  expect(choicesIn(chosen)).toHaveLength(2);
  expect(without(chosen, { facet: 'access', value: 'bus' })).toEqual({ facets: { topic: ['work'] } });
});

test('who asks for a time sees what comes first', () => {
  const late = anEntry({ id: 'late', next: ['2026-11-24T19:00'] });
  const early = anEntry({ id: 'early', next: ['2026-11-17T09:00', '2026-11-24T09:00'] });
  const found = find([late, early], { facets: {}, when: 'today' }, TUESDAY).entries;
  expect(found.map(({ id }: Entry) => id)).toEqual(['early', 'late']);
});

test('every facet that a thing has can be chosen', () => {
  const facets: { readonly [facet in Facet]?: readonly string[] } = { sort: ['creative'], partner: ['police'] };
  for (const choice of choicesIn({ facets })) {
    expect(fits(anEntry({ facets }), { facets: { [choice.facet]: [choice.value] } }, TUESDAY)).toBe(true);
  }
});
