import { expect, test } from 'vitest';
import { readForms } from '#publish/forms/read-forms.ts';
import { askAnswers } from '../../../src/cli/intake/key-in/ask-answers.ts';
import { aForm } from '../../support/a-form.ts';

/** Types the lines one after the other; what was said stands in `said`. */
function aTypist(...lines: readonly string[]) {
  const said: string[] = [];
  const left = [...lines];
  return {
    said,
    left,
    say: (line: string) => void said.push(line),
    ask: async () => {
      const line = left.shift();
      if (line === undefined) throw new Error(`There is no line for: ${said.at(-1)}`);
      return line;
    },
  };
}

const published = {
  definition: aForm({
    pages: [
      ...aForm().pages,
      {
        id: 'more',
        questions: [
          { id: 'born', kind: 'date', parts: 'day' },
          { id: 'agreed', kind: 'tick' },
        ],
      },
    ],
  }),
  version: 'x',
  text: {},
};

test('only what applies is asked; options by number, dates in numbers, a wrong answer again', async () => {
  const typist = aTypist('', 'Sam', '9', '2', 'sam', 'sam@example.org', '1, 2', '1', '2 4 1990', 'y');
  expect(await askAnswers(published, 'en', typist)).toEqual({
    preferredName: 'Sam',
    contactMethod: 'email',
    email: 'sam@example.org',
    needs: ['housing', 'money'],
    housingPlan: 'yes',
    born: '1990-04-02',
    agreed: 'yes',
  });
  expect(typist.left).toEqual([]);
  expect(typist.said).not.toContain('3. phone *');
  expect(typist.said.filter((line) => line === '1. preferredName *')).toHaveLength(2);
  expect(typist.said.join('\n')).toContain('Enter an email address');
});

test('"<" goes back to the question before, and Enter leaves one out', async () => {
  const typist = aTypist('Samm', '<', 'Sam', '1', '01632 960001', '', '', 'x');
  expect(await askAnswers(published, 'en', typist)).toEqual({
    preferredName: 'Sam',
    contactMethod: 'phone',
    phone: '01632 960001',
    agreed: 'yes',
  });
});

test('it asks in the words of the form, in the language of the sheet', async () => {
  const derby = readForms().find(({ definition }) => definition.id === 'derby-self');
  if (!derby) throw new Error('derby-self is not there.');
  const typist = aTypist('Sam');
  await expect(askAnswers(derby, 'pl', typist)).rejects.toThrow();
  expect(typist.said).toContain(`1. ${derby.text['pl']?.questions['preferredName']?.label} *`);
});
