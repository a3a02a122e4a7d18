import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { parseAnswers } from '#core/eligibility/check-answers.ts';
import { nextQuestion } from '#core/eligibility/next-question.ts';
import { surroundingsOn } from '#publish/checkers/checkers.ts';
import { checkerOf, combinations, outcomeOf, resultsOf, verdictOf } from '../support/checkers.ts';
import { sentencesIn } from '../support/content.ts';

const RESIDENT = { hasFixedAddress: 'yes', postcode: 'SE17 1RW' };
const LOT1 = ['lot1a', 'lot1b', 'lot1c'];
const yeses = (answers: Answers, among: readonly string[]) => {
  const results = resultsOf('southwark-works', answers);
  return among.filter((id) => results[id] === 'yes');
};

/** Domain.md D.7.4, as printed: which sub-lots each criterion opens. */
const MATRIX: { readonly [criterion: string]: string } = {
  careLeaver: 'abc',
  neet: 'ac',
  jsaUc6m: 'c',
  esaIsLooking: 'c',
  loneParent: 'c',
  youngParentCarer: 'c',
  cjsContact: 'b',
  senLd: 'a',
  mentalHealth: 'ac',
  disability: 'a',
  noLevel2: 'c',
  housing: 'c',
  substance: 'b',
  gang: 'b',
};
const CRITERIA = Object.keys(MATRIX);

describe('[D3] the matrix of Lot 1', () => {
  const cells = CRITERIA.flatMap((criterion) => ['a', 'b', 'c'].map((lot) => [criterion, lot] as const));

  test.each(cells)('%s in 1%s', (criterion, lot) => {
    const { result } = outcomeOf('southwark-works', `lot1${lot}`, {
      ...RESIDENT,
      age: '20',
      circumstances: [criterion],
    });
    expect(result).toBe(MATRIX[criterion]?.includes(lot) ? 'yes' : 'no');
  });

  test('has 18 marks: five, four and nine', () => {
    expect(['a', 'b', 'c'].map((lot) => Object.values(MATRIX).filter((marks) => marks.includes(lot)).length)).toEqual([
      5, 4, 9,
    ]);
  });

  test('all 16,384 sets of criteria open what their members open', () => {
    for (let bits = 0; bits < 2 ** CRITERIA.length; bits += 1) {
      const circumstances = CRITERIA.filter((_, at) => (bits >> at) & 1);
      const wanted = LOT1.filter((lot) => circumstances.some((one) => MATRIX[one]?.includes(lot.slice(-1))));
      expect(yeses({ ...RESIDENT, age: '25', circumstances }, LOT1)).toEqual(wanted);
    }
  });

  test.each<[readonly string[], readonly string[]]>([
    [['careLeaver'], LOT1],
    [['neet'], ['lot1a', 'lot1c']],
    [['mentalHealth'], ['lot1a', 'lot1c']],
    [['gang'], ['lot1b']],
    [['disability'], ['lot1a']],
    [['housing'], ['lot1c']],
    [
      ['cjsContact', 'senLd'],
      ['lot1a', 'lot1b'],
    ],
    [['jsaUc6m'], ['lot1c']],
    [[], []],
  ])('%o opens %o', (circumstances, lots) => {
    expect(yeses({ ...RESIDENT, age: '20', circumstances }, LOT1)).toEqual(lots);
  });
});

test.each([
  ['15', []],
  ['16', LOT1],
  ['25', LOT1],
  ['26', []],
])('[D4] age %s and Lot 1', (age, lots) => {
  expect(yeses({ ...RESIDENT, age, circumstances: ['careLeaver'] }, LOT1)).toEqual(lots);
});

test('[D4] 49 has no way into Lot 2 by age, 50 has', () => {
  expect(outcomeOf('southwark-works', 'lot2', { ...RESIDENT, age: '49', circumstances: [] }).result).toBe('no');
  expect(outcomeOf('southwark-works', 'lot2', { ...RESIDENT, age: '50', circumstances: [] }).result).toBe('yes');
});

describe('[D5] residence by postcode', () => {
  const residence = (postcode: string) => {
    const answers = parseAnswers(checkerOf('southwark-works').definition, { hasFixedAddress: 'yes', postcode });
    return answers.ok ? outcomeOf('southwark-works', 'residence', answers.value).result : answers.problem.code;
  };

  test.each(['SE17 1RW', 'se171rw', ' se17  1rw ', 'SE21 8QT', 'se1 OAA'])('%s is in Southwark', (postcode) => {
    expect(residence(postcode)).toBe('yes');
  });

  test('a postcode of another council is said gently to be so, and the lots stay a maybe', () => {
    expect(residence('SE21 8HZ')).toBe('no');
    const results = resultsOf('southwark-works', {
      hasFixedAddress: 'yes',
      postcode: 'SE21 8HZ',
      age: '20',
      circumstances: ['careLeaver'],
    });
    expect(results).toMatchObject({ lot1a: 'maybe', lot1b: 'maybe', lot1c: 'maybe', 'swk-hub': 'maybe' });
  });

  test('one where the list has a gap is not known', () => expect(residence('EC1A 1BB')).toBe('maybe'));

  test('one that is no postcode is told by its key', () => expect(residence('Peckham')).toBe('notAPostcode'));
});

test.each<[number, number, string]>([
  [6, 6, 'yes'],
  [5, 5, 'maybe'],
  [0, 36, 'yes'],
  [5, 35, 'maybe'],
  [12, 12, 'yes'],
  [5, 36, 'yes'],
])('[D6] %d of 12 and %d of 60 months: %s', (m12, m60, result) => {
  const answers = { hasFixedAddress: 'no', monthsInLast12: String(m12), monthsInLast60: String(m60) };
  expect(outcomeOf('southwark-works', 'residence', answers).result).toBe(result);
});

test('[D6] every pair of months follows R3 or R4', () => {
  for (let m12 = 0; m12 <= 12; m12 += 1) {
    for (let m60 = m12; m60 <= 60; m60 += 1) {
      const answers = { hasFixedAddress: 'no', monthsInLast12: String(m12), monthsInLast60: String(m60) };
      const shown = outcomeOf('southwark-works', 'residence', answers).result === 'yes';
      expect(shown).toBe(m12 >= 6 || m60 >= 36);
    }
  }
});

test('[D7] failing both shows the commissioning team and Housing Solutions', () => {
  const { next } = outcomeOf('southwark-works', 'residence', {
    hasFixedAddress: 'no',
    monthsInLast12: '5',
    monthsInLast60: '35',
  });
  expect(next.map(({ id }) => id)).toEqual(expect.arrayContaining(['commissioners', 'housingSolutions']));
});

const lotCases: readonly (readonly [row: string, lot: string, answers: Answers, result: string])[] = [
  ...['not-in-work', 'statutory-sick-pay', 'employed'].map((workStatus) => {
    const answers: Answers = { workStatus, circumstances: ['mentalHealth'] };
    return [`[D11] ${workStatus} reaches Lot 3`, 'lot3', answers, 'yes'] as const;
  }),
  ['[D12] Lot 4 without a social worker', 'lot4', { circumstances: ['autism'], socialWorker: 'no' }, 'yes'],
  ['[D12] Lot 4 with one', 'lot4', { circumstances: ['learningDisability'], socialWorker: 'yes' }, 'yes'],
  ['[D15] a lone parent', 'lot5', { circumstances: ['loneParent'] }, 'yes'],
  ['[D15] a Supporting Families parent', 'lot5', { circumstances: ['supportingFamilies'] }, 'yes'],
  [
    '[D15] an unpaid carer who wants to return',
    'lot5',
    { circumstances: ['unpaidCarer'], wantsReturnToWork: 'yes' },
    'yes',
  ],
  ['[D15] an unpaid carer who does not', 'lot5', { circumstances: ['unpaidCarer'], wantsReturnToWork: 'no' }, 'no'],
  ['[D2] a conviction', 'lot6', { circumstances: ['conviction'] }, 'yes'],
  ['[D2] a health condition', 'lot2', { circumstances: ['healthCondition'] }, 'yes'],
  ['[D2] none of it', 'lot6', { circumstances: [] }, 'no'],
  [
    '[D20] a plan alone',
    'lot8',
    { circumstances: ['homeless'], engagedHousingSolutions: 'yes', housingPlan: 'yes', councilReferralNumber: 'no' },
    'yes',
  ],
  [
    '[D20] a number alone',
    'lot8',
    {
      circumstances: ['atRiskOfHomelessness'],
      engagedHousingSolutions: 'yes',
      housingPlan: 'no',
      councilReferralNumber: 'yes',
    },
    'yes',
  ],
  [
    '[D20] neither',
    'lot8',
    { circumstances: ['homeless'], engagedHousingSolutions: 'yes', housingPlan: 'no', councilReferralNumber: 'no' },
    'maybe',
  ],
  ['[D2] Lot 9 in work', 'lot9', { workStatus: 'employed', wantsBetterWork: 'yes' }, 'yes'],
  ['[D2] Lot 9 out of work', 'lot9', { workStatus: 'not-in-work' }, 'no'],
  ['[D2] Lot 6 in work: the hub decides', 'lot6', { workStatus: 'employed', circumstances: ['conviction'] }, 'maybe'],
  ['[D2] Lot 7 in work', 'lot7', { workStatus: 'employed', circumstances: ['substance'] }, 'yes'],
];

test.each(lotCases)('%s', (_, lot, answers, result) => {
  expect(outcomeOf('southwark-works', lot, { ...RESIDENT, age: '30', ...answers }).result).toBe(result);
});

test('[D20] neither plan nor number leads to Housing Solutions first', () => {
  const answers = {
    ...RESIDENT,
    age: '30',
    circumstances: ['homeless'],
    engagedHousingSolutions: 'no',
    housingPlan: 'no',
    councilReferralNumber: 'no',
  };
  const { next, notes } = outcomeOf('southwark-works', 'lot8', answers);
  expect(next[0]?.href).toBe('/organisations/southwark-housing-solutions/');
  expect(notes).toContain('housingFirst');
});

test('[D2] everything that matches is returned, and always the hub', () => {
  const circumstances = ['careLeaver', 'mentalHealth', 'substance', 'conviction', 'loneParent', 'autism', 'disability'];
  const results = resultsOf('southwark-works', { ...RESIDENT, age: '20', workStatus: 'not-in-work', circumstances });
  expect(Object.keys(results).filter((id) => results[id] === 'yes')).toEqual([
    'residence',
    'lot1a',
    'lot1b',
    'lot1c',
    'lot2',
    'lot3',
    'lot4',
    'lot5',
    'lot6',
    'lot7',
    'swk-hub',
  ]);
});

test('[D19] mental health with drugs or alcohol lists Lots 3 and 7 both', () => {
  expect(yeses({ ...RESIDENT, age: '40', circumstances: ['mentalHealth', 'substance'] }, ['lot3', 'lot7'])).toEqual([
    'lot3',
    'lot7',
  ]);
});

test('[D12] the social worker is asked about, and the answer is said not to block', () => {
  const { definition, text } = checkerOf('southwark-works');
  const answers = { ...RESIDENT, age: '30', workStatus: 'not-in-work', circumstances: ['autism'] };
  expect(nextQuestion(definition, answers, surroundingsOn('2026-11-22'))?.id).toBe('socialWorker');
  expect(text.questions['socialWorker']?.hint).toContain('not block');
});

test('[D13] no word of a checker tells a resident of 50 percent', () => {
  const words = sentencesIn(checkerOf('southwark-works').texts).map(([, text]) => text);
  expect(words.filter((text) => /50 ?(%|per ?cent)|half/i.test(text))).toEqual([]);
});

test('[D14] the page of Lot 4, to which its outcome leads, lists travel training', () => {
  const step = outcomeOf('southwark-works', 'lot4', { ...RESIDENT, age: '30', circumstances: ['autism'] }).next[0];
  expect(step?.href).toBe('/services/lot4/');
  expect(readFileSync('content/services/lot4/text.en.yaml', 'utf8')).toMatch(/travel/i);
});

test('[D16] a Supporting Families parent is told of the assessment and the plan', () => {
  const outcome = outcomeOf('southwark-works', 'lot5', {
    ...RESIDENT,
    age: '30',
    circumstances: ['supportingFamilies'],
  });
  expect(outcome.notes).toContain('assessment');
  expect(checkerOf('southwark-works').text.notes['assessment']).toMatch(/assessment and an action plan/);
});

test('[D33] at 16 and 17 the choices of education and training are told, at 18 not', () => {
  const notes = (age: string) =>
    outcomeOf('southwark-works', 'lot1a', { ...RESIDENT, age, circumstances: ['careLeaver'] }).notes;
  expect(notes('16')).toContain('sixteenSeventeen');
  expect(notes('17')).toContain('sixteenSeventeen');
  expect(notes('18')).not.toContain('sixteenSeventeen');
});

test('[D2] the hub is never a no, and no outcome ends, whatever is answered', () => {
  const values = {
    hasFixedAddress: [undefined, 'not-sure', 'yes', 'no'],
    postcode: [undefined, 'SE17 1RW', 'SE21 8HZ', 'EC1A 1BB'],
    monthsInLast12: [undefined, '5', '6'],
    age: [undefined, '15', '16', '25', '26', '50'],
    workStatus: [undefined, 'not-in-work', 'employed'],
    circumstances: [undefined, [], ['careLeaver'], ['homeless'], ['unpaidCarer', 'not-sure']],
    wantsReturnToWork: [undefined, 'no'],
  };
  for (const answers of combinations(values)) {
    const { outcomes } = verdictOf('southwark-works', answers);
    expect(outcomes.find(({ id }) => id === 'swk-hub')?.result).not.toBe('no');
    for (const { next } of outcomes) expect(next.length).toBeGreaterThanOrEqual(2);
  }
});

test.each<[string, Answers, string]>([
  ['a postcode elsewhere', { hasFixedAddress: 'yes', postcode: 'SE21 8HZ' }, 'no'],
  ['5 of 12 and 35 of 60 months', { hasFixedAddress: 'no', monthsInLast12: '5', monthsInLast60: '35' }, 'maybe'],
  ['nothing known', {}, 'maybe'],
])('[D5] [D7] %s never makes a lot a no (K2)', (_, residence, result) => {
  const fits = { age: '30', workStatus: 'not-in-work', circumstances: ['autism', 'conviction', 'substance'] };
  const results = resultsOf('southwark-works', { ...residence, ...fits });
  expect(results['residence']).toBe(result);
  for (const lot of ['lot4', 'lot6', 'lot7']) expect(results[lot]).toBe('maybe');
});

test('[D4] under 16 goes on to school and the Education Access Team; nobody older does', () => {
  const steps = (age: string) => verdictOf('southwark-works', { ...RESIDENT, age }).next.map(({ id }) => id);
  expect(steps('15')).toContain('educationAccess');
  expect(steps('16')).not.toContain('educationAccess');
});

test.each(['learningDisability', 'autism'])(
  '[D12] Lot 4 takes %s, and social care is asked about and blocks nobody',
  (need) => {
    for (const socialWorker of ['yes', 'no', 'not-sure']) {
      const answers = { ...RESIDENT, age: '30', workStatus: 'not-in-work', circumstances: [need], socialWorker };
      expect(outcomeOf('southwark-works', 'lot4', answers).result).toBe('yes');
    }
  },
);

test.each<[string, string, string]>([
  ['lot1a', 'employed', 'maybe'],
  ['lot2', 'employed', 'maybe'],
  ['lot4', 'employed', 'maybe'],
  ['lot5', 'employed', 'maybe'],
  ['lot6', 'employed', 'maybe'],
  ['lot8', 'employed', 'maybe'],
  ['lot3', 'employed', 'yes'],
  ['lot7', 'employed', 'yes'],
  ['lot9', 'not-in-work', 'no'],
  ['lot9', 'not-sure', 'maybe'],
])('[D2] %s for somebody %s: %s, by the work status of D.7.5', (lot, workStatus, result) => {
  const answers = {
    ...RESIDENT,
    ...{ age: '20', workStatus, wantsBetterWork: 'yes' },
    ...{ engagedHousingSolutions: 'yes', housingPlan: 'yes' },
    circumstances: [
      'careLeaver',
      'disability',
      'mentalHealth',
      'autism',
      'loneParent',
      'conviction',
      'substance',
      'homeless',
    ],
  };
  expect(outcomeOf('southwark-works', lot, answers).result).toBe(result);
});
