import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENTRY_KINDS, type Entry } from '#core/directory/entry.ts';
import { pack, unpack } from '#core/directory/packed.ts';

const FROM = '2026-11-22';
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const values = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const entry: fc.Arbitrary<Entry> = fc.record({
  kind: fc.constantFrom(...ENTRY_KINDS),
  id,
  name: fc.string(),
  line: fc.string(),
  alsoCalled: fc.string(),
  lang: fc.constantFrom('en', 'ar'),
  standing: fc.constantFrom('open', 'ended'),
  example: fc.boolean(),
  checked: fc.constant('2026-11-01'),
  next: fc.array(fc.constantFrom('2026-11-22T09:00', '2026-12-01T18:30', '2027-01-16T23:59')),
  facets: fc.record({ topic: values, access: values }, { requiredKeys: [] }),
});

test('a directory comes out of the file as it went in', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(unpack(JSON.parse(JSON.stringify(pack(entries, FROM))))).toEqual(entries);
    }),
  );
});
