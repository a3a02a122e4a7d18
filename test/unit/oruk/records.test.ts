import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Found, RecordReader } from '#core/directory/oruk/records.ts';

/** Reads a text in pieces of some length. */
function readAll(text: string, length = text.length || 1): { found: Found[]; problem?: string } {
  const reader = new RecordReader();
  const found: Found[] = [];
  for (let at = 0; at < text.length; at += length) {
    const read = reader.read(text.slice(at, at + length));
    if (!read.ok) return { found, problem: read.problem };
    found.push(...read.value);
  }
  const ended = reader.end();
  return ended.ok ? { found } : { found, problem: ended.problem };
}

const records = (found: readonly Found[]) => found.flatMap((one) => (one.kind === 'record' ? [one.record] : []));

const services = fc.array(
  fc.record({ id: fc.string(), name: fc.string(), status: fc.constant('active'), more: fc.jsonValue({ maxDepth: 4 }) }),
  { minLength: 1, maxLength: 6 },
);
const pieces = fc.integer({ min: 1, max: 40 });

describe('records come out of', () => {
  test('a list, a page of a list and JSON lines, in pieces of any length', () => {
    fc.assert(
      fc.property(services, pieces, fc.constantFrom(0, 2), (list, length, indent) => {
        const wanted = JSON.parse(JSON.stringify(list));
        const page = { total_pages: 1, contents: list, last_page: true };
        const lines = list.map((one) => JSON.stringify(one)).join('\n');
        expect(records(readAll(JSON.stringify(list, null, indent), length).found)).toEqual(wanted);
        expect(records(readAll(JSON.stringify(page, null, indent), length).found)).toEqual(wanted);
        expect(records(readAll(lines, length).found)).toEqual(wanted);
      }),
    );
  });

  test('an organisation with its services, which know what stood before them', () => {
    const { found } = readAll('{"id":"o","name":"Org","services":[{"id":"s"}],"attributes":[]}');
    expect(found[0]).toEqual({ kind: 'record', record: { id: 's' }, within: { id: 'o', name: 'Org' } });
    expect(found[1]).toMatchObject({ kind: 'page' });
  });

  test('a single record', () => {
    expect(readAll(' {"id":"s","schedules":[{"x":[1,2]}]} ')).toEqual({
      found: [{ kind: 'record', record: { id: 's', schedules: [{ x: [1, 2] }] }, within: {} }],
    });
  });

  test('a page that is empty: it says so', () => {
    expect(readAll('{"empty":true,"contents":[]}')).toEqual({ found: [{ kind: 'page', page: { empty: true } }] });
  });
});

describe('a feed that is broken', () => {
  test('by a cut anywhere in a list or a page is never taken for whole', () => {
    fc.assert(
      fc.property(
        services,
        fc.boolean(),
        pieces,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, asPage, length, where) => {
          const text = JSON.stringify(asPage ? { contents: list } : list);
          const cut = text.slice(0, Math.min(text.length - 1, Math.floor(where * text.length)));
          expect(readAll(cut, length).problem).toMatch(/^(cutOff|empty)$/);
        },
      ),
    );
  });

  test('by any change of a sign is refused or read as JSON reads it', () => {
    const text = '[{"id":"a","name":"A"},{"id":"b","n":1}]';
    const sign = fc.constantFrom(...'{}[],:" x0\\');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), sign, (at, letter) => {
        const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
        const { found, problem } = readAll(changed, 7);
        if (problem !== undefined) return;
        expect(records(found)).toEqual(JSON.parse(changed.startsWith('[') ? changed : `[${changed}]`));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['[1]', 'notRecords'],
    ['"text"', 'notRecords'],
    ['<html>', 'notRecords'],
    ['[{"a":1},]', 'notJson'],
    ['[{"a":1}{"a":2}]', 'notJson'],
    ['[{"a":1}] []', 'notJson'],
    ['{"a":1,}', 'notJson'],
    ['{"a" 1}', 'notJson'],
    ["[{'a':1}]", 'notJson'],
    [`[${'{"a":'.repeat(70)}1${'}'.repeat(70)}]`, 'tooDeep'],
    [`[{"a":"${'x'.repeat(4_100_000)}`, 'tooLong'],
  ])('%.30s is refused', (text, problem) => {
    expect(readAll(text).problem).toBe(problem);
  });

  test('by a record that tries to change what all objects are is read as plain fields', () => {
    const { found } = readAll('{"__proto__":{"status":"active"},"id":"a"}');
    expect(({} as { status?: string }).status).toBeUndefined();
    expect(records(found)[0]?.['id']).toBe('a');
  });
});
