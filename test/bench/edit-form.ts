import { apply } from '#core/forms/edit/apply.ts';
import { findings } from '#core/forms/edit/findings.ts';
import { emptyForm, type FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { NO_CONTENT } from '#core/forms/from-content.ts';
import { median } from './table.ts';

const ALONE: Known = { groups: new Map(), groupTexts: {}, content: NO_CONTENT };
const PER_PAGE = 5;

/** A form of so many questions, five a page, each page for those who said yes to the first question of the page before. */
export function longForm(questions: number): FormFiles {
  const steps = Array.from({ length: questions }, (_, at): readonly Step[] => {
    const page = at < PER_PAGE ? 'page-1' : `part-${Math.floor(at / PER_PAGE)}`;
    const add: Step = { do: 'addQuestion', page, kind: 'one-of', label: `Thing ${at}`, options: ['Yes', 'No'] };
    if (at % PER_PAGE > 0 || at === 0) return [add];
    const when = { question: `thing${at - PER_PAGE}`, is: 'yes' };
    return [
      { do: 'addPage', title: `Part ${at / PER_PAGE}` },
      add,
      { do: 'setCondition', what: 'page', id: page, when },
    ];
  });
  return steps.flat().reduce(
    (files, step) => {
      const done = apply(files, step);
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
      return done.value;
    },
    emptyForm('long', 'en', 'A long form'),
  );
}

const EDITS: readonly Step[] = [
  { do: 'setWords', language: 'en', at: 'questions.thing3.label', text: 'Another thing' },
  { do: 'addQuestion', page: 'page-1', kind: 'text', label: 'One more' },
  { do: 'move', what: 'question', id: 'thing2', by: 1 },
  { do: 'remove', what: 'question', id: 'thing3' },
  { do: 'setCondition', what: 'question', id: 'thing4', when: { question: 'thing1', is: 'yes' } },
];

/** Milliseconds that a step takes, and the findings of the form after it, by the number of questions. */
export function editTimes(sizes: readonly number[], runs: number): readonly (readonly string[])[] {
  return sizes.map((size) => {
    const files = longForm(size);
    const steps = EDITS.flatMap((step) => Array.from({ length: runs * 10 }, () => ms(() => apply(files, step))));
    const found = Array.from({ length: runs }, () => ms(() => findings(files, ALONE)));
    return [String(size), median(steps).toFixed(3), median(found).toFixed(1)];
  });
}

function ms(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
