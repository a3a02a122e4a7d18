import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromJsonSchema } from '#core/forms/exchange/json-schema.ts';
import { imported, lines } from './imported.ts';

// Our own schema, in the shapes that the documentation of react-jsonschema-form shows.
const BRANCHED = JSON.parse(readFileSync('test/fixtures/exchange/json-schema.json', 'utf8'));

describe('a JSON Schema with a uiSchema', () => {
  const { source, questions, text, report } = imported(fromJsonSchema(BRANCHED, { language: 'en', id: 'walk' }));
  const question = (id: string) => questions.find((one) => one.id === id);

  test('its properties are questions, in the order of ui:order', () => {
    expect(questions.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'way one-of',
      'phone telephone',
      'email email',
      'name text',
      'dogs one-of',
      'days some-of',
      'age whole-number',
      'dogName text',
      'monday date',
    ]);
    expect(source.id).toBe('walk');
    expect(text).toMatchObject({ title: 'Join a walk', intro: ['Walks are slow and free.'] });
  });

  test('names of options are their words', () => {
    expect(question('way')).toMatchObject({ required: true, options: ['phone', 'mail'] });
    expect(text?.questions['way']?.options).toEqual({ phone: 'By phone', mail: 'By email' });
    expect(text?.questions['days']?.options).toEqual({ mon: 'Monday', tue: 'Tuesday' });
  });

  test('dependencies and if … then are conditions', () => {
    expect(question('phone')?.when).toEqual({ question: 'way', is: 'phone' });
    expect(question('email')?.when).toEqual({ question: 'way', is: 'mail' });
    expect(question('dogName')?.when).toEqual({ question: 'dogs', is: 'yes' });
    expect(question('monday')?.when).toEqual({ question: 'days', has: 'mon' });
  });

  test('limits, purpose and hint stay', () => {
    expect(question('age')).toMatchObject({ least: 16, most: 120 });
    expect(question('name')).toMatchObject({ maxLength: 80, autocomplete: 'name' });
    expect(text?.questions['name']?.hint).toBe('As you like to be called');
  });

  test('what its author has to say besides is listed', () => {
    expect(lines(report)).toContain('toDo recipient');
    expect(lines(report)).toContain('toDo why #/way');
  });
});

test('objects are pages, lists of objects repeat, null fields are words', () => {
  const { source, text } = imported(
    fromJsonSchema({
      type: 'object',
      properties: {
        note: { type: 'null', title: 'Read this first' },
        about: { type: 'object', title: 'About you', properties: { first: { type: 'string', title: 'First name' } } },
        children: {
          type: 'array',
          title: 'Your children',
          maxItems: 3,
          items: { type: 'object', properties: { born: { type: 'integer', title: 'Year of birth' } } },
        },
      },
    }),
  );
  expect(source.pages.map((page) => ('use' in page ? page.use : [page.id, page.repeat?.most]))).toEqual([
    ['questions', undefined],
    ['about', undefined],
    ['children', 3],
  ]);
  expect(text?.pages['questions']?.body).toEqual(['Read this first']);
  expect(text?.pages['about']?.title).toBe('About you');
});

test('local references are followed, others are not', () => {
  const { questions } = imported(
    fromJsonSchema({
      properties: {
        a: { $ref: '#/$defs/name' },
        b: { $ref: 'https://example.org/x.json', type: 'string', title: 'B' },
      },
      $defs: { name: { type: 'string', title: 'Name', maxLength: 7 } },
    }),
  );
  expect(questions).toMatchObject([
    { id: 'a', maxLength: 7 },
    { id: 'b', kind: 'text' },
  ]);
});

test('a schema that contains itself is refused', () => {
  const tree = { properties: { a: { $ref: '#' }, b: { $ref: '#' } } };
  expect(fromJsonSchema(tree)).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/too/) } });
});

test('a condition without words of ours is reported, and the question asked of everybody', () => {
  const { questions, report } = imported(
    fromJsonSchema(
      JSON.parse(`{
        "properties": { "code": { "type": "string", "title": "Code" } },
        "if": { "properties": { "code": { "pattern": "^x" } } },
        "then": { "properties": { "more": { "type": "string", "title": "More" } } }
      }`),
    ),
  );
  expect(questions.find(({ id }) => id === 'more')?.when).toBeUndefined();
  expect(lines(report)).toContain('notKept condition #/more');
});
