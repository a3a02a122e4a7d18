import { h, type JSX } from 'preact';
import type { FormDefinition, FormText } from '#core/forms/definition.ts';
import { FormView, type FormViewProps } from './form-view.ts';

const form: FormDefinition = {
  id: 'example',
  system: 'example',
  kind: 'submission',
  audience: 'resident',
  promise: 'none',
  privacyNotice: 'example-1',
  crisisPanel: false,
  routes: [{ recipient: 'example' }],
  pages: [
    {
      id: 'you',
      questions: [
        { id: 'exampleName', kind: 'text', maxLength: 80, required: true, autocomplete: 'name' },
        { id: 'exampleAge', kind: 'whole-number', least: 0, most: 120 },
      ],
    },
    {
      id: 'help',
      questions: [
        { id: 'exampleWay', kind: 'one-of', options: ['phone', 'letter'], required: true },
        { id: 'exampleTopics', kind: 'some-of', options: ['groups', 'courses', 'plans'] },
        { id: 'exampleSafe', kind: 'scale', options: ['agree', 'neither', 'disagree', 'not-for-me'] },
        { id: 'exampleDay', kind: 'date', parts: 'day' },
        { id: 'exampleMore', kind: 'long-text', maxLength: 500 },
        { id: 'exampleAgreed', kind: 'tick', required: true },
      ],
    },
  ],
};

const text: FormText = {
  title: 'An example form',
  intro: [],
  recipients: { example: 'the example team' },
  pages: { you: { title: 'About you' }, help: { title: 'What would help', body: ['Tell us as much as you like.'] } },
  questions: {
    exampleName: {
      label: 'Your name',
      hint: 'What you like to be called.',
      why: 'So that we know how to speak to you.',
    },
    exampleAge: { label: 'Your age' },
    exampleWay: {
      label: 'How should we get in touch?',
      why: 'So that we use the way that is right for you.',
      options: { phone: 'By phone', letter: 'By letter' },
    },
    exampleTopics: {
      label: 'What would you like?',
      options: { groups: 'Groups', courses: 'Courses', plans: 'A plan' },
    },
    exampleSafe: {
      label: 'I feel safe in the group',
      options: { agree: 'I agree', neither: 'Neither', disagree: 'I do not agree', 'not-for-me': 'Not for me' },
    },
    exampleDay: { label: 'When did you come first?', hint: 'For example 2 4 2026.' },
    exampleMore: { label: 'Anything else?', hint: 'No need for details.' },
    exampleAgreed: { label: 'I have read the privacy notice.', why: 'The law asks us to show it to you first.' },
  },
};

const said: { readonly [key: string]: string } = {
  optional: '(optional)',
  why: 'Why we ask',
  problemMark: 'To fix:',
  send: 'Send',
  continue: 'Continue',
  back: 'Back',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  checkTitle: 'Check your answers',
  checkIntro: 'Read what you wrote.',
};
const words = (key: string): string => said[key] ?? 'Answer this question';

const plain: FormViewProps = { form, version: 'example', text, language: 'en', answers: {}, problems: [], words };

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples: { readonly [name: string]: FormViewProps } = {
  'not filled in': plain,
  'with problems': {
    ...plain,
    answers: { exampleAge: 'ten', exampleDay: '31/2/2026', exampleSafe: 'agree', exampleTopics: ['groups'] },
    problems: [
      { question: 'exampleName', code: 'required', params: {} },
      { question: 'exampleAge', code: 'wholeNumber', params: {} },
      { question: 'exampleWay', code: 'required', params: {} },
      { question: 'exampleDay', code: 'notADate', params: {} },
      { question: 'exampleAgreed', code: 'required', params: {} },
    ],
  },
};

export const draw = (props: FormViewProps): JSX.Element => h(FormView, props);
