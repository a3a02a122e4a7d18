import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '#core/forms/check.ts';
import { composeForm, groupsOf } from '#core/forms/compose.ts';
import { composeText } from '#core/forms/compose-text.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { formatFormFiles } from '#core/forms/exchange/format-files.ts';
import { sentencesFor } from '#core/forms/exchange/translate.ts';
import { TELLS_WHO } from '#core/forms/faults.ts';
import { type GroupTextSource, groupSourceSchema, groupTextSchema } from '#core/forms/parse-form.ts';
import { readingAge } from '#core/reading-age.ts';
import { formContent } from '#publish/forms/form-content.ts';
import { readTemplates } from '#publish/forms/form-templates.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { offeredLanguages, sentencesIn } from '../support/content.ts';

const templates = readTemplates();
const content = formContent('.');
const languages = offeredLanguages().map(({ code }) => code);
const shared = readdirSync('forms/shared');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const groups = new Map(shared.map((id) => [id, groupSourceSchema.parse(json(`forms/shared/${id}/group.json`))]));
const groupText = (id: string, language: string): GroupTextSource =>
  groupTextSchema.parse(json(`forms/shared/${id}/text.${language}.json`));

/** The form and its words, as the build puts them together. */
function composed(files: FormFiles, language = 'en') {
  const form = composeForm(files.source, groups, content);
  if (!form.ok) throw new Error(`${form.problem.where}: ${form.problem.what}`);
  const used = [...new Set(groupsOf(files.source))].map((id) => groupText(id, language));
  const text = composeText(form.value, files.texts[language] ?? expect.fail(`no words in ${language}`), used, language);
  if (!text.ok) throw new Error(`${language} ${text.problem.where}: ${text.problem.what}`);
  return { form: form.value.definition, text: text.value };
}

const named = (id: string) =>
  templates.find(({ source }) => source.id === id) ?? expect.fail(`There is no template ${id}`);
const asked = (files: FormFiles) => composed(files).form.pages.flatMap(({ questions }) => questions);

test('the six that people ask for are there', () => {
  expect(templates.map(({ source }) => source.id)).toEqual([
    'self-referral',
    'feedback',
    'sign-up',
    'complaint',
    'course-booking',
    'group-survey',
  ]);
});

describe.each(templates.map((template) => [template.source.id, template] as const))(
  'the template %s',
  (id, template) => {
    test.each(languages)('composes, with every word, in %s', (language) => {
      const { form, text } = composed(template, language);
      expect(text.title).not.toBe('');
      expect(template.purpose[language]).toMatch(/\w|[ء-ي]/);
      expect(form.pages.length).toBeGreaterThan(2);
    });

    test.each(languages.filter((code) => code !== 'en'))(
      'has every sentence of its own in %s, and no other',
      (language) => {
        const states = sentencesFor(template, language);
        expect(states.filter(({ state }) => state !== 'done').map(({ key }) => key)).toEqual([]);
        const back = sentencesFor({ ...template, sourceLanguage: language }, 'en');
        expect(back.map(({ key }) => key).sort()).toEqual(states.map(({ key }) => key).sort());
      },
    );

    test('says why it asks each question that must be answered', () => {
      const { text } = composed(template);
      const silent = asked(template).filter((one) => one.required && !text.questions[one.id]?.why);
      expect(silent.map((one) => one.id)).toEqual([]);
    });

    test('is in words for readers of 11 or younger', () => {
      expect(readingAge(sentencesIn(template.texts['en']).map(([, text]) => text)) ?? 0).toBeLessThanOrEqual(11);
    });

    test('leaves it to the author who receives it, and which privacy notice it has', () => {
      expect(template.source).toMatchObject({ privacyNotice: 'not-chosen', routes: [{ recipient: 'not-chosen' }] });
    });

    test('[F-18] means by an id what every other form means by it', () => {
      const kinds = new Map(
        readForms().flatMap(({ definition }) =>
          definition.pages.flatMap((page) => page.questions.map((one) => [one.id, one.kind])),
        ),
      );
      expect(asked(template).filter((one) => kinds.has(one.id) && kinds.get(one.id) !== one.kind)).toEqual([]);
    });

    test('lies in its folder as the project writes forms', () => {
      for (const [name, text] of Object.entries(formatFormFiles(template))) {
        expect(readFileSync(`content/form-templates/${id}/${name}`, 'utf8')).toBe(text);
      }
    });
  },
);

describe('the survey', () => {
  const survey = named('group-survey');
  const statements = (files: FormFiles) =>
    composed(files).form.pages.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'scale'));

  test('[A11] is answered without a name: nothing it asks tells who somebody is', async () => {
    const { form, text } = composed(survey);
    expect(form).toMatchObject({ kind: 'monitoring', promise: 'anonymous' });
    expect(
      asked(survey).filter(({ id, kind }) => TELLS_WHO.includes(id) || kind === 'telephone' || kind === 'email'),
    ).toEqual([]);
    expect(text.intro.join(' ')).toMatch(/do not ask your name/);
    expect(await check(form, { groupId: 'other', feltSafe: 'agree' })).toEqual([]);
  });

  test('[E48] other statements in the file of words make another survey: nothing else is changed', () => {
    const english = survey.texts['en'] ?? expect.fail('no English');
    const other: FormFiles = {
      ...survey,
      texts: {
        ...survey.texts,
        en: { ...english, questions: { ...english.questions, feltSafe: { label: 'I was made welcome' } } },
      },
    };
    expect(composed(other).text.questions['feltSafe']?.label).toBe('I was made welcome');
    expect(composed(other).form).toEqual(composed(survey).form);
  });

  test('[E48] the answers of all statements are said once', () => {
    const english = survey.texts['en'];
    expect(Object.keys(english?.scale ?? {})).toHaveLength(5);
    for (const { id } of statements(survey)) expect(english?.questions[id]?.options).toBeUndefined();
  });
});
