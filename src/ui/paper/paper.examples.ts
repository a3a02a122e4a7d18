import { h, type JSX } from 'preact';
import type { FormDefinition, FormText } from '#core/forms/definition.ts';
import { layOutOnPaper } from '#core/forms/paper/lay-out.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { CallScript } from './call-script.ts';
import { PaperForm } from './paper-form.ts';
import type { PaperProps } from './paper-props.ts';
import { paperWording, type Reader } from './wording.ts';

const scale = { kind: 'scale', options: ['agree', 'neither', 'disagree'] } as const;

const form: FormDefinition = {
  id: 'example',
  system: 'example',
  kind: 'submission',
  audience: 'resident',
  promise: 'none',
  privacyNotice: 'example-1',
  crisisPanel: true,
  routes: [{ recipient: 'example' }],
  pages: [
    {
      id: 'you',
      questions: [
        { id: 'exampleName', kind: 'text', maxLength: 80, required: true },
        { id: 'exampleWhere', kind: 'one-of', options: ['here', 'elsewhere'] },
        { id: 'exampleBorn', kind: 'date', parts: 'day' },
        { id: 'exampleMonths', kind: 'whole-number', least: 0, most: 12 },
        { id: 'examplePay', kind: 'money' },
      ],
    },
    {
      id: 'stop',
      exit: true,
      when: { question: 'exampleWhere', is: 'elsewhere' },
      questions: [],
      links: [{ href: '/help-now/' }, { href: '/services/' }],
    },
    {
      id: 'statements',
      when: { question: 'exampleMonths', atLeast: 6 },
      questions: [
        { id: 'exampleFirst', ...scale },
        { id: 'exampleSecond', ...scale },
        { id: 'exampleStory', kind: 'long-text', maxLength: 300 },
        { id: 'exampleAgreed', kind: 'tick', required: true },
      ],
    },
  ],
};

const statement = { agree: 'I agree', neither: 'Neither', disagree: 'I disagree' };
const text: FormText = {
  title: 'An example form',
  intro: ['Use this form to see how a form looks on paper.'],
  recipients: { example: 'the example team' },
  pages: {
    you: { title: 'About you' },
    stop: {
      title: 'You live somewhere else',
      body: ['This service is for people here.'],
      links: ['Help now', 'Services'],
    },
    statements: { title: 'How it was' },
  },
  questions: {
    exampleName: {
      label: 'Your name',
      hint: 'What you like to be called.',
      why: 'So that we know how to speak to you.',
    },
    exampleWhere: { label: 'Where do you live?', options: { here: 'I live here', elsewhere: 'I live somewhere else' } },
    exampleBorn: { label: 'When were you born?' },
    exampleMonths: { label: 'How many months did you come?' },
    examplePay: { label: 'What do you earn an hour?' },
    exampleFirst: { label: 'I felt welcome.', options: statement },
    exampleSecond: { label: 'I was listened to.', options: statement },
    exampleStory: { label: 'Would you like to say more?' },
    exampleAgreed: { label: 'I have read the privacy notice.', why: 'The law asks us to show it to you first.' },
  },
};

function sheet(reader: Reader): PaperProps {
  const { t } = wordsFor('en');
  const say = (namespace: 'paper' | 'form') => (key: string, blanks?: { readonly [name: string]: string | number }) =>
    t(`${namespace}:${key}`, blanks);
  const parts = layOutOnPaper(form);
  return {
    form,
    parts,
    text,
    language: 'en',
    code: 'example/0123ab',
    reader,
    wording: paperWording(parts, text, 'en', say('paper')),
    words: say('paper'),
    formWords: say('form'),
    address: (path) => `/en${path}`,
    places: [{ name: 'The example service', facts: [{ label: 'Post', value: 'Not yet provided', isKnown: false }] }],
    team: 'The example service',
    crisis: ['Someone is in danger: call 999'],
  };
}

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples: { readonly [name: string]: PaperProps } = { form: sheet('skip'), 'call script': sheet('ask') };

export const draw = (props: PaperProps): JSX.Element => h(props.reader === 'ask' ? CallScript : PaperForm, props);
