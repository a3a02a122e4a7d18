import { describe, expect, test } from 'vitest';
import { fromSurveyJs } from '#core/forms/exchange/surveyjs.ts';
import { imported, lines } from './imported.ts';

// Our own survey, in the shapes that SurveyJS Creator saves.
const SURVEY = {
  title: { default: 'About the group', pl: 'O grupie' },
  locale: 'en',
  completedHtml: '<h3>Thank you</h3>',
  pages: [
    {
      name: 'page1',
      title: { default: 'You', pl: 'Ty' },
      elements: [
        { type: 'html', name: 'hello', html: '<p>Hello. Read <a href="https://example.org/rules">the rules</a>.</p>' },
        {
          type: 'radiogroup',
          name: 'came',
          title: { default: 'Have you been?', pl: 'Czy już byłeś?' },
          isRequired: true,
          choices: [
            { value: 'item1', text: { default: 'Yes', pl: 'Tak' } },
            { value: 'item2', text: { default: 'No', pl: 'Nie' } },
          ],
        },
        {
          type: 'checkbox',
          name: 'liked',
          title: 'What was good?',
          choices: ['tea', 'talk'],
          visibleIf: "{came} = 'item1'",
        },
        {
          type: 'comment',
          name: 'more',
          title: 'Tell us more',
          visibleIf: "{liked} anyof ['tea', 'talk'] and {came} <> 'item2'",
        },
        {
          type: 'boolean',
          name: 'again',
          title: 'Will you come again?',
          labelTrue: 'I will',
          labelFalse: 'I will not',
        },
        { type: 'text', name: 'mail', title: 'Email', inputType: 'email', visibleIf: '{again} = true' },
      ],
    },
    {
      name: 'page2',
      visibleIf: '{came} notempty',
      elements: [
        {
          type: 'matrix',
          name: 'how',
          title: 'How was it?',
          columns: [
            { value: 1, text: 'I agree' },
            { value: 2, text: 'I do not agree' },
          ],
          rows: [
            { value: 'safe', text: 'I felt safe' },
            { value: 'heard', text: 'I was heard' },
          ],
        },
        { type: 'rating', name: 'stars', title: 'All in all?', rateMax: 3, maxRateDescription: 'Very good' },
        { type: 'signaturepad', name: 'sign' },
        { type: 'expression', name: 'sum', expression: '{a} + {b}' },
        { type: 'text', name: 'computed', title: 'Why?', visibleIf: 'age({born}) > 17' },
      ],
    },
  ],
};

describe('a SurveyJS survey', () => {
  const { source, questions, text, texts, report } = imported(fromSurveyJs(SURVEY));
  const question = (id: string) => questions.find((one) => one.id === id);

  test('its questions have kinds of ours; a matrix is a row of statements', () => {
    expect(questions.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'came one-of',
      'liked some-of',
      'more long-text',
      'again one-of',
      'mail email',
      'safe scale',
      'heard scale',
      'stars scale',
      'computed text',
    ]);
  });

  test('its conditions are read', () => {
    expect(question('liked')?.when).toEqual({ question: 'came', is: 'item1' });
    expect(question('more')?.when).toEqual({
      all: [{ question: 'liked', hasAnyOf: ['tea', 'talk'] }, { not: { question: 'came', is: 'item2' } }],
    });
    expect(question('mail')?.when).toEqual({ question: 'again', is: 'yes' });
    expect(source.pages[1]).toMatchObject({ id: 'page2', when: { question: 'came', answered: true } });
  });

  test('its languages are files', () => {
    expect(Object.keys(texts)).toEqual(['en', 'pl']);
    expect(texts['pl']).toMatchObject({ title: 'O grupie', questions: { came: { options: { item1: 'Tak' } } } });
  });

  test('of HTML the words stay, links and scripts go', () => {
    expect(text?.pages['page1']?.body).toEqual(['Hello. Read the rules.']);
    expect(lines(report)).toContain('notKept link pages[0]');
  });

  test('what could not be kept is told with its place', () => {
    expect(lines(report)).toEqual(
      expect.arrayContaining([
        'notKept part completedHtml',
        'notKept kind pages[1].elements[2]',
        'notKept calculation pages[1].elements[3]',
        'notKept condition pages[1].elements[4]',
      ]),
    );
  });
});

test('dynamic panels repeat; conditions about their first panel keep working', () => {
  const { source } = imported(
    fromSurveyJs({
      elements: [
        {
          type: 'paneldynamic',
          name: 'kids',
          maxPanelCount: 4,
          templateElements: [
            { type: 'boolean', name: 'school', title: 'At school?' },
            { type: 'text', name: 'which', title: 'Which school?', visibleIf: '{panel.school} = true' },
          ],
        },
      ],
    }),
  );
  expect(source.pages[0]).toMatchObject({ id: 'kids', repeat: { most: 4 } });
});
