import { apply } from '#core/forms/edit/apply.ts';
import type { Groups } from '#core/forms/edit/find.ts';
import { emptyForm, type FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { NO_CONTENT } from '#core/forms/from-content.ts';
import { groupSourceSchema, groupTextSchema } from '#core/forms/parse-form.ts';

/** A form after some steps, all of which have to go well. */
export function afterSteps(files: FormFiles, steps: readonly Step[], groups: Groups = KNOWN.groups): FormFiles {
  return steps.reduce((now, step) => {
    const done = apply(now, step, groups);
    if (!done.ok) throw new Error(JSON.stringify({ step, problem: done.problem }));
    return done.value;
  }, files);
}

/** The code of what stands in a step's way, with its params. */
export function refusal(files: FormFiles, step: Step, groups: Groups = KNOWN.groups) {
  const done = apply(files, step, groups);
  return done.ok ? undefined : { code: done.problem.code, ...done.problem.params };
}

const contact = groupSourceSchema.parse({
  pages: [
    {
      id: 'contact',
      questions: [
        { id: 'contactMethod', kind: 'one-of', required: true, options: ['phone', 'email'] },
        { id: 'phone', kind: 'telephone', required: true, when: { question: 'contactMethod', is: 'phone' } },
        { id: 'email', kind: 'email', required: true, when: { question: 'contactMethod', is: 'email' } },
      ],
    },
    { id: 'times', questions: [{ id: 'bestTimes', kind: 'some-of', options: ['morning', 'evening'] }] },
  ],
});
const age = groupSourceSchema.parse({
  pages: [{ id: 'age', questions: [{ id: 'ageBand', kind: 'one-of', options: ['young', 'old'] }] }],
});

const why = 'To answer you.';
const contactText = groupTextSchema.parse({
  pages: { contact: { title: 'How we answer' }, times: { title: 'When to call' } },
  questions: {
    contactMethod: { label: 'How can we reach you?', why, options: { phone: 'By phone', email: 'By email' } },
    phone: { label: 'Which number can we call?', why },
    email: { label: 'Which address can we write to?', why },
    bestTimes: { label: 'When is a good time?', options: { morning: 'In the morning', evening: 'In the evening' } },
  },
});
const ageText = groupTextSchema.parse({
  pages: { age: { title: 'Your age' } },
  questions: { ageBand: { label: 'How old are you?', options: { young: 'Under 18', old: '18 and over' } } },
});
const groupTexts = { contact: contactText, age: ageText };

/** A small site around a form: two shared groups, worded alike in each language, a recipient, a notice, a few pages. */
export const KNOWN = {
  groups: new Map([
    ['contact', contact],
    ['age', age],
  ]),
  groupTexts: { en: groupTexts, pl: groupTexts },
  content: { ...NO_CONTENT, groups: [{ id: 'walkers', name: { en: 'Walkers' } }] },
  systems: ['derby'],
  recipients: ['team', 'other-team'],
  privacyNotices: ['site-1'],
  monitoringForms: ['equality'],
  paths: new Set(['/', '/help-now/', '/services/']),
  languages: ['en'],
} satisfies Known;

/** A form that can be published: one question, one recipient. */
export const SMALL: FormFiles = afterSteps(emptyForm('small', 'en', 'Tell us'), [
  { do: 'addQuestion', page: 'page-1', kind: 'one-of', label: 'Do you like it', options: ['Yes', 'No'] },
  { do: 'setForm', set: { privacyNotice: 'site-1', routes: [{ recipient: 'team' }], system: 'derby' } },
  { do: 'setWords', language: 'en', at: 'recipients.team', text: 'The team' },
]);
