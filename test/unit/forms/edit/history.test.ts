import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#core/forms/edit/apply.ts';
import { findings } from '#core/forms/edit/findings.ts';
import { parseFolder, toFolder } from '#core/forms/edit/folder.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { begin, edit, type History, redo, undo } from '#core/forms/edit/history.ts';
import { said } from '#core/forms/edit/said.ts';
import { formSourceSchema, formTextSchema } from '#core/forms/parse-form.ts';
import { type Seed, seeds, stepFrom } from '../../../support/edit/random-steps.ts';
import { afterSteps, KNOWN, SMALL } from '../../../support/edit/steps.ts';

// Always the same steps: RUNS=1000 tries others.
const SEED = process.env['RUNS'] ? {} : { seed: 20261126 };

function edited(steps: readonly Seed[], from: FormFiles = SMALL): History {
  return steps.reduce((history, seed) => {
    const done = edit(history, stepFrom(seed, history.now), KNOWN.groups);
    return done.ok ? done.value : history;
  }, begin(from));
}

const times = (history: History, step: (one: History) => History, count: number) =>
  Array.from({ length: count }).reduce<History>(step, history);

test('ten thousand random steps are undone to the start, and done again to the end', () => {
  const done = edited(fc.sample(seeds, { numRuns: 10_000, seed: 7 }));
  expect(done.past.length).toBeGreaterThan(3_000);
  const start = times(done, undo, done.past.length + 5);
  expect(start.now).toEqual(SMALL);
  expect(start.past).toEqual([]);
  const end = times(start, redo, start.future.length + 5);
  expect(end.now).toEqual(done.now);
  expect(end).toEqual(done);
});

test('after every step the form is read again as it was written', () => {
  fc.assert(
    fc.property(fc.array(seeds, { minLength: 10, maxLength: 60 }), (steps) => {
      let files = SMALL;
      for (const seed of steps) {
        const done = apply(files, stepFrom(seed, files), KNOWN.groups);
        if (!done.ok) continue;
        files = done.value;
        expect(formSourceSchema.parse(files.source)).toEqual(files.source);
        for (const text of Object.values(files.texts)) expect(formTextSchema.parse(text)).toEqual(text);
      }
      expect(parseFolder(toFolder(files))).toEqual({ ok: true, value: files });
      expect(toFolder(files)).toEqual(toFolder(JSON.parse(JSON.stringify(files)) as FormFiles));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60), ...SEED },
  );
});

test('whatever was done, it is said, and what is found of it is put right by its repair', () => {
  fc.assert(
    fc.property(fc.array(seeds, { minLength: 5, maxLength: 60 }), (steps) => {
      let files = SMALL;
      for (const seed of steps) {
        const step = stepFrom(seed, files);
        const done = apply(files, step, KNOWN.groups);
        if (!done.ok) continue;
        expect(said(step, files, done.value).code).not.toBe('');
        files = done.value;
      }
      for (const finding of findings(files, KNOWN)) {
        if (!finding.repair) continue;
        const { repair: _, ...same } = finding;
        expect(findings(afterSteps(files, finding.repair), KNOWN)).not.toContainEqual(expect.objectContaining(same));
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40), ...SEED },
  );
});

test('a step that is refused leaves the form, and one after an undo forgets what was undone', () => {
  const history = begin(SMALL);
  const removed = edit(history, { do: 'remove', what: 'page', id: 'page-1' });
  expect(removed).toMatchObject({ ok: false, problem: { code: 'lastPage' } });
  const one = edit(history, { do: 'addPage', title: 'One' });
  if (!one.ok) throw new Error('refused');
  const other = edit(undo(one.value), { do: 'addPage', title: 'Other' });
  expect(other).toMatchObject({ ok: true, value: { future: [] } });
  expect(redo(history)).toEqual(history);
  expect(undo(history)).toEqual(history);
});
