import { expect, test } from 'vitest';
import type { Answers, Criterion } from '#core/criteria/criterion.ts';
import { judge, type Truth } from '#core/criteria/judge.ts';

const yes: Criterion = { question: 'sure', is: 'y' };
const no: Criterion = { question: 'sure', is: 'n' };
const unknown: Criterion = { question: 'silent', is: 'y' };
const answers: Answers = { sure: 'y' };

test.each<[string, Criterion, Truth]>([
  ['all of yes and yes', { all: [yes, yes] }, 'yes'],
  ['all of yes and no', { all: [yes, no] }, 'no'],
  ['all of yes and unknown', { all: [yes, unknown] }, 'unknown'],
  ['all of no and unknown', { all: [no, unknown] }, 'no'],
  ['all of unknown and unknown', { all: [unknown, unknown] }, 'unknown'],
  ['any of no and no', { any: [no, no] }, 'no'],
  ['any of yes and no', { any: [yes, no] }, 'yes'],
  ['any of yes and unknown', { any: [yes, unknown] }, 'yes'],
  ['any of no and unknown', { any: [no, unknown] }, 'unknown'],
  ['any of unknown and unknown', { any: [unknown, unknown] }, 'unknown'],
  ['not yes', { not: yes }, 'no'],
  ['not no', { not: no }, 'yes'],
  ['not unknown', { not: unknown }, 'unknown'],
])('%s is %o: %s', (_, criterion, truth) => {
  expect(judge(criterion, answers)).toBe(truth);
});

test.each<[string, Answers, Criterion, Truth]>([
  ['the option chosen', { a: 'x' }, { question: 'a', is: 'x' }, 'yes'],
  ['another option', { a: 'z' }, { question: 'a', is: 'x' }, 'no'],
  ['one of several', { a: 'z' }, { question: 'a', isOneOf: ['x', 'z'] }, 'yes'],
  ['none of several', { a: 'q' }, { question: 'a', isOneOf: ['x', 'z'] }, 'no'],
  ['a tick in a list', { a: ['x', 'z'] }, { question: 'a', has: 'z' }, 'yes'],
  ['no such tick in a list', { a: ['x'] }, { question: 'a', has: 'z' }, 'no'],
  ['an empty list, which is known', { a: [] }, { question: 'a', has: 'z' }, 'no'],
  ['any of several ticks', { a: ['x'] }, { question: 'a', hasAnyOf: ['q', 'x'] }, 'yes'],
  ['none of several ticks', { a: ['x'] }, { question: 'a', hasAnyOf: ['q', 'z'] }, 'no'],
  ['nothing typed', { a: '' }, { question: 'a', is: 'x' }, 'unknown'],
  ['nothing answered', {}, { question: 'a', hasAnyOf: ['x'] }, 'unknown'],
  ['a number at its least', { a: '18' }, { question: 'a', atLeast: 18 }, 'yes'],
  ['a number under its least', { a: '17' }, { question: 'a', atLeast: 18 }, 'no'],
  ['a number at its most', { a: '12' }, { question: 'a', atMost: 12 }, 'yes'],
  ['a number over its most', { a: '13' }, { question: 'a', atMost: 12 }, 'no'],
  ['more than, at the number itself', { a: '5' }, { question: 'a', moreThan: 5 }, 'no'],
  ['more than, above it', { a: '6' }, { question: 'a', moreThan: 5 }, 'yes'],
  ['less than, at the number itself', { a: '5' }, { question: 'a', lessThan: 5 }, 'no'],
  ['less than, below it', { a: '4' }, { question: 'a', lessThan: 5 }, 'yes'],
  ['zero', { a: '0' }, { question: 'a', atMost: 0 }, 'yes'],
])('%s: %o against %o is %s', (_, given, criterion, truth) => {
  expect(judge(criterion, given)).toBe(truth);
});
