import { expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { COUNTED, toCount } from '#core/eligibility/to-count.ts';
import { check } from '#core/forms/check.ts';
import { checkerData, countedBy } from '#publish/checkers/page-data.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { checkerOf, combinations, verdictOf } from '../support/checkers.ts';

const form = readForms().find(({ definition }) => definition.id === 'checker-count')?.definition;
if (!form) throw new Error('There is no form checker-count.');
const questions = form.pages.flatMap((page) => page.questions);
const optionsOf = (id: string) => questions.flatMap((one) => (one.id === id && 'options' in one ? one.options : []));
const checkers = optionsOf(COUNTED.check);

/** Every way to answer the checks that are counted, as far as their rules tell answers apart. */
const WAYS: { readonly [checker: string]: Parameters<typeof combinations>[0] } = {
  derby: {
    age: ['15', '17', '18', 'not-sure'],
    residence: ['derby', 'temporary', 'elsewhere', 'not-sure'],
    mentalHealthNeed: ['yes', 'no', 'not-sure'],
    carerOrFamily: ['yes', 'no', 'not-sure'],
    personalCare: ['yes', 'no', 'not-sure'],
    carerMeetsCare: ['yes', 'no', 'not-sure'],
  },
  everything: {
    place: ['derby', 'derby-for-now', 'southwark', 'lambeth', 'doncaster', 'melton', 'elsewhere', 'not-sure'],
    age: ['12', '15', '17', '34', 'not-sure'],
    needs: [[], ['mentalHealth'], ['personalCare'], ['family', 'homeless']],
  },
};

const counted = (checker: string) =>
  [...combinations(WAYS[checker] ?? {})].map((answers) => ({
    answers,
    count: toCount(verdictOf(checker, answers), optionsOf(COUNTED.outcomes)),
  }));

test('[E54] the Derby check and the one for all programmes can be counted by Derby', () => {
  expect(checkers.toSorted()).toEqual(Object.keys(WAYS).toSorted());
});

test.each(checkers)('[E54] what %s can say when nothing fits has an option for each part of it', async (checker) => {
  const all = counted(checker).flatMap(({ count }) => (count ? [JSON.stringify(count)] : []));
  const different = [...new Set(all)].map((json) => JSON.parse(json) as Answers);
  expect(different.length).toBeGreaterThan(0);
  for (const answers of different) {
    expect(await check(form, answers)).toEqual([]);
    for (const id of Object.values(COUNTED)) expect(answers[id]?.length).toBeGreaterThan(0);
  }
});

test.each(checkers)('[E54] %s is counted when all of Derby is "not this one", and never otherwise', (checker) => {
  for (const { answers, count } of counted(checker)) {
    const { outcomes } = verdictOf(checker, answers);
    const isNotThisOne = outcomes.length > 0 && outcomes.every((one) => one.checker === 'derby' && one.result === 'no');
    expect(count !== undefined, JSON.stringify(answers)).toBe(isNotThisOne);
  }
});

test('[E54] an answer is never counted: two people who differ in their answers alone are the same', () => {
  const away = { residence: 'elsewhere', personalCare: 'no' };
  const one = toCount(verdictOf('derby', { ...away, age: '34', mentalHealthNeed: 'yes' }), optionsOf(COUNTED.outcomes));
  const other = toCount(
    verdictOf('derby', { ...away, age: '61', carerOrFamily: 'yes', mentalHealthNeed: 'yes' }),
    optionsOf(COUNTED.outcomes),
  );
  expect(one).toEqual(other);
  expect(Object.keys(one ?? {})).toEqual(Object.values(COUNTED));
});

test.each(checkers)('[E54] the rules that %s goes by now can be named', (checker) => {
  const { ruleVersion } = checkerOf(checker).definition;
  expect(optionsOf(COUNTED.rules), `add ${ruleVersion} to ${COUNTED.rules} in forms/checker-count`).toContain(
    ruleVersion,
  );
});

test('[E54] a page offers to count only what its service counts', () => {
  expect(checkerData('pl', 'derby').count).toEqual({ form: 'checker-count', outcomes: optionsOf(COUNTED.outcomes) });
  expect(countedBy('doncaster')).toEqual({});
  expect(checkerData('en', 'doncaster')).not.toHaveProperty('count');
});
