import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answers, Criterion } from '#core/criteria/criterion.ts';
import { judge } from '#core/criteria/judge.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { fromJsonSchema } from '#core/forms/exchange/json-schema.ts';
import { toJsonSchema } from '#core/forms/exchange/json-schema-export.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { imported, lines } from './imported.ts';

const forms = readForms();
const exported = ({ definition, text }: PublishedForm) => {
  const words = text['en'];
  if (!words) throw new Error(`${definition.id} has no English`);
  return toJsonSchema(definition, words, 'en');
};

describe.each(forms.map((form) => [form.definition.id, form] as const))('%s as JSON Schema', (id, form) => {
  const { schema, uiSchema, report } = exported(form);
  const back = imported(fromJsonSchema({ schema, uiSchema }));
  const asked = form.definition.pages.flatMap((page) => page.questions.map((question) => ({ page, question })));

  test('comes back with the same questions, options and words', () => {
    const facts = ({ when: _, required: __, ...question }: { when?: unknown; required?: boolean }) => question;
    const byId = (one: { id?: string }, other: { id?: string }) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1);
    expect(back.questions.map(facts).sort(byId)).toEqual(asked.map(({ question }) => facts(question)).sort(byId));
    for (const { question } of asked) {
      const words = form.text['en']?.questions[question.id];
      expect(back.text?.questions[question.id]?.label).toBe(words?.label.trim());
      if (!('options' in question)) continue;
      const own = Object.fromEntries(question.options.map((option) => [option, words?.options?.[option]?.trim()]));
      expect({ ...back.text?.scale, ...back.text?.questions[question.id]?.options }).toMatchObject(own);
    }
  });

  test('comes back with conditions that are met by the same answers', () => {
    const lost = new Set(report.filter(({ code }) => code === 'condition').map(({ where }) => where));
    const cases = JSON.parse(readFileSync(`forms/${id}/cases.json`, 'utf8')) as { answers: Answers }[];
    for (const { page, question } of asked) {
      const own = [page.when, question.when].filter((one) => one !== undefined);
      const found = back.questions.find((one) => one.id === question.id)?.when;
      if (own.length === 0 || lost.has(question.id)) continue;
      const judged = (criterion: Criterion | undefined) =>
        cases.map(({ answers }) => (criterion ? judge(criterion, answers) === 'yes' : 'no condition'));
      expect(judged(found), question.id).toEqual(judged({ all: own }));
    }
  });
});

test('what it has no word for is reported', () => {
  const form = forms.find(({ definition }) => definition.id === 'derby-self');
  if (!form) throw new Error('no derby-self');
  expect(lines(exported(form).report)).toContain('notKept part under-16');
});
