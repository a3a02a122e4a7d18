import { expect, test } from 'vitest';
import { choiceFromLink } from '#islands/form-filler/from-link.ts';
import { aForm } from '../../support/a-form.ts';

const form = aForm();

test('[A9] a link brings its choice to the form', () => {
  expect(choiceFromLink('#contactMethod=email', form, {})).toEqual({ contactMethod: 'email' });
});

test('[A9] among ticks the choice joins those that are there', () => {
  expect(choiceFromLink('#needs=money', form, { needs: ['housing'] })).toEqual({ needs: ['housing', 'money'] });
  expect(choiceFromLink('#needs=money', form, { needs: ['money'] })).toEqual({ needs: ['money'] });
});

test.each([
  ['a name: nothing typed ever stands in an address', '#preferredName=Sam'],
  ['an option that the page does not show', '#contactMethod=fax'],
  ['a question that the form does not ask', '#colour=red'],
  ['a place on the page', '#main'],
  ['nothing', ''],
])('a link brings no answer with %s', (_, hash) => {
  expect(choiceFromLink(hash, form, {})).toEqual({});
});
