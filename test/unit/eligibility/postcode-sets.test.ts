import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PostcodeCollection } from '#core/directory/build-postcode-sets.ts';
import { type Postcode, parsePostcode } from '#core/directory/postcode.ts';
import { councilIn, OTHER_COUNCIL, onlyCouncils, type PostcodeSets } from '#core/directory/postcode-sets.ts';
import { readData, readText } from '../../support/content.ts';

const sets = readData('content/postcodes/gb.json') as PostcodeSets;
const SOUTHWARK = 'E09000028';
const southwark = onlyCouncils(sets, [SOUTHWARK]);

const vectors = readText('test/fixtures/postcodes.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string]);

function councilOf(typed: string, of = sets): string | undefined {
  const postcode = parsePostcode(typed);
  return postcode.ok ? councilIn(of, postcode.value) : postcode.problem;
}

test('[D5] there are 129 vectors', () => expect(vectors).toHaveLength(129));

test.each(vectors)('[D5] %s lies in %s, however it is typed', (postcode, council) => {
  for (const typed of [
    postcode,
    postcode.toLowerCase(),
    postcode.replace(' ', ''),
    ` ${postcode.replace(/0(?=..$)/, 'O')} `,
  ]) {
    expect(councilOf(typed)).toBe(council);
  }
  expect(councilOf(postcode, southwark)).toBe(council === SOUTHWARK ? SOUTHWARK : OTHER_COUNCIL);
});

test.each(['EC1A 1BB', 'W1A 1AA', 'SW1A 2AA', 'E1W 1AA', 'SE1P 5LX', 'BT1 1AA', 'ZZ99 9ZZ'])(
  '[D5] %s is a gap, and admitted',
  (postcode) => {
    expect(councilOf(postcode)).toBeUndefined();
    expect(councilOf(postcode, southwark)).toBeUndefined();
  },
);

test('[D5] a letter O stands for the digit 0 in either half', () => {
  expect(parsePostcode('nw1o oaa')).toEqual({ ok: true, value: 'NW10 0AA' });
});

describe('a part of the sets', () => {
  const outcodes = Object.keys(sets.o);
  const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
  const anyPostcode = fc
    .tuple(fc.constantFrom(...outcodes), fc.nat(9), fc.constantFrom(...LETTERS), fc.constantFrom(...LETTERS))
    .map(([outcode, sector, first, second]) => `${outcode} ${sector}${first}${second}` as Postcode);

  test('[D5] answers as the whole does, for the councils it names', () => {
    const named = ['E09000028', 'E09000022', 'E06000015', 'E07000129'];
    const part = onlyCouncils(sets, named);
    fc.assert(
      fc.property(anyPostcode, (postcode) => {
        const council = councilIn(sets, postcode) ?? '';
        expect(councilIn(part, postcode)).toBe(named.includes(council) ? council : OTHER_COUNCIL);
      }),
      { numRuns: 20_000 },
    );
  });

  test('[D5] is small enough for a page', () => expect(JSON.stringify(southwark).length).toBeLessThan(6_000));
});

test('sets built from single postcodes give each its council again', () => {
  const letter = fc.constantFrom('A', 'B', 'Z');
  const row = fc.record({
    outcode: fc.constantFrom('AA1', 'AA2', 'B1A'),
    inward: fc.tuple(fc.nat(9), letter, letter).map((parts) => parts.join('')),
    council: fc.constantFrom('E01', 'E02', 'S03'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ outcode, inward }) => outcode + inward, minLength: 1 }), (rows) => {
      const collection = new PostcodeCollection();
      for (const { outcode, inward, council } of rows) collection.add(outcode, inward, council);
      const built = collection.toSets('a test', []);
      for (const { outcode, inward, council } of rows) {
        expect(councilIn(built, `${outcode} ${inward}` as Postcode)).toBe(council);
        expect(councilIn(onlyCouncils(built, ['E02']), `${outcode} ${inward}` as Postcode)).toBe(
          council === 'E02' ? 'E02' : OTHER_COUNCIL,
        );
      }
    }),
  );
});
