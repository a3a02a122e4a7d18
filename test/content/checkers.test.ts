import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '#core/criteria/criterion.ts';
import { judge } from '#core/criteria/judge.ts';
import { analyse, expected } from '#core/eligibility/analyse/analyse.ts';
import { domainOf } from '#core/eligibility/analyse/domain.ts';
import { type CheckerDefinition, type CheckerQuestion, NOT_SURE } from '#core/eligibility/definition.ts';
import { judgeAll } from '#core/eligibility/judge-all.ts';
import { judgeChecker } from '#core/eligibility/judge-checker.ts';
import { knownFrom } from '#core/eligibility/known.ts';
import { missingWords } from '#core/eligibility/mistakes.ts';
import { nextQuestion } from '#core/eligibility/next-question.ts';
import { checkerIds, readChecker } from '#publish/checkers/read-checkers.ts';
import { readContent } from '#publish/read-content.ts';
import { checkerOf } from '../support/checkers.ts';
import { filesIn, sentencesIn } from '../support/content.ts';

const IDS = checkerIds();

test('the checkers that partners rely on are there', () => {
  expect(IDS).toEqual(
    expect.arrayContaining(['derby', 'southwark-works', 'doncaster', 'leicestershire', 'you-first', 'pay-progression']),
  );
});

describe.each(IDS)('%s', (id) => {
  const { definition, text } = readChecker(id);
  const domain = domainOf(definition);

  test('every outcome is reached with each result it can have, and nothing contradicts itself', () => {
    const { mistakes, reachable } = analyse(definition);
    expect(mistakes).toEqual([]);
    for (const { id: outcome } of definition.outcomes) {
      for (const [result, answers] of Object.entries(reachable[outcome] ?? {})) {
        const verdict = judgeChecker(definition, answers as Answers, domain.surroundings);
        expect(verdict.outcomes.find((one) => one.id === outcome)?.result).toBe(result);
      }
    }
  });

  test('has English words for everything it shows, and none too many', () => {
    const results = new Map(definition.outcomes.map((outcome) => [outcome.id, expected(outcome)]));
    expect(text['en'] && missingWords(definition, text['en'], results)).toEqual([]);
  });

  test('says nothing that turns a person away, and no "client"', () => {
    const words = sentencesIn(text['en']).filter(([, one]) =>
      /eligib|reject|refused|\bclients?\b|customer|service user/i.test(one),
    );
    expect(words).toEqual([]);
  });

  test('never ends: every outcome and the whole go on to two steps, whatever is answered', () => {
    fc.assert(
      fc.property(anyAnswers(definition), (answers) => {
        const { outcomes, next } = judgeAll(checkerOf(id), answers, domain.surroundings);
        expect(next.length).toBeGreaterThanOrEqual(2);
        for (const outcome of outcomes) expect(outcome.next.length, outcome.id).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });

  test('"not sure" in place of an answer never makes a no of what was none', () => {
    fc.assert(
      fc.property(anyAnswers(definition), (given) => {
        const answers = thatApply(definition, given);
        const before = judgeChecker(definition, answers, domain.surroundings);
        for (const question of Object.keys(answers)) {
          const unsure = judgeChecker(definition, { ...answers, [question]: NOT_SURE }, domain.surroundings);
          for (const [at, { result }] of unsure.outcomes.entries()) {
            if (result === 'no') expect(before.outcomes[at]?.result, question).toBe('no');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('asks only what is open: once nothing is asked, no visible question changes a result', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (chances) => {
        let answers: Answers = {};
        for (const chance of chances) {
          const question = nextQuestion(definition, answers, domain.surroundings);
          if (!question) break;
          const values: readonly Answer[] = [...(domain.values.get(question.id) ?? []), NOT_SURE];
          answers = { ...answers, [question.id]: values[chance % values.length] ?? NOT_SURE };
        }
        const results = resultsIn(answers);
        const known = knownFrom(definition, answers, domain.surroundings);
        for (const { id: name, hidden, assumed, when } of definition.questions) {
          if (hidden || assumed !== undefined || name in answers || (when && judge(when, known) !== 'yes')) continue;
          for (const value of domain.values.get(name) ?? []) {
            expect(resultsIn({ ...answers, [name]: value }), `${name} ${JSON.stringify(answers)}`).toEqual(results);
          }
        }
      }),
      { numRuns: 200 },
    );
    function resultsIn(answers: Answers) {
      return judgeChecker(definition, answers, domain.surroundings).outcomes.map(({ result }) => result);
    }
  });
});

test('every step leads to a page that there is', () => {
  const content = readContent();
  const pages = [
    ...['/', '/services/', '/groups/', '/find/'],
    ...filesIn('content/{pages,services,organisations}/*/*.yaml')
      .filter((file) => !file.includes('/text.'))
      .map((file) =>
        file.startsWith('content/pages/') ? `/${file.split('/')[2]}/` : `/${file.split('/')[1]}/${file.split('/')[2]}/`,
      ),
    ...content.forms.map((form) => `/forms/${form}/`),
    ...IDS.map((id) => `/check/${id}/`),
  ];
  const lost = IDS.flatMap((id) =>
    Object.entries(readChecker(id).definition.steps)
      .filter(([, { href }]) => !pages.includes(href))
      .map(([step, { href }]) => `${id} ${step} ${href}`),
  );
  expect(lost).toEqual([]);
});

/** Answers of which each is left out, unsure, or one that the rules tell apart. */
function anyAnswers(definition: CheckerDefinition): fc.Arbitrary<Answers> {
  const { values } = domainOf(definition);
  const questions = Object.fromEntries(
    definition.questions.map(({ id }) => [id, fc.constantFrom<Answer>(NOT_SURE, ...(values.get(id) ?? []))]),
  );
  return fc.record(questions, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

/** Without answers to questions that were never put: a form or a person gives none. */
function thatApply(definition: CheckerDefinition, given: Answers): Answers {
  const { surroundings } = domainOf(definition);
  const isPut = ({ when }: CheckerQuestion) =>
    !when || judge(when, knownFrom(definition, given, surroundings)) === 'yes';
  return Object.fromEntries(
    definition.questions.filter(isPut).flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]]])),
  );
}
