import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '#core/forms/definition.ts';
import { endOf, firstPage, type Step, stepAfter } from '#core/forms/journey.ts';
import { codesOf } from '#core/forms/kinds/kinds.ts';
import { exitOf, recipientOf, relevantPages } from '#core/forms/relevance.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { blanksIn, filesIn, offeredLanguages, readData, sentencesIn } from '../support/content.ts';
import { combinations, questionsBehind } from '../support/routes.ts';

const forms = readForms().map((form) => [form.definition.id, form] as const);
const languages = offeredLanguages().map(({ code }) => code);

test('the forms of Derby and Southwark Works are there', () => {
  const ids = forms.map(([id]) => id);
  expect(ids).toEqual(expect.arrayContaining(['derby-self', 'swk-self', 'derby-equality', 'swk-equality']));
});

describe.each(forms)('form %s', (_, { definition, text }) => {
  const questions = definition.pages.flatMap((page) => page.questions.map((question) => ({ page, question })));

  test.each(questions.map(({ page, question }) => [question.id, page, question] as const))(
    'someone can reach the question %s',
    (id, page, question) => {
      const behind = questionsBehind(definition, [page.when, question.when]);
      const reached = combinations(definition, behind).some((answers) =>
        relevantPages(definition, answers).some((one) => one.questions.some((asked) => asked.id === id)),
      );
      expect(reached).toBe(true);
    },
  );

  test.each(definition.pages.map((page) => [page.id, page] as const))('someone can reach the page %s', (id, page) => {
    const behind = questionsBehind(definition, [page.when]);
    const reached = combinations(definition, behind).some((answers) =>
      relevantPages(definition, answers).some((one) => one.page.id === id),
    );
    expect(reached).toBe(true);
  });

  test('every recipient can be reached', () => {
    const behind = questionsBehind(
      definition,
      definition.routes.map(({ when }) => when),
    );
    const reached = new Set(combinations(definition, behind).map((answers) => recipientOf(definition, answers)));
    expect([...reached].sort()).toEqual([...new Set(definition.routes.map(({ recipient }) => recipient))].sort());
  });

  test('every route ends at the check of all answers, or kindly at an exit', () => {
    for (const page of definition.pages) {
      const behind = questionsBehind(definition, [page.when]);
      for (const answers of combinations(definition, behind)) {
        expect(walked(definition, answers)).toEqual(endOf(definition, answers));
      }
    }
  });

  test('someone can send it', () => {
    const behind = questionsBehind(
      definition,
      definition.pages.map(({ exit, when }) => (exit ? when : undefined)),
    );
    expect(combinations(definition, behind).some((answers) => !exitOf(definition, answers))).toBe(true);
  });

  test('an advice page leads somewhere else as well', () => {
    const advice = definition.pages.filter(({ questions: { length } }) => length === 0);
    expect(advice.filter(({ links = [] }) => links.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('[D25] has no control for files', () => {
    const kinds = new Set(questions.map(({ question }) => question.kind as string));
    expect([...kinds].filter((kind) => /file|upload|image|photo/.test(kind))).toEqual([]);
  });

  test.each(languages)('has all its words in %s', (language) => {
    expect(text[language]).toBeDefined();
  });

  test.each(languages)('says in %s why it asks each required question', (language) => {
    const required = questions.filter(({ question }) => question.required);
    const silent = required.filter(({ question }) => !text[language]?.questions[question.id]?.why);
    expect(silent.map(({ question }) => question.id)).toEqual([]);
  });

  test.each(languages)('words every link of its pages in %s', (language) => {
    const wrong = definition.pages.filter(
      ({ id, links = [] }) => (text[language]?.pages[id]?.links ?? []).length !== links.length,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('words only problems that its questions can have', () => {
    const idle = questions.flatMap(({ question }) =>
      Object.keys(text['en']?.questions[question.id]?.problems ?? {})
        .filter((code) => !codesOf(question).includes(code))
        .map((code) => `${question.id}: ${code}`),
    );
    expect(idle).toEqual([]);
  });

  test('puts no two questions under the same words', () => {
    const labels = questions.map(({ question }) => text['en']?.questions[question.id]?.label);
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
  });
});

function walked(form: FormDefinition, answers: Readonly<Record<string, string | readonly string[]>>): Step {
  let step: Step = { at: 'page', page: firstPage(form, answers) };
  for (let steps = 0; step.at === 'page' && steps <= form.pages.length; steps += 1) {
    if (step.page === exitOf(form, answers)?.id) return step;
    step = stepAfter(form, answers, step.page);
  }
  return step;
}

const english = filesIn('forms/**/text.en.json');
const translations = english.flatMap((file) =>
  languages
    .filter((language) => language !== 'en')
    .map((language) => [file.replace('.en.', `.${language}.`), file] as const),
);

test.each(translations)('%s has exactly the sentences of %s', (file, original) => {
  const keys = (path: string) => sentencesIn(readData(path)).map(([key]) => key);
  expect(keys(file).sort()).toEqual(keys(original).sort());
});

test.each(translations)('%s has the blanks of %s', (file, original) => {
  const wanted = new Map(sentencesIn(readData(original)));
  const wrong = sentencesIn(readData(file)).filter(
    ([key, sentence]) => String(blanksIn(sentence)) !== String(blanksIn(wanted.get(key) ?? '')),
  );
  expect(wrong).toEqual([]);
});

interface Words {
  readonly pages?: Record<string, unknown>;
  readonly questions?: Record<string, { readonly options?: Record<string, string> }>;
}
interface Group {
  readonly pages: readonly {
    readonly id: string;
    readonly questions?: readonly { readonly id: string; readonly options?: readonly string[] }[];
  }[];
}

test.each(english)('%s words nothing that no form has', (file) => {
  const id = file.split('/').at(-2) ?? '';
  const isShared = file.includes('/shared/');
  const users = isShared ? forms : forms.filter(([form]) => form === id);
  const pages: Group['pages'] = [
    ...users.flatMap(([, { definition }]) => definition.pages),
    ...(isShared ? (readData(file.replace(/[^/]+$/, 'group.json')) as Group).pages : []),
  ];
  const asked = new Map<string, readonly string[]>();
  for (const question of pages.flatMap((page) => page.questions ?? [])) {
    const known = asked.get(question.id) ?? [];
    asked.set(question.id, [...known, ...('options' in question ? (question.options ?? []) : [])]);
  }
  const words = readData(file) as Words;
  const idle = [
    ...Object.keys(words.pages ?? {}).filter((page) => !pages.some((one) => one.id === page)),
    ...Object.entries(words.questions ?? {}).flatMap(([question, { options = {} }]) => {
      const known = asked.get(question);
      return known ? Object.keys(options).filter((option) => !known.includes(option)) : [question];
    }),
  ];
  expect(idle).toEqual([]);
});
