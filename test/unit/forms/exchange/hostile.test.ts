import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDefra } from '#core/forms/exchange/defra.ts';
import { fromJsonSchema } from '#core/forms/exchange/json-schema.ts';
import type { Imported, ImportProblem } from '#core/forms/exchange/kept.ts';
import { fromSurveyJs } from '#core/forms/exchange/surveyjs.ts';
import { fromXlsForm } from '#core/forms/exchange/xlsform.ts';
import type { Outcome } from '#core/outcome.ts';
import { imported, lines } from './imported.ts';

type Read = (json: unknown) => Outcome<Imported, ImportProblem>;

const READERS: readonly (readonly [string, Read])[] = [
  ['JSON Schema', (json) => fromJsonSchema(json)],
  ['SurveyJS', (json) => fromSurveyJs(json)],
  ['XLSForm', (json) => fromXlsForm(json)],
  ['DEFRA', (json) => fromDefra(json)],
];

/** Names and values that the formats know, so that what is made up gets past the first look at it. */
const WORDS =
  `properties type title description enum oneOf const items required if then else allOf anyOf not dependencies
 dependentSchemas $ref string object array boolean integer number null format x-wayin pages elements name text comment
 radiogroup checkbox matrix rating rows columns choices value visibleIf survey settings select_one select_multiple
 begin_group end_group begin_repeat note relevant label list_name path components next condition conditions lists id
 TextField YesNoField RadiosField operator is coordinator componentId field __proto__ constructor toString
 ui:order uiSchema schema templateElements panel paneldynamic html default en`.split(/\s+/);
const word = fc.constantFrom(...WORDS);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom(
      '#',
      '#/properties',
      "{name} = 'x'",
      '$' + '{name} > 3',
      '<script>alert(1)</script>',
      '',
      'a.b',
      'Ą',
    ),
    fc.oneof(fc.integer({ min: -5, max: 5 }), fc.boolean(), fc.constant(null), fc.string({ maxLength: 8 })),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 6 }),
  ),
}));

describe.each(READERS)('%s', (name, read) => {
  const holds = (json: unknown) => {
    const outcome = read(json);
    if (outcome.ok) imported(outcome);
  };

  test('whatever is handed in, nothing is thrown, and what comes in composes', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), holds), { numRuns: 200 });
  });

  test('nor with whatever looks like the format', () => {
    const looks: fc.Arbitrary<unknown> = {
      'JSON Schema': fc.record({
        properties: fc.dictionary(word, tree, { maxKeys: 8 }),
        ...Object.fromEntries(['required', 'allOf', 'if', 'then', 'else'].map((key) => [key, tree])),
      }),
      SurveyJS: fc.record({
        pages: fc.array(fc.record({ name: word, elements: fc.array(fc.dictionary(word, tree)), visibleIf: tree })),
      }),
      XLSForm: fc.record({
        survey: fc
          .array(fc.array(word, { maxLength: 6 }), { maxLength: 9 })
          .map((rows) => [['type', 'name', 'label', 'relevant', 'required', 'hint'], ...rows]),
        choices: tree,
        settings: tree,
      }),
      DEFRA: fc.record({
        pages: fc.array(
          fc.record({
            path: fc.constantFrom('/a', '/b', '/c'),
            next: fc.array(fc.record({ path: fc.constantFrom('/a', '/b', '/c'), condition: word })),
            components: fc.array(fc.dictionary(word, tree)),
          }),
        ),
        conditions: tree,
        lists: tree,
      }),
    }[name] as fc.Arbitrary<unknown>;
    fc.assert(fc.property(looks, holds), { numRuns: 200 });
  });
});

const survey = (...elements: readonly unknown[]) => fromSurveyJs({ title: 'T', elements }, { language: 'en' });

describe('a hostile form', () => {
  test('names that every object has become others', () => {
    const json = JSON.parse(
      '{"title":"T","elements":[{"type":"text","name":"__proto__","title":"A"},{"type":"text","name":"constructor","title":"B"},{"type":"text","name":"toString","title":"C","visibleIf":"{constructor} = \'x\'"}]}',
    );
    const { questions } = imported(fromSurveyJs(json));
    expect(questions.map(({ id }) => id)).toEqual(['proto', 'constructor-1', 'toString-1']);
    expect(questions[2]?.when).toEqual({ question: 'constructor-1', is: 'x' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a schema with __proto__ among its properties changes no object', () => {
    const json = JSON.parse(
      '{"properties":{"__proto__":{"type":"string","title":"X"},"a":{"type":"string","title":"A","__proto__":{"polluted":true}}}}',
    );
    const { questions } = imported(fromJsonSchema(json));
    expect(questions.map(({ id }) => id)).toEqual(['a']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['tags', '<b onclick="x()">Your</b> name', 'Your name', 'changed markup'],
    ['a script', 'Your <script>alert(1)</script>name', 'Your name', 'notKept script'],
    ['an unclosed script', 'Your name<script>alert(1)', 'Your name', 'notKept script'],
    ['escaped tags', 'Your &lt;img src=x onerror=alert(1)&gt;name', 'Your name', 'changed markup'],
    ['a link that runs', '<a href="javascript:alert(1)">Your name</a>', 'Your name', 'notKept script'],
    ['a link of Markdown', 'Your [name](http://evil.example/)', 'Your name', 'notKept link'],
    ['control characters', 'Your\u0000 na\u001bme', 'Your name', 'guessed limits'],
  ])('of %s the words stay', (_, title, label, line) => {
    const { text, report } = imported(survey({ type: 'text', name: 'n', title }));
    expect(text?.questions['n']?.label).toBe(label);
    expect(lines(report)).toContain(`${line} pages[0].elements[0]`);
  });

  test.each(['<scr<b>ipt>alert(1)</scr</b>ipt>', '<<script>script>x<</script>/script>', '&amp;lt;script&amp;gt;x'])(
    'of %s no tag is left',
    (title) => {
      const { text } = imported(survey({ type: 'text', name: 'n', title: `Name ${title}` }));
      expect(text?.questions['n']?.label).not.toMatch(/<[a-z/!]/i);
    },
  );

  test('less-than is no tag', () => {
    const { text } = imported(survey({ type: 'text', name: 'n', title: 'Is 3 < 5 & 7 > 6?' }));
    expect(text?.questions['n']?.label).toBe('Is 3 < 5 & 7 > 6?');
  });

  test('a million options are refused', () => {
    const choices = Array.from({ length: 1_000_000 }, (_, place) => place);
    expect(survey({ type: 'radiogroup', name: 'n', title: 'N', choices })).toEqual({
      ok: false,
      problem: { code: 'tooManyOptions', where: 'pages[0].elements[0]', params: { limit: 500 } },
    });
  });

  test('501 questions are refused, 500 come in', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ type: 'text', name: `q${place}`, title: `Q ${place}` }));
    expect(survey(...some(501))).toMatchObject({ ok: false, problem: { code: 'tooManyQuestions' } });
    expect(imported(survey(...some(500))).questions).toHaveLength(500);
  });

  test('what is nested without end is refused', () => {
    let panel: object = { type: 'text', name: 'n', title: 'N' };
    for (let depth = 0; depth < 2_000; depth += 1) panel = { type: 'panel', name: 'p', elements: [panel] };
    expect(survey(panel)).toMatchObject({ ok: false, problem: { code: 'tooDeep' } });
  });

  test('conditions that double with every page are refused one by one', () => {
    const pages = Array.from({ length: 60 }, (_, place) => ({
      path: `/${place}`,
      title: `${place}`,
      components: [{ type: 'YesNoField', name: `q${place}`, title: `Q${place}` }],
      next: [{ path: `/${place + 1}`, condition: `k${place}` }, { path: `/${place + 2}` }],
    }));
    const conditions = pages.map((_, place) => ({
      name: `k${place}`,
      value: { conditions: [{ field: { name: `q${place}` }, operator: 'is', value: { value: 'true' } }] },
    }));
    expect(imported(fromDefra({ pages, conditions })).questions).toHaveLength(60);
  });

  test('a text of a megabyte is cut', () => {
    const { text, report } = imported(
      survey({ type: 'text', name: 'n', title: '<script '.repeat(120_000) + 'x'.repeat(9_000) }),
    );
    expect((text?.questions['n']?.label ?? '').length).toBeLessThanOrEqual(2_000);
    expect(lines(report)).toContain('changed cut pages[0].elements[0]');
  });
});
