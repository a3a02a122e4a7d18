import { readFileSync } from 'node:fs';
import type { Answers } from '../../src/core/criteria/criterion.ts';
import { check } from '../../src/core/forms/check.ts';
import type { FormDefinition } from '../../src/core/forms/definition.ts';
import { exitOf, recipientOf, relevantPages } from '../../src/core/forms/relevance.ts';
import { readForms } from '../../src/publish/forms/read-forms.ts';
import { median, printTable } from './table.ts';

/**
 * What a letter costs in the longest forms, by the modules that run in the browser, in Node, times four for a slow
 * phone: `node test/bench/form-keystroke.ts`. To judge is to find what applies and who receives it, at each letter; to
 * validate is to look at all answers, when somebody goes on. Others on the machine show in the last column first.
 */
const SLOWER = 4;
const LETTERS = 300;
const FORMS = 3;

interface Case {
  readonly answers: Answers;
  readonly valid: boolean;
}

const length = ({ pages }: FormDefinition) => pages.flatMap(({ questions }) => questions).length;

/** The most that a case of the form answers, with one long text still to be typed. */
function longestAnswers({ id }: FormDefinition): Answers {
  const cases = JSON.parse(readFileSync(`forms/${id}/cases.json`, 'utf8')) as readonly Case[];
  const all = cases.filter(({ valid }) => valid).map(({ answers }) => answers);
  return all.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? {};
}

async function measure(form: FormDefinition): Promise<readonly (readonly (string | number)[])[]> {
  const given = longestAnswers(form);
  const texts = form.pages.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'long-text');
  const typedIn = texts.find(({ id }) => id in given)?.id ?? texts[0]?.id ?? 'preferredName';
  const judged: number[] = [];
  const validated: number[] = [];
  for (let letters = 1; letters <= LETTERS; letters += 1) {
    const answers = { ...given, [typedIn]: 'a'.repeat(letters) };
    let before = performance.now();
    relevantPages(form, answers);
    if (!exitOf(form, answers)) recipientOf(form, answers);
    judged.push(performance.now() - before);
    before = performance.now();
    await check(form, answers);
    validated.push(performance.now() - before);
  }
  const row = (what: string, times: readonly number[]) => {
    const late = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
    const asked = `${Object.keys(given).length} of ${length(form)}`;
    return [form.id, asked, what, `${(median(times) * SLOWER).toFixed(2)} ms`, `${(late * SLOWER).toFixed(2)} ms`];
  };
  return [row('judge', judged), row('validate all', validated)];
}

const longest = readForms()
  .map(({ definition }) => definition)
  .toSorted((a, b) => length(b) - length(a))
  .slice(0, FORMS);
const rows = [];
for (const form of longest) rows.push(...(await measure(form)));
printTable('A letter in a form, times four', ['form', 'answered', 'what', 'median', '95 of 100'], rows);
