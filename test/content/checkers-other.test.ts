import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { parseAnswers } from '#core/eligibility/check-answers.ts';
import { nextQuestion } from '#core/eligibility/next-question.ts';
import { surroundingsOn } from '#publish/checkers/checkers.ts';
import { checkerOf, outcomeOf, resultsOf, verdictOf } from '../support/checkers.ts';
import { sentencesIn } from '../support/content.ts';

const LSL = { borough: 'lambeth', severalNeeds: 'yes' };

describe('You First', () => {
  test.each(['lambeth', 'southwark', 'lewisham'])(
    '[A3] %s with several needs was possible while it was open',
    (borough) => {
      expect(resultsOf('you-first', { borough, severalNeeds: 'yes', asOf: '2021-12-31' })).toEqual({
        youfirst: 'maybe',
      });
      const all = { borough, severalNeeds: 'yes', servicesNotWorking: 'yes', asOf: '2020-06-01' };
      expect(resultsOf('you-first', all)).toEqual({ youfirst: 'yes' });
    },
  );

  test.each([{ borough: 'other', asOf: '2020-06-01' }, { ...LSL, asOf: '2022-01-01' }, LSL])(
    '[A3] %o is refused by no word, and goes on to two steps',
    (answers) => {
      const { result, next } = outcomeOf('you-first', 'youfirst', answers as Answers);
      expect(result).toBe('no');
      expect(next.length).toBeGreaterThanOrEqual(2);
      expect(sentencesIn(checkerOf('you-first').text).filter(([, text]) => /refus|reject|eligib/i.test(text))).toEqual(
        [],
      );
    },
  );

  test('[A3] not sure is never a no', () => {
    expect(resultsOf('you-first', { borough: 'not-sure', severalNeeds: 'not-sure', asOf: '2020-06-01' })).toEqual({
      youfirst: 'maybe',
    });
  });
});

describe('Doncaster', () => {
  const here = { inDoncaster: 'yes' };

  test('[B2] two ticks with homelessness lead to the Single Point of Access', () => {
    const answers = { ...here, challenges: ['homelessness', 'mentalHealth'] };
    expect(outcomeOf('doncaster', 'don-spa', answers)).toMatchObject({
      result: 'yes',
      next: [{ href: '/services/don-spa/' }, { href: '/forms/don-enquiry/' }, {}, {}],
    });
  });

  test.each<[string, string]>([
    ['drugAlcohol', 'don-drugalcohol'],
    ['mentalHealth', 'rdash'],
    ['physicalHealth', 'rdash'],
    ['homelessness', 'st-leger'],
    ['offending', 'probation'],
  ])('[B2] %s alone leads to %s, not to the team', (challenge, outcome) => {
    const results = resultsOf('doncaster', { ...here, challenges: [challenge] });
    expect(results).toMatchObject({ 'don-spa': 'no', [outcome]: 'yes' });
  });

  test('[B3] nowhere to sleep tonight leads to the Single Point of Access whatever else is ticked', () => {
    const { next } = outcomeOf('doncaster', 'urgent-housing', { sleepingRoughTonight: 'yes', challenges: [] });
    expect(next.map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/organisations/st-leger-homes/', '/services/don-spa/']),
    );
  });

  test('[B2] drugs or alcohol among others adds Aspire', () => {
    const results = resultsOf('doncaster', { ...here, challenges: ['drugAlcohol', 'offending'] });
    expect(results).toMatchObject({ 'don-spa': 'yes', 'don-drugalcohol': 'yes' });
  });

  test('[B2] no place is asked for: without one, or unsure, it is a yes all the same', () => {
    for (const inDoncaster of ['no-fixed-place', 'not-sure']) {
      expect(resultsOf('doncaster', { inDoncaster, challenges: ['homelessness', 'offending'] })['don-spa']).toBe('yes');
    }
  });

  test('[B3] nowhere to sleep is asked first, and the urgent step is shown at once', () => {
    expect(nextQuestion(checkerOf('doncaster').definition, {}, surroundingsOn('2026-11-22'))?.id).toBe(
      'sleepingRoughTonight',
    );
    expect(outcomeOf('doncaster', 'urgent-housing', { sleepingRoughTonight: 'yes' })).toMatchObject({
      result: 'yes',
      atOnce: true,
    });
  });

  test('[B7] a care leaver hears of the Trust, alone and beside everything else', () => {
    expect(resultsOf('doncaster', { ...here, careLeaver: 'yes', challenges: [] })['dcst']).toBe('yes');
    const { next } = verdictOf('doncaster', { ...here, careLeaver: 'yes', challenges: ['drugAlcohol'] });
    expect(next[0]?.href).toBe('/organisations/dcst/');
  });

  test('[B10] the fund leads to the preparation sheet, through a case worker', () => {
    const { result, next } = outcomeOf('doncaster', 'don-fund', {
      ...here,
      hasCaseWorker: 'yes',
      smallCostInTheWay: 'yes',
    });
    expect(result).toBe('yes');
    expect(next.map(({ href }) => href)).toContain('/changing-lives-fund/');
    expect(resultsOf('doncaster', { ...here, hasCaseWorker: 'no' })['don-fund']).toBe('no');
  });
});

describe('Leicestershire', () => {
  const ids = ['blaby', 'charnwood', 'harborough', 'hinckley-bosworth', 'melton', 'nw-leics', 'oadby-wigston'];

  test.each(ids)('[C1] %s finds its team and no other', (district) => {
    const results = resultsOf('leicestershire', { district });
    expect(ids.filter((id) => results[id] === 'yes')).toEqual([district]);
    expect(ids.filter((id) => results[id] === 'no')).toHaveLength(6);
  });

  test.each(['leicester-city', 'elsewhere'])('[C1] %s hears where else to go', (district) => {
    const { outcomes, next } = verdictOf('leicestershire', { district });
    expect(outcomes.every(({ result }) => result === 'no')).toBe(true);
    expect(next.length).toBeGreaterThanOrEqual(3);
  });

  test('[C1] not sure rules no team out', () => {
    expect(new Set(Object.values(resultsOf('leicestershire', { district: 'not-sure' })))).toEqual(new Set(['maybe']));
  });

  test('[C5] not one word says eligible', () => {
    expect(sentencesIn(checkerOf('leicestershire').text).filter(([, text]) => /eligib|qualif/i.test(text))).toEqual([]);
  });
});

describe('Pay progression', () => {
  test.each<[string, string, string, string, string, string]>([
    ['13.15', '4.0', '14.99', '15.00', 'no', 'L = 13.15'],
    ['13.15', '4.0', '15.00', '15.00', 'yes', 'L = 13.15'],
    ['11.00', '4.0', '13.14', '13.15', 'no', 'L = 13.15'],
    ['11.00', '4.0', '13.15', '13.15', 'yes', 'L = 13.15'],
    ['12.00', '4.0', '13.67', '13.68', 'no', 'L = 13.15'],
    ['12.00', '4.0', '13.68', '13.68', 'yes', 'L = 13.15'],
    ['15.00', '2.5', '16.87', '16.88', 'no', 'L = 13.15'],
    ['15.00', '2.5', '16.88', '16.88', 'yes', 'L = 13.15'],
  ])('[D34] from £%s at %s percent, £%s against £%s: %s', (previousPay, inflation, newPay, target, result) => {
    const outcome = outcomeOf('pay-progression', 'wage', { previousPay, newPay, livingWage: '13.15', inflation });
    expect(outcome).toMatchObject({ result, shows: { target } });
  });

  test('[D34] without new pay the target is shown, and it is a maybe', () => {
    const outcome = outcomeOf('pay-progression', 'wage', { previousPay: '12.00', livingWage: '13.15', inflation: '4' });
    expect(outcome).toMatchObject({ result: 'maybe', shows: { target: '13.68' } });
  });

  test('[D35] the rule, the figures used and their date are told, and old figures are warned of', () => {
    const given = { previousPay: '12.00', newPay: '13.00', livingWage: '13.15', inflation: '4.0' };
    const { notes, because } = outcomeOf('pay-progression', 'wage', given);
    expect(notes).toEqual(['notOnLivingWage', 'ratesUsed', 'targetIs']);
    expect(because).toContainEqual({ criterion: 'wage', met: 'no', decided: true });
    const { text } = checkerOf('pay-progression');
    for (const blank of ['{{livingWage}}', '{{inflation}}', '{{ratesOn}}'])
      expect(text.notes['ratesUsed']).toContain(blank);
    expect(text.criteria['wage']?.no).toMatch(/^Rule A/);
    expect(outcomeOf('pay-progression', 'wage', { ...given, ratesOn: '2025-11-01' }).notes).toContain('ratesOld');
  });

  test.each<[string, Answers, string]>([
    [
      'zero hours to 16 with 20 before',
      {
        contractBefore: 'zero-hours',
        contractAfter: 'guaranteed-permanent',
        hoursBefore: '20',
        guaranteedHoursAfter: '16',
      },
      'no',
    ],
    [
      'zero hours to 20 with 20 before',
      {
        contractBefore: 'zero-hours',
        contractAfter: 'guaranteed-permanent',
        hoursBefore: '20',
        guaranteedHoursAfter: '20',
      },
      'no',
    ],
    [
      'zero hours to 20.5 with 20 before',
      {
        contractBefore: 'zero-hours',
        contractAfter: 'guaranteed-temporary',
        hoursBefore: '20',
        guaranteedHoursAfter: '20.5',
      },
      'yes',
    ],
    [
      'temporary guaranteed to permanent guaranteed',
      { contractBefore: 'guaranteed-temporary', contractAfter: 'guaranteed-permanent' },
      'yes',
    ],
    [
      'permanent guaranteed to itself',
      { contractBefore: 'guaranteed-permanent', contractAfter: 'guaranteed-permanent' },
      'no',
    ],
    ['nothing said', {}, 'maybe'],
  ])('[D36] %s', (_, answers, result) => {
    expect(outcomeOf('pay-progression', 'contract', answers).result).toBe(result);
  });

  test.each<[string, string, string]>([
    ['2', '3', 'yes'],
    ['2', '2', 'no'],
    ['3', '2', 'no'],
    ['2', 'not-sure', 'maybe'],
  ])('[D34] level %s, then %s: %s', (levelBefore, levelGained, result) => {
    expect(outcomeOf('pay-progression', 'training', { levelBefore, levelGained }).result).toBe(result);
  });

  test('[D37] an apprenticeship is no step up, and the words say so', () => {
    const answers = {
      apprenticeship: 'yes',
      previousPay: '10',
      newPay: '20',
      livingWage: '13.15',
      inflation: '4',
      levelBefore: '1',
      levelGained: '3',
    };
    expect(resultsOf('pay-progression', answers)).toEqual({ wage: 'no', training: 'no', contract: 'no' });
    expect(outcomeOf('pay-progression', 'wage', answers).because[0]).toEqual({
      criterion: 'apprentice',
      met: 'no',
      decided: true,
    });
    expect(checkerOf('pay-progression').text.criteria['apprentice']?.no).toMatch(/apprenticeship does not count/);
  });
});

describe('The smaller checkers', () => {
  const since = (weeksWorked: string, asOf: string) =>
    outcomeOf('twenty-six-weeks', 'sustained', { startedOn: '2026-03-02', weeksWorked, asOf });

  test('[D38] 26 weeks in 32 are met', () => expect(since('26', '2026-10-12').result).toBe('yes'));

  test('[D38] 25 show the date on which it will be met, if it can be', () => {
    expect(since('25', '2026-10-05')).toMatchObject({
      result: 'maybe',
      shows: { metOn: '2026-10-12', lastDay: '2026-10-12' },
      notes: ['willBeMet'],
    });
    expect(since('25', '2026-10-06').result).toBe('no');
  });

  test('[D38] after 32 weeks 26 that were worked are met all the same; none that are missing can be made up', () => {
    expect(since('26', '2026-12-01').result).toBe('yes');
    expect(since('0', '2026-10-13').result).toBe('no');
    expect(since('not-sure', '2026-12-01').result).toBe('maybe');
  });

  test.each<[string, Answers, string, string]>([
    ['13 unpaid days', { type: 'with-employer', days: '13', paid: 'no' }, 'work-experience', 'no'],
    ['14 unpaid days', { type: 'with-employer', days: '14', paid: 'no' }, 'work-experience', 'yes'],
    ['volunteering of any length', { type: 'volunteering' }, 'volunteering', 'yes'],
    [
      '27 paid days',
      { type: 'with-employer', days: '27', paid: 'yes', pay: '13.15', livingWage: '13.15' },
      'internship',
      'no',
    ],
    [
      '28 days on the Living Wage',
      { type: 'with-employer', days: '28', paid: 'yes', pay: '13.15', livingWage: '13.15' },
      'internship',
      'yes',
    ],
    [
      '28 days a penny below it',
      { type: 'with-employer', days: '28', paid: 'yes', pay: '13.14', livingWage: '13.15' },
      'internship',
      'no',
    ],
  ])('[D39] %s', (_, answers, outcome, result) => {
    expect(outcomeOf('placements', outcome, answers).result).toBe(result);
  });

  test.each([
    ['12', 'no'],
    ['13', 'yes'],
    ['not-sure', 'maybe'],
  ])('[D40] %s months since: %s', (monthsSinceContact, result) => {
    expect(outcomeOf('re-registration', 're-register', { monthsSinceContact }).result).toBe(result);
  });

  test('[D20] the short check of Lot 8 says ready, one step first, or not housing', () => {
    const ready = {
      housing: 'at-risk',
      engagedHousingSolutions: 'yes',
      housingPlan: 'no',
      councilReferralNumber: 'yes',
    };
    expect(resultsOf('lot8-ready', ready)).toEqual({ 'lot8-ready': 'yes' });
    expect(resultsOf('lot8-ready', { ...ready, councilReferralNumber: 'no' })).toEqual({ 'lot8-ready': 'maybe' });
    expect(resultsOf('lot8-ready', { housing: 'neither' })).toEqual({ 'lot8-ready': 'no' });
    for (const open of ['housing', 'engagedHousingSolutions', 'councilReferralNumber']) {
      expect(resultsOf('lot8-ready', { ...ready, [open]: 'not-sure' })).toEqual({ 'lot8-ready': 'maybe' });
    }
  });

  test.each(['condition', 'transport', 'childcare', 'caring'])(
    'K15: %s is reason enough for phone or online',
    (cannotAttendReason) => {
      expect(outcomeOf('phone-instead', 'derby-phone', { cannotAttendReason }).result).toBe('yes');
    },
  );

  test('K15: no reason, or none that is known, leaves it to the team', () => {
    for (const cannotAttendReason of ['none', 'not-sure']) {
      expect(outcomeOf('phone-instead', 'derby-phone', { cannotAttendReason }).result).toBe('maybe');
    }
    expect(outcomeOf('phone-instead', 'derby-phone-peer', { wantsPlannedCalls: 'yes' }).notes).toEqual([
      'notForCrisis',
    ]);
  });

  test('K14 is a way to look, never a gate: whatever is liked, nothing is a no, and the search is a step away', () => {
    for (const how of ['in-person', 'phone', 'online', 'any', 'not-sure']) {
      for (const what of [[], ['meet'], ['learn'], ['start', 'carers'], ['not-sure']]) {
        const { outcomes } = verdictOf('which-group', { how, what });
        expect(outcomes.map(({ result }) => result)).not.toContain('no');
        expect(outcomes.flatMap(({ next }) => next.map(({ href }) => href))).toContain('/find/');
      }
    }
  });

  test('K16 asks nothing and is the same for everyone', () => {
    expect(resultsOf('if-things-get-worse', {})).toEqual({ danger: 'yes', urgent: 'yes', later: 'yes' });
  });
});

describe('[F-10] several programmes at once', () => {
  const fits = (answers: Answers) =>
    verdictOf('everything', answers)
      .outcomes.filter(({ result }) => result !== 'no')
      .map(({ id }) => id);

  test('three questions, and the rules are those of the parts', () => {
    const { definition } = checkerOf('everything');
    expect(definition.questions.map(({ id }) => id)).toEqual(['place', 'age', 'needs']);
    expect(definition.criteria).toEqual({});
  });

  test('somebody in Derby hears of Derby', () => {
    expect(fits({ place: 'derby', age: '34', needs: ['mentalHealth'] })).toEqual(['derby-self', 'derby-phone']);
  });

  test('somebody in Southwark hears of every lot that may fit, the nearest first, and the hub', () => {
    const ids = fits({ place: 'southwark', age: '20', needs: ['mentalHealth', 'drugAlcohol'] });
    expect(ids.slice(0, 5)).toEqual(expect.arrayContaining(['lot3', 'lot7', 'lot1a', 'lot1b', 'lot1c']));
    expect(ids).toContain('swk-hub');
  });

  test('somebody in Doncaster with two needs hears of the Single Point of Access first', () => {
    expect(fits({ place: 'doncaster', needs: ['homeless', 'offending'] })[0]).toBe('don-spa');
  });

  test('a family in Melton hears of its team alone', () => {
    expect(fits({ place: 'melton', needs: ['family'] })).toEqual(['melton']);
  });

  test('nobody who is unsure of everything is told no by any programme that is open', () => {
    const closed = ['youfirst'];
    const noes = verdictOf('everything', { place: 'not-sure', age: 'not-sure', needs: ['not-sure'] }).outcomes.filter(
      ({ result }) => result === 'no',
    );
    expect(noes.map(({ id }) => id)).toEqual(closed);
  });

  test('elsewhere still has steps to go on with', () => {
    const { outcomes, next } = verdictOf('everything', { place: 'elsewhere' });
    expect(outcomes).toEqual([]);
    expect(next.length).toBeGreaterThanOrEqual(2);
  });

  test('what is given on to a part is an answer that it takes', () => {
    const { definition, parts } = checkerOf('everything');
    for (const { checker, set } of definition.parts) {
      for (const one of set) {
        if (!('to' in one) && !('tick' in one)) continue;
        const value = 'to' in one ? one.to : [one.tick];
        const part = parts[checker];
        expect(part && parseAnswers(part, { [one.question]: value }).ok, `${checker} ${one.question}`).toBe(true);
      }
    }
  });
});
