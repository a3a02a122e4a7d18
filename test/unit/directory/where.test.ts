import { expect, test } from 'vitest';
import type { PostcodeSets } from '#core/directory/postcode-sets.ts';
import { whereIs } from '#core/directory/where.ts';
import { readAddress, toAddress } from '../../../src/islands/directory-search/address.ts';

const sets: PostcodeSets = {
  source: 'test',
  credit: [],
  las: ['other', 'E06000015', 'E09000028'],
  o: { DE1: [1], SE5: [2, { '9': 0 }] },
  others: { LE: '1-3' },
};
const councils = { E06000015: 'derby', E09000028: 'southwark' };

test.each([
  ['de1 2qy', { kind: 'inside', postcode: 'DE1 2QY', area: 'derby' }],
  ['SE58RS', { kind: 'inside', postcode: 'SE5 8RS', area: 'southwark' }],
  ['SE5 9AB', { kind: 'outside', postcode: 'SE5 9AB' }],
  ['LE1 1AA', { kind: 'outside', postcode: 'LE1 1AA' }],
  ['SW1A 1AA', { kind: 'unknown' }],
  ['12345', { kind: 'wrongShape' }],
  ['', { kind: 'missing' }],
])('a postcode has three answers: %s', (typed, where) => {
  expect(whereIs(typed, sets, councils)).toEqual(where);
});

const anything = () => true;

test('choices stand in the address and come back from it', () => {
  const chosen = { facets: { topic: ['housing'], access: ['step-free', 'bus'] }, when: 'weekend' } as const;
  expect(readAddress(toAddress(chosen), anything)).toEqual(chosen);
});

test('an address with names or values that nobody offers chooses nothing', () => {
  expect(readAddress('?topic=%3Cscript%3E&q=my+name&when=never&postcode=DE12QY', () => false)).toEqual({ facets: {} });
});
