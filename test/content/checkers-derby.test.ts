import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { checkerOf, combinations, outcomeOf, resultsOf, verdictOf } from '../support/checkers.ts';

const FITS = { age: '34', residence: 'derby', mentalHealthNeed: 'yes', carerOrFamily: 'no', personalCare: 'no' };

/** Domain.md E.7, row by row. */
const ROWS: readonly (readonly [row: string, answers: Answers, outcome: string, result: string])[] = [
  ['1: 17 or under', { ...FITS, age: '15' }, 'derby-self', 'no'],
  ['1: 17 or under is not for transition below 16', { ...FITS, age: '15' }, 'derby-transition', 'no'],
  ['1: nearly 18', { ...FITS, age: '17' }, 'derby-transition', 'yes'],
  ['2: 18 or over', { ...FITS, age: '18' }, 'derby-self', 'yes'],
  ['3: lives in Derby', FITS, 'derby-self', 'yes'],
  ['4: in Derby for now', { ...FITS, residence: 'temporary' }, 'derby-self', 'yes'],
  ['5: lives elsewhere', { ...FITS, residence: 'elsewhere' }, 'derby-self', 'no'],
  ['6: a need, no diagnosis asked', FITS, 'derby-self', 'yes'],
  ['7: carer or family', { ...FITS, mentalHealthNeed: 'no', carerOrFamily: 'yes' }, 'derby-carer', 'yes'],
  ['8: no need and no carer', { ...FITS, mentalHealthNeed: 'no' }, 'derby-self', 'no'],
  ['8: no need and no carer, by phone neither', { ...FITS, mentalHealthNeed: 'no' }, 'derby-phone', 'no'],
  ['10: care needs without a carer', { ...FITS, personalCare: 'yes', carerMeetsCare: 'no' }, 'derby-self', 'no'],
  ['10: by phone or online all the same', { ...FITS, personalCare: 'yes', carerMeetsCare: 'no' }, 'derby-phone', 'yes'],
  ['11: care needs with a carer', { ...FITS, personalCare: 'yes', carerMeetsCare: 'yes' }, 'derby-self', 'yes'],
];

test.each(ROWS)('[E2] row %s', (_, answers, outcome, result) => {
  expect(outcomeOf('derby', outcome, answers).result).toBe(result);
});

test('[E2] row 9: another condition is never asked about, so it never counts against anyone', () => {
  const asked = verdictOf('derby', FITS).outcomes.flatMap(({ because }) => because.map(({ criterion }) => criterion));
  expect(asked.filter((name) => /autis|disab|diagnos/i.test(name))).toEqual([]);
});

test('[E4] 18 passes as an adult, 17 goes to transition with a page to go on to', () => {
  expect(resultsOf('derby', { ...FITS, age: '18' })).toMatchObject({ 'derby-self': 'yes', 'derby-transition': 'no' });
  expect(resultsOf('derby', { ...FITS, age: '17' })).toMatchObject({ 'derby-self': 'no', 'derby-transition': 'yes' });
  expect(outcomeOf('derby', 'derby-transition', { age: '17' }).next[0]?.href).toBe('/transition/');
});

describe('[E2] every combination', () => {
  const values = {
    age: [undefined, 'not-sure', '15', '16', '17', '18', '70'],
    residence: [undefined, 'not-sure', 'derby', 'temporary', 'elsewhere'],
    mentalHealthNeed: [undefined, 'not-sure', 'yes', 'no'],
    carerOrFamily: [undefined, 'not-sure', 'yes', 'no'],
    personalCare: [undefined, 'not-sure', 'yes', 'no'],
    carerMeetsCare: [undefined, 'not-sure', 'yes', 'no'],
  };

  /** The formula of E.7 over answers that are all known. */
  const formula = ({ age, residence, mentalHealthNeed, carerOrFamily, personalCare, carerMeetsCare }: Answers) =>
    Number(age) >= 18 &&
    (residence === 'derby' || residence === 'temporary') &&
    (mentalHealthNeed === 'yes' || carerOrFamily === 'yes') &&
    (personalCare === 'no' || carerMeetsCare === 'yes');

  test('agrees with the formula where all is known, and never ends', () => {
    let whole = 0;
    for (const answers of combinations(values)) {
      const { outcomes, next } = verdictOf('derby', answers);
      for (const outcome of outcomes) expect(outcome.next.length).toBeGreaterThanOrEqual(2);
      expect(next.length).toBeGreaterThanOrEqual(2);

      const isWhole = Object.keys(values).every((name) => ![undefined, 'not-sure'].includes(answers[name] as string));
      if (!isWhole) continue;
      whole += 1;
      const mine = outcomes.filter(({ id }) => id === 'derby-self' || id === 'derby-carer');
      expect(mine.some(({ result }) => result === 'yes')).toBe(formula(answers));
      expect(outcomes.every(({ result }) => result !== 'maybe')).toBe(true);
    }
    expect(whole).toBe(5 * 3 * 2 * 2 * 2 * 2);
  });
});

test('[E2] nobody to help here still hears of three who talk over what would help', () => {
  const { next } = verdictOf('derby', { ...FITS, mentalHealthNeed: 'no' });
  expect(next.map(({ href }) => href)).toEqual(
    expect.arrayContaining([
      '/organisations/local-area-coordinators/',
      '/organisations/talking-points/',
      '/organisations/community-action-derby/',
    ]),
  );
});

describe('[E2] where else to go, by what stands in the way (K1)', () => {
  const hrefs = (answers: Answers) => verdictOf('derby', { ...FITS, ...answers }).next.map(({ href }) => href);

  test.each<[string, Answers, readonly string[]]>([
    ['under 16', { age: '15' }, ['/organisations/camhs-derby/', '/young-people/']],
    ['lives elsewhere', { residence: 'elsewhere' }, ['/services/', '/help-now/']],
    [
      'care needs without a carer',
      { personalCare: 'yes', carerMeetsCare: 'no' },
      ['/organisations/derby-adult-social-care/', '/services/derby-phone/'],
    ],
    ['anything', { residence: 'elsewhere', age: '15' }, ['/forms/derby-self/', '/check/everything/']],
  ])('%s', (_, answers, wanted) => {
    expect(hrefs(answers)).toEqual(expect.arrayContaining([...wanted]));
  });

  test('nobody of 18 or over is sent to young people’s services, and nobody in Derby to another council', () => {
    expect(hrefs({ personalCare: 'yes', carerMeetsCare: 'no' })).not.toContain('/young-people/');
    expect(hrefs({ mentalHealthNeed: 'no' })).not.toContain('/services/');
  });

  test('somebody who lives elsewhere is told that being here for hospital or care would change it', () => {
    const { criteria } = checkerOf('derby').text;
    const { because } = outcomeOf('derby', 'derby-self', { ...FITS, residence: 'elsewhere' });
    expect(because).toContainEqual({ criterion: 'inDerby', met: 'no', decided: true });
    expect(criteria['inDerby']?.rule).toMatch(/hospital or care/);
  });
});
