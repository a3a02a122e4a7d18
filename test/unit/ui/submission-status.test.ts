import { readFileSync } from 'node:fs';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { flatten, type Messages } from '#i18n/messages.ts';
import { fillIn } from '#i18n/plural-of.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { examples } from '#ui/submission-status/submission-status.examples.ts';
import { SubmissionStatusView } from '#ui/submission-status/submission-status.ts';

const outbox = JSON.parse(readFileSync('content/messages/en/outbox.json', 'utf8')) as Messages;
const texts = Object.fromEntries(flatten(outbox));
const words: FormWords = (key, blanks) => {
  const text = texts[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return fillIn(text, blanks ?? {});
};
const show = (name: keyof typeof examples) =>
  renderToString(h(SubmissionStatusView, { ...examples[name], words, language: 'en' }));

test('[G13] [E11] what waits says so in the exact words, and that the clock has not started', () => {
  expect(show('saved')).toContain('data-submission-state="saved"');
  expect(show('saved')).toContain('Saved on this device. Not sent yet.');
  expect(show('saved')).toContain('The 3-day clock starts when we get it.');
});

test('[G15] after a failure it says why and when the next try is', () => {
  expect(show('saved, no signal')).toContain('There was no signal');
  expect(show('saved, no signal')).toContain('We will try again at 10:04am.');
  expect(show('saved, no signal')).not.toContain('3-day clock');
});

test('[E10] [E11] once Derby has it, the two days are counted from receipt and stand in words', () => {
  const text = show('sent, with Derby dates');
  expect(text).toContain('data-submission-state="sent"');
  expect(text).toContain('>Sent<');
  expect(text).toContain('by Thursday 9 April');
  expect(text).toContain('by Wednesday 15 April');
  expect(text).toContain('7KFM-2PQX');
});

test('[E10] where the reply alone is promised, one day stands in words', () => {
  const text = show('sent, with a day to reply');
  expect(text).toContain('by Thursday 9 April.');
  expect(text).not.toContain('will be seen');
});

test('a survey is thanked for, and nobody waits for an answer', () => {
  expect(show('survey answers sent')).toContain('Thank you. You did not give your name, so we cannot reply.');
});

test('where no reply time is published, it says who has it and whom to ask', () => {
  expect(show('sent, no reply time')).toContain(
    'We will pass this to the Network Coordinator at the Southwark Works hub.',
  );
  expect(show('sent, no reply time')).toContain('href="/en/services/swk-hub/"');
});

test('who left no name is told when it came and that nobody can reply, not whom to ask for a reply', () => {
  expect(show('sent, with no name')).toContain('We got it on');
  expect(show('sent, with no name')).toContain('7KFM-2PQX');
  expect(show('sent, with no name')).toContain('You did not give your name, so we cannot reply.');
  expect(show('sent, with no name')).not.toMatch(/reply time|href/);
});

test('[G26] equality answers have no reference and no time', () => {
  expect(show('equality answers sent')).not.toMatch(/reference|April/);
});

test('[G25] a refused form says what to do, and never that it was sent', () => {
  expect(show('needs attention')).toContain('data-submission-state="needs-attention"');
  expect(show('needs attention')).toContain('This form has changed');
  expect(show('needs attention')).not.toContain('>Sent<');
});
