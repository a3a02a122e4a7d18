import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyForm, type FormFiles } from '#core/forms/edit/form-files.ts';
import { NO_CONTENT } from '#core/forms/from-content.ts';
import { type FormDecision, type FormDraft, madeForms } from '#core/forms/made/made-form.ts';
import { parseFiles } from '#core/forms/made/parse-files.ts';
import { putTogether } from '#core/forms/made/put-together.ts';

const files: FormFiles = emptyForm('walk-survey', 'en', 'How was the walk?');

const aDraft = (name: string, turn: number): FormDraft => ({
  _id: `formdraft:${name}`,
  kind: 'formDraft',
  version: 1,
  form: 'walk-survey',
  files,
  by: 'amina',
  sentAt: '2026-11-24T10:00:00Z',
  turn,
});
const aDecision = (turn: number, verdict: FormDecision['verdict'], draft?: string): FormDecision => ({
  _id: `formdecision:${turn}`,
  kind: 'formDecision',
  version: 1,
  form: 'walk-survey',
  ...(draft === undefined ? {} : { draft: `formdraft:${draft}` }),
  verdict,
  by: 'ed',
  decidedAt: '2026-11-26T12:00:00Z',
  turn,
});

const first = aDraft('first', 1);
const second = aDraft('second', 2);

test('[F-2] the version published last is what residents see; going back is publishing an older one anew', () => {
  const statesAfter = (...decisions: FormDecision[]) =>
    madeForms([...decisions, first, second])[0]?.drafts.map(({ draft, state }) => [draft._id.slice(10), state]);
  const published = [aDecision(1, 'published', 'first'), aDecision(2, 'published', 'second')];
  expect(statesAfter()).toEqual([
    ['second', 'waiting'],
    ['first', 'waiting'],
  ]);
  expect(statesAfter(...published)).toEqual([
    ['second', 'published'],
    ['first', 'replaced'],
  ]);
  expect(statesAfter(...published, aDecision(3, 'published', 'first'))).toEqual([
    ['second', 'replaced'],
    ['first', 'published'],
  ]);
  expect(statesAfter(aDecision(1, 'refused', 'first'))).toEqual([
    ['second', 'waiting'],
    ['first', 'refused'],
  ]);
});

test('a withdrawn form is gone until one of its versions is published again', () => {
  const decisions = [aDecision(1, 'published', 'first'), aDecision(2, 'withdrawn')];
  const [gone] = madeForms([first, ...decisions]);
  expect([gone?.now, gone?.withdrawn?.turn, gone?.drafts[0]?.state]).toEqual([undefined, 2, 'withdrawn']);
  const [back] = madeForms([first, ...decisions, aDecision(3, 'published', 'first')]);
  expect([back?.now?._id, back?.withdrawn]).toEqual(['formdraft:first', undefined]);
});

test('the order in which documents are read is without effect', () => {
  const documents = [first, second, aDecision(1, 'published', 'first'), aDecision(2, 'withdrawn')];
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: 4 }), (shuffled) => {
      expect(madeForms(shuffled)).toEqual(madeForms(documents));
    }),
  );
});

test('files are read strictly: markup, sizes and strange fields are refused with their place', () => {
  expect(parseFiles(files).ok).toBe(true);
  const problemOf = (given: unknown) => {
    const read = parseFiles(given);
    return read.ok ? 'none' : read.problem.code;
  };
  const withTitle = (title: string) => ({ ...files, texts: { en: { ...files.texts['en'], title } } });
  expect(problemOf(withTitle('<script>alert(1)</script>'))).toBe('markup');
  expect(problemOf(withTitle('x'.repeat(2_000_000)))).toBe('tooLarge');
  expect(problemOf({ ...files, run: 'alert(1)' })).toBe('notAForm');
  expect(problemOf(JSON.parse('{"source":{"__proto__":{"id":"x"}}}'))).toBe('notAForm');
  const options = Array.from({ length: 700 }, (_, place) => `o${place}`);
  const pages = [{ id: 'p', questions: [{ id: 'q', kind: 'one-of', options }] }];
  expect(problemOf({ ...files, source: { ...files.source, pages } })).toBe('tooManyOptions');
  fc.assert(fc.property(fc.jsonValue(), (given) => !parseFiles(given).ok));
});

test('a form that lacks words is not put together, and the fault says in which language', () => {
  const pl = { title: 'Jak było na spacerze?', intro: [], recipients: {}, pages: {}, questions: {} };
  const whole = putTogether({ ...files, texts: { ...files.texts, pl } }, { groups: {}, content: NO_CONTENT });
  expect(whole.ok).toBe(false);
});
