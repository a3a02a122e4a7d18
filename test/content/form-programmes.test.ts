import { describe, expect, test } from 'vitest';
import type { PublishedForm } from '#core/forms/definition.ts';
import { exitOf, recipientOf, relevantPages } from '#core/forms/relevance.ts';
import { readingAge } from '#core/reading-age.ts';
import { isFormOpen } from '#publish/forms/open-forms.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { readContent } from '#publish/read-content.ts';
import { siteSettings } from '#publish/settings.ts';
import { filesIn, offeredLanguages, readData, readText, sentencesIn } from '../support/content.ts';

const forms = new Map(readForms().map((form) => [form.definition.id, form]));
const { programmes } = readContent();
const languages = offeredLanguages().map(({ code }) => code);

function form(id: string): PublishedForm {
  const found = forms.get(id);
  if (!found) throw new Error(`There is no form ${id}`);
  return found;
}

const questionsOf = (id: string) => form(id).definition.pages.flatMap(({ questions }) => questions);
const optionsOf = (id: string, asked: string): readonly string[] => {
  const question = questionsOf(id).find((one) => one.id === asked);
  return question && 'options' in question ? question.options : [];
};
const requiredIn = (id: string, answers: Parameters<typeof relevantPages>[1]) =>
  relevantPages(form(id).definition, answers).flatMap(({ questions }) =>
    questions.filter(({ required }) => required).map((question) => question.id),
  );
const wordsOf = (id: string, language: string) => sentencesIn(form(id).text[language]).map(([, sentence]) => sentence);

const CLOSED = ['slf', 'doncaster', 'youfirst'];
const ofSystem = (system: string) => [...forms.keys()].filter((id) => form(id).definition.system === system);

describe('programmes that have ended, or that nobody has confirmed', () => {
  test.each(CLOSED.flatMap(ofSystem))('[A2] [A7] %s is not offered', (id) => {
    expect(isFormOpen(id)).toBe(false);
  });

  test.each(CLOSED)('[A2] %s names its forms, so that opening it is one setting', (programme) => {
    const named = programmes.find(({ facts }) => facts.id === programme)?.facts.forms ?? [];
    const asked = ofSystem(programme).filter((id) => !id.endsWith('-equality'));
    expect([...named].sort()).toEqual(asked.sort());
  });

  test.each(ofSystem('all'))('[A12] [C9] %s belongs to everybody and is always offered', (id) => {
    expect(isFormOpen(id)).toBe(true);
  });
});

test.each([...forms.keys()])('[F-13] every recipient of %s is somebody whom a programme or the site names', (id) => {
  const named = new Set([...siteSettings().recipients, ...programmes.flatMap(({ facts }) => facts.recipients)]);
  const { routes } = form(id).definition;
  expect(routes.map(({ recipient }) => recipient).filter((recipient) => !named.has(recipient))).toEqual([]);
});

describe('You First', () => {
  test('[A7] it must know a name, one way to reply and the borough, and no more', () => {
    expect(requiredIn('yf-enquiry', { contactMethod: 'email' })).toEqual([
      'preferredName',
      'contactMethod',
      'email',
      'borough',
      'consentPrivacy',
    ]);
  });

  test('[A8] peer advisor, volunteer, reference group and peer evaluator can be chosen', () => {
    expect(optionsOf('yf-peer', 'role')).toEqual(['peer-advisor', 'volunteer', 'reference-group', 'peer-evaluator']);
  });

  test.each(languages)('[A9] in %s, Get involved leads to the user group with that choice made', (language) => {
    expect(readText(`content/pages/get-involved/text.${language}.md`)).toContain('/forms/involve/#how=reference-group');
    expect(optionsOf('involve', 'how')).toContain('reference-group');
  });

  test('[A12] the team’s page, the page about budgets and the check lead to “What should change?”', () => {
    for (const language of languages) {
      expect(readText(`content/pages/individual-budgets/text.${language}.md`)).toContain('/forms/what-should-change/');
      expect(readText(`content/services/yf-team/text.${language}.yaml`)).toContain('/forms/what-should-change/');
    }
    expect(readText('content/checkers/you-first/checker.yaml')).toContain('/forms/what-should-change/');
  });
});

describe('anonymous forms', () => {
  const anonymous = [
    ['[A11]', 'yf-evaluation'],
    ['[A12]', 'what-should-change'],
    ['[C9] [E52]', 'unmet-need'],
    ['[C11]', 'unmet-need-young'],
    ['[C13]', 'slf-story'],
    ['[D43]', 'swk-story'],
  ] as const;

  test.each(anonymous)('%s %s asks for no name and no way to be reached, and says so', (_, id) => {
    expect(form(id).definition).toMatchObject({ kind: 'monitoring', promise: 'anonymous' });
    const asked = questionsOf(id);
    expect(
      asked.filter((one) => /name|contact|phone|email|address|code/i.test(one.id) && one.id !== 'noNames'),
    ).toEqual([]);
    expect(asked.filter(({ kind }) => ['telephone', 'email', 'postcode', 'date'].includes(kind))).toEqual([]);
    expect(form(id).text['en']?.intro.join(' ')).toMatch(/your name, so nobody can reply|Nobody asks your name/);
  });

  test.each([
    ['[C13]', 'slf-story'],
    ['[D43]', 'swk-story'],
  ])('%s %s warns against names, and asks who may read it', (_, id) => {
    expect(form(id).text['en']?.pages['story']?.body?.[0]).toMatch(/Do not name anyone/);
    expect(questionsOf(id).find((one) => one.id === 'sharePermission')).toMatchObject({
      kind: 'one-of',
      required: true,
    });
    expect(optionsOf(id, 'sharePermission')).toContain('nobody');
  });
});

test('[C11] the form for young people asks less, in plainer words', () => {
  const age = (id: string) => readingAge(wordsOf(id, 'en')) ?? Number.NaN;
  expect(questionsOf('unmet-need-young').length).toBeLessThan(questionsOf('unmet-need').length);
  expect(age('unmet-need-young')).toBeLessThan(age('unmet-need'));
});

test.each(['place', 'age', 'difficulty'])('[C9] a gap can be told by %s, in both versions', (theme) => {
  for (const id of ['unmet-need', 'unmet-need-young']) expect(optionsOf(id, 'theme')).toContain(theme);
});

describe('Leicestershire', () => {
  test('[C3] the thirteen areas of life can be ticked, and “not sure”', () => {
    expect(optionsOf('slf-family', 'supportAreas')).toHaveLength(14);
    expect(questionsOf('slf-family').find(({ id }) => id === 'supportAreas')?.kind).toBe('some-of');
  });

  test('[C3] a place, what would help, a name and one way to reply are all it must know', () => {
    expect(requiredIn('slf-family', { contactMethod: 'email' })).toEqual([
      'locality',
      'supportAreas',
      'preferredName',
      'contactMethod',
      'email',
      'consentPrivacy',
    ]);
  });

  test('[C4] the household is two numbers: nothing else about children can be typed or chosen', () => {
    const about = questionsOf('slf-family').filter(({ id }) => /home|child|family|birth|school/i.test(id));
    expect(about.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'adultsInHome whole-number',
      'childrenInHome whole-number',
    ]);
    expect(questionsOf('slf-family').filter(({ kind }) => kind === 'date')).toEqual([]);
  });

  test('[C6] ticking abuse leads to the page about safety before anything asks how to reach someone', () => {
    const order = relevantPages(form('slf-family').definition, { supportAreas: ['domestic-abuse'] }).map(
      ({ page }) => page.id,
    );
    expect(order).toContain('safety');
    expect(order.indexOf('safety')).toBeLessThan(order.indexOf('contact'));
    expect(optionsOf('slf-family', 'okToLeaveMessage')).toEqual(['yes', 'no']);
  });

  test('[C7] a professional can tell of a Common Assessment, a Team Around the Family and a Lead Professional', () => {
    expect(optionsOf('slf-pro', 'existingPlan')).toEqual(['caf', 'taf', 'lead-professional', 'none', 'dont-know']);
  });

  test('[C7] nothing about the family’s names can be told', () => {
    expect(questionsOf('slf-pro').filter(({ id }) => ['preferredName', 'fullName', 'address'].includes(id))).toEqual(
      [],
    );
  });

  test('[C10] panel, survey and forum are offered to parents, carers and young people', () => {
    expect(optionsOf('involve', 'how')).toEqual(expect.arrayContaining(['panel', 'survey', 'forum']));
    expect(optionsOf('involve', 'iAm')).toEqual(expect.arrayContaining(['parent-carer', 'young-person']));
  });

  const localities = ['blaby', 'charnwood', 'harborough', 'hinckley-bosworth', 'melton', 'nw-leics', 'oadby-wigston'];
  test.each(['slf-family', 'slf-pro', 'slf-volunteer'].flatMap((id) => localities.map((place) => [id, place])))(
    '[C17] [F-13] %s of %s goes to that locality',
    (id, locality) => {
      expect(recipientOf(form(id).definition, { locality, personAgrees: 'yes' })).toBe(`slf-${locality}`);
    },
  );

  test('[C5] no form or checker of Leicestershire calls anybody eligible', () => {
    const files = [...filesIn('forms/slf-*/text.en.json'), 'content/checkers/leicestershire/text.en.yaml'];
    const said = files.flatMap((file) => sentencesIn(readData(file)).map(([, text]) => text));
    expect(said.filter((text) => /eligib/i.test(text))).toEqual([]);
  });
});

describe('Doncaster', () => {
  test('[B4] one way to be found is enough', () => {
    expect(optionsOf('don-enquiry', 'contactMethod')[0]).toBe('find-me');
    expect(requiredIn('don-enquiry', { contactMethod: 'find-me' })).toEqual([
      'inDoncaster',
      'preferredName',
      'contactMethod',
      'whereToFindMe',
      'consentPrivacy',
    ]);
  });

  test('[B3] tonight is asked before anything else', () => {
    expect(questionsOf('don-enquiry')[0]?.id).toBe('sleepingRoughTonight');
  });

  test.each(['don-enquiry', 'don-pro', 'yf-enquiry', 'slf-pro'])(
    '[B5] %s cannot be sent for someone who has not agreed',
    (id) => {
      expect(exitOf(form(id).definition, { askingFor: 'someone-else', personAgrees: 'no' })?.id).toBe('not-agreed');
    },
  );

  test('[B10] the sheet says who asks for the money, wherever one is on it', () => {
    const text = form('don-fund-ask').text['en'];
    const places = [text?.intro, text?.pages['cost']?.body, text?.pages['consent']?.body];
    for (const said of places.map((lines) => lines?.join(' '))) {
      expect(said).toMatch(/Your case worker applies for you/);
    }
  });

  test('[B9] [B10] no sum stands anywhere in the sheet, except as a way to write one', () => {
    const said = wordsOf('don-fund-ask', 'en').filter((text) => /£|\d/.test(text));
    expect(said).toEqual(['In pounds, such as 12.50. You can leave this blank.']);
  });

  test.each(ofSystem('doncaster').flatMap((id) => languages.map((language) => [id, language])))(
    '[B13] %s in %s gives no number of days',
    (id, language) => {
      const said = wordsOf(id, language).filter((text) => /\d+\s*(working )?(days?|dni|dnia|أيام|يوم)/i.test(text));
      expect(said).toEqual([]);
    },
  );

  test('[B15] after the enquiry the equality questions are offered, and stored apart', () => {
    expect(form('don-enquiry').definition.monitoring).toBe('don-equality');
    expect(form('don-equality').definition.kind).toBe('monitoring');
    expect(questionsOf('don-equality').filter(({ required }) => required)).toEqual([]);
  });
});
