import { h, type JSX } from 'preact';
import type { CheckerQuestion, Result } from '#core/eligibility/definition.ts';
import { fillIn } from '#i18n/plural-of.ts';
import type { FormWords } from '../form/form-words.ts';
import { AtOnce } from './at-once.ts';
import type { ShownOutcome } from './outcome-card.ts';
import { QuestionStep, type QuestionStepProps } from './question-step.ts';
import { ResultView, type ResultViewProps } from './result-view.ts';

const said: { readonly [key: string]: string } = {
  question: 'Question {{number}}',
  notSure: 'I am not sure',
  notSureMore: 'I am not sure, or there may be more',
  notSureButton: 'I am not sure. Skip this',
  noneOfThese: 'None of these',
  continue: 'Continue',
  back: 'Back',
  whyWeAsk: 'Why we ask',
  problemTitle: 'Check this answer',
  problemMark: 'To fix:',
  'problems.tooLarge': 'Enter {{most}} or less',
  'problems.wrongDate': 'Enter a date',
  'result.yes': 'Yes, likely',
  'result.maybe': 'Maybe. Ask us',
  'result.no': 'Not this one',
  'resultTitle.yes': 'Yes, likely',
  'resultTitle.no': 'Not this one. Here is what else',
  'met.yes': 'Fits',
  'met.no': 'Does not fit',
  'met.unknown': 'Not known',
  'rules.version': 'Rules: {{version}}',
  'rules.source': 'Where they come from: {{source}}',
  'rules.checked': 'Last compared with it: {{date}}',
  wouldChange: 'This would change it: {{rule}}',
  startForm: 'Fill in the form with these answers',
  'count.title': 'May the service count this?',
  'count.sends': 'See exactly what goes',
  'count.check': 'The check: {{check}}',
  'count.go': 'Yes, show me and let me send it',
};
const words: FormWords = (key, blanks = {}) => fillIn(said[key] ?? key, blanks);
const nothing = () => undefined;

const step = (question: CheckerQuestion, more: Partial<QuestionStepProps> = {}): QuestionStepProps => ({
  question,
  text: { label: 'An example question?', hint: 'A hint.', why: 'A reason.', options: { yes: 'Yes', no: 'No' } },
  number: 2,
  typed: undefined,
  problem: undefined,
  words,
  onAnswer: nothing,
  onNotSure: nothing,
  onBack: nothing,
  ...more,
});

const outcome = (id: string, result: Result): ShownOutcome => ({
  id,
  checker: 'example',
  result,
  name: `An example service, ${id}`,
  text: 'What is said of it.',
  because: [
    { criterion: 'a', met: 'yes', decided: result === 'yes', text: 'You are 18 or over.', rule: 'You are 18 or over.' },
    {
      criterion: 'b',
      met: result === 'no' ? 'no' : 'unknown',
      decided: result !== 'yes',
      text: 'We do not know where you live.',
      rule: 'You live in Derby.',
    },
  ],
  notes: [{ id: 'note', text: 'Something more to know.' }],
  next: [
    { id: 'form', kind: 'form', href: '/forms/example/', text: 'Ask for help with the form' },
    { id: 'help', kind: 'page', href: '/help-now/', text: 'Get help now' },
  ],
  shows: {},
  atOnce: false,
  rank: 1,
});

const result = (outcomes: readonly ShownOutcome[], more: Partial<ResultViewProps> = {}) =>
  h(ResultView, {
    outcomes,
    next: outcome('x', 'no').next,
    answers: [{ name: 'How old are you?', lines: ['34'] }],
    rules: { version: 'example-1', source: 'An example document', checked: 'Monday 2 March 2026' },
    ask: [{ text: 'Get help now', href: '/help-now/' }],
    language: 'en',
    words,
    forms: { paths: ['/forms/example/'], start: nothing },
    onPrint: nothing,
    onCopy: nothing,
    onStartAgain: nothing,
    ...more,
  });

const count = {
  check: 'An example check',
  rules: 'example-1',
  outcomes: ['An example service'],
  signposts: ['Get help now'],
  onGo: nothing,
};

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples: { readonly [name: string]: JSX.Element } = {
  'a choice': h(QuestionStep, step({ id: 'example', kind: 'one-of', options: ['yes', 'no'] })),
  'several ticks': h(QuestionStep, step({ id: 'example', kind: 'some-of', options: ['yes', 'no'] })),
  'a number too large': h(
    QuestionStep,
    step(
      { id: 'example', kind: 'whole-number', least: 0, most: 12 },
      { typed: '13', problem: { code: 'tooLarge', params: { most: 12 } } },
    ),
  ),
  'a date to put right': h(
    QuestionStep,
    step({ id: 'example', kind: 'date' }, { typed: '31/2/2026', problem: { code: 'wrongDate', params: {} } }),
  ),
  'at once': h(AtOnce, { outcome: outcome('one', 'yes'), language: 'en', words, onGoOn: nothing }),
  'something fits': result([outcome('one', 'yes'), outcome('two', 'maybe'), outcome('three', 'no')]),
  'many fit': result(['one', 'two', 'three', 'four', 'five'].map((id) => outcome(id, 'yes'))),
  'nothing fits': result([outcome('one', 'no'), outcome('two', 'no')]),
  'nothing of many fits, and may be counted': result(
    ['one', 'two', 'three', 'four'].map((id) => outcome(id, 'no')),
    { count },
  ),
};

export const draw = (example: JSX.Element): JSX.Element => h('div', { class: 'check-place' }, example);
