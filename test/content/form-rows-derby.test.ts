import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import type { PublishedForm, Question } from '#core/forms/definition.ts';
import { promiseOf, recipientOf, relevantPages } from '#core/forms/relevance.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { siteContent } from '#publish/queries.ts';
import { offeredLanguages, sentencesIn } from '../support/content.ts';
import { ASKING_FOR_SUPPORT } from '../support/referrals.ts';

const forms = readForms();
// Nobody opens these by themselves: they come after another form, or after a check.
const AFTERWARDS = ['derby-equality', 'checker-count'];
const derby = forms.filter(({ definition: { id, system } }) => system === 'derby' && !AFTERWARDS.includes(id));
const languages = offeredLanguages().map(({ code }) => code);

function form(id: string, among: readonly PublishedForm[] = forms): PublishedForm {
  const found = among.find(({ definition }) => definition.id === id);
  if (!found) throw new Error(`There is no form ${id}`);
  return found;
}

const questionsOf = ({ definition }: PublishedForm) => definition.pages.flatMap(({ questions }) => questions);
const optionsOf = (of: PublishedForm, id: string): readonly string[] => {
  const asked = questionsOf(of).find((one) => one.id === id);
  return asked && 'options' in asked ? asked.options : [];
};
const pagesOf = (of: PublishedForm, answers: Answers) =>
  relevantPages(of.definition, answers).map(({ page }) => page.id);
const wordsOf = ({ text }: PublishedForm, language = 'en') =>
  sentencesIn(text[language])
    .map(([, sentence]) => sentence)
    .join('\n');

test('every Derby form that people open is named by the programme, the one to ask for help with first', () => {
  const programme = siteContent().programmes.find(({ facts }) => facts.id === 'derby')?.facts;
  const named = programme?.forms.filter((id) => derby.some(({ definition }) => definition.id === id));
  expect(named?.toSorted()).toEqual(derby.map(({ definition }) => definition.id).sort());
  expect(programme?.forms[0]).toBe('derby-self');
});

test('what a Derby form is sent to is a recipient of the programme', () => {
  const programme = siteContent().programmes.find(({ facts }) => facts.id === 'derby')?.facts;
  const missing = derby.flatMap(({ definition }) =>
    definition.routes.filter(({ recipient }) => !programme?.recipients.includes(recipient)),
  );
  expect(missing).toEqual([]);
});

describe.each(derby.map((one) => [one.definition.id, one] as const))('%s', (_, one) => {
  test('[E18] carries the crisis panel', () => {
    expect(one.definition.crisisPanel).toBe(true);
  });

  test('[E3] asks for no diagnosis and no history', () => {
    const labels = questionsOf(one).map(({ id }) => one.text['en']?.questions[id]?.label ?? '');
    expect(labels.filter((label) => /diagnos|history|NHS number|insurance number/i.test(label))).toEqual([]);
  });
});

test.each(
  derby
    .filter(({ definition: { id } }) => ASKING_FOR_SUPPORT.includes(id))
    .map((one) => [one.definition.id, one] as const),
)('[E3] %s says that no diagnosis is needed', (_, one) => {
  expect(one.text['en']?.intro.join(' ')).toMatch(/(not need a|no) diagnosis/i);
});

// U9: the 3 and 7 days are promised for referrals only; nobody can reply to what has no name.
test.each([
  ['derby-carer', 'derby'],
  ['derby-pro', 'derby'],
  ['derby-family-refer', 'derby'],
  ['derby-callback-peer', 'derby'],
  ['derby-transition', 'derby-reply'],
  ['derby-course-deliver', 'none'],
  ['group-start', 'none'],
  ['peer-volunteer', 'none'],
  ['personal-budget-interest', 'none'],
  ['group-feedback', 'anonymous'],
  ['derby-outcomes', 'anonymous'],
  ['derby-course-feedback', 'anonymous'],
])('[E10] %s promises: %s', (id, promise) => {
  expect(form(id).definition.promise).toBe(promise);
});

test('[E10] a course promises the two dates to people new to the service, and none to the others', () => {
  const { definition } = form('derby-course');
  const promised = (newToService: string) => promiseOf(definition, recipientOf(definition, { newToService }));
  expect([promised('yes'), promised('no')]).toEqual(['derby', 'none']);
});

test('[E7] a carer asks for themselves: no answer about the person they support but who they are to them', () => {
  const { definition } = form('derby-carer');
  const answers = { contactMethod: 'phone', derbyResidence: 'derby', ageBand: '50-64' };
  const required = relevantPages(definition, answers)
    .flatMap(({ questions }) => questions)
    .filter((one) => one.required);
  expect(required.map(({ id }) => id)).toEqual([
    'preferredName',
    'contactMethod',
    'phone',
    'derbyResidence',
    'ageBand',
    'carerFor',
    'whatHelp',
    'consentPrivacy',
  ]);
});

test('[E7] a carer who wants support for the person too is led to the form that asks for their consent', () => {
  const links = form('derby-carer').definition.pages.flatMap(({ links = [] }) => links.map(({ href }) => href));
  expect(links).toContain('/forms/derby-family-refer/');
});

test('[E8] a professional sees one page, with one box to write in and none for a history', () => {
  const pro = form('derby-pro');
  expect(pro.definition.layout).toBe('one-page');
  const boxes = questionsOf(pro).filter(({ kind, when }) => kind === 'long-text' && !when);
  expect(boxes.map(({ id }) => id)).toEqual(['reason']);
});

test('[E8] a GP must answer ten things, and may answer ten more', () => {
  const answers = { personAgrees: 'yes', contactMethod: 'phone' };
  const asked = relevantPages(form('derby-pro').definition, answers).flatMap(({ questions }) => questions);
  expect(asked.filter(({ required }) => required).length).toBeLessThanOrEqual(11);
  expect(asked.filter(({ required }) => !required).length).toBeLessThanOrEqual(10);
});

test('[E8] a professional is asked to stay available', () => {
  expect(wordsOf(form('derby-pro'))).toMatch(/stay available while we try to make contact/);
});

test.each([
  ['derby-pro', {}],
  ['derby-family-refer', {}],
  ['derby-transition', { askingFor: 'someone-else' }],
])('[E9] in %s a person who has not agreed ends the route, with what to do instead', (id, answers) => {
  const last = relevantPages(form(id).definition, { ...answers, personAgrees: 'no' }).at(-1)?.page;
  expect(last?.exit).toBe(true);
  expect(last?.links?.map(({ href }) => href)).toEqual(expect.arrayContaining(['/help-now/', '/safeguarding/']));
});

test('[E28] the form to start a group asks for a venue, start-up resources, someone to turn to, and when', () => {
  const start = form('group-start');
  expect(optionsOf(start, 'needs')).toEqual(
    expect.arrayContaining(['venue', 'start-up-resources', 'someone-to-talk-to']),
  );
  expect(optionsOf(start, 'when')).toEqual(expect.arrayContaining(['evening', 'weekend']));
});

test('[E29] an area and an evening with a group already show that group before anything is sent', () => {
  const { definition } = form('group-start');
  const similar = definition.pages.find(({ id }) => id === 'similar');
  expect(similar?.links?.map(({ href }) => href)).toContain('/groups/monday-talking-group/');
  const pages = pagesOf(form('group-start'), { whereArea: 'derby', when: ['evening'] });
  expect(pages).toContain('similar');
  expect(pages.indexOf('similar')).toBeLessThan(pages.indexOf('consent'));
});

const WHO = new Set([
  'preferredName',
  'fullName',
  'contactMethod',
  'phone',
  'mobile',
  'email',
  'address',
  'consentPrivacy',
]);
const saysWho = ({ id, kind }: Question) => WHO.has(id) || ['telephone', 'email', 'postcode', 'date'].includes(kind);

test.each(['group-feedback', 'derby-outcomes', 'derby-course-feedback'])(
  '[E32] [E46] %s is anonymous: it asks nothing that says who answers',
  (id) => {
    expect(form(id).definition.kind).toBe('monitoring');
    expect(questionsOf(form(id)).filter(saysWho)).toEqual([]);
  },
);

test('[E32] people say if a group is safe, useful, accessible, and at times that suit them', () => {
  const asked = questionsOf(form('group-feedback'));
  expect(asked.filter(({ kind }) => kind === 'scale').map(({ id }) => id)).toEqual([
    'feltSafe',
    'useful',
    'accessible',
    'timesSuit',
  ]);
});

test.each(languages)('[E33] in %s what volunteering involves stands before the first question', (language) => {
  const volunteer = form('peer-volunteer');
  const [first] = volunteer.definition.pages;
  expect(first?.questions.map(({ id }) => id)).toEqual(['checksInfoSeen']);
  expect(volunteer.text[language]?.pages['checks']?.body).toHaveLength(3);
});

test('[E33] it says that checks depend on the role, what training covers, and that there is supervision', () => {
  const body = form('peer-volunteer').text['en']?.pages['checks']?.body?.join(' ');
  expect(body).toMatch(/Checks depend on the role/);
  expect(body).toMatch(/training for your role.*keep people safe.*keep private/);
  expect(body).toMatch(/supervision/);
});

test('[E34] group, telephone, one-to-one and course roles can be chosen', () => {
  expect(optionsOf(form('peer-volunteer'), 'interest')).toEqual(
    expect.arrayContaining(['group', 'telephone', 'one-to-one', 'course']),
  );
});

test('[E38] a course is joined online or in a room; what a room needs is not asked online', () => {
  const course = form('derby-course');
  expect(optionsOf(course, 'attendHow')).toEqual(expect.arrayContaining(['online', 'classroom']));
  const asks = (attendHow: string) =>
    relevantPages(course.definition, { attendHow }).some(({ questions }) =>
      questions.some(({ id }) => id === 'accessNeeds'),
    );
  expect([asks('classroom'), asks('online')]).toEqual([true, false]);
});

test('[E39] peers offer to plan, to teach or to tell their story, paid or voluntary', () => {
  const deliver = form('derby-course-deliver');
  expect(optionsOf(deliver, 'interest')).toEqual(['design', 'co-deliver', 'present-story']);
  expect(optionsOf(deliver, 'paidOrVoluntary')).toEqual(['voluntary', 'paid', 'either']);
});

test('[E42] the form for a call says that calls are planned, that nobody rings in, and that it is no crisis line', () => {
  const intro = form('derby-callback-peer').text['en']?.intro.join(' ');
  expect(intro).toMatch(/planned with you/);
  expect(intro).toMatch(/cannot ring in/);
  expect(intro).toMatch(/not a crisis line/);
});

test('[E43] a 17-year-old in the form for adults is led to the form for people who are nearly 18', () => {
  const page = form('derby-self').definition.pages.find(({ id }) => id === 'nearly-18');
  expect(page?.links?.map(({ href }) => href)).toEqual(['/forms/derby-transition/', '/transition/', '/help-now/']);
});

const STATEMENTS = Array.from({ length: 19 }, (_, at) => `d${String(at + 1).padStart(2, '0')}`);
/** U14: which of the 19 suit carers. */
const FOR_CARERS = ['d03', 'd04', 'd05', 'd06', 'd07', 'd11', 'd12', 'd13', 'd14', 'd18', 'd19'];
const scalesFor = (role: string, among?: readonly PublishedForm[]) =>
  relevantPages(form('derby-outcomes', among).definition, { role })
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind === 'scale');

test('[E46] all 19 statements are asked, in order, and each can be skipped', () => {
  expect(scalesFor('person').map(({ id }) => id)).toEqual(STATEMENTS);
  expect(scalesFor('person').filter(({ required }) => required)).toEqual([]);
});

test('[E46] agreeing to d16 asks a or b', () => {
  const asks = (d16: string) =>
    relevantPages(form('derby-outcomes').definition, { role: 'person', d16 }).some(({ questions }) =>
      questions.some(({ id }) => id === 'd16how'),
    );
  expect([asks('agree'), asks('neither'), asks('disagree')]).toEqual([true, false, false]);
  expect(optionsOf(form('derby-outcomes'), 'd16how')).toEqual(['improved', 'stabilised']);
});

test('[E49] a carer is asked the statements that suit carers', () => {
  expect(scalesFor('carer').map(({ id }) => id)).toEqual(FOR_CARERS.map((id) => `${id}-carer`));
});

test.each(languages)('[E49] in %s each statement for carers has words of its own', (language) => {
  const words = form('derby-outcomes').text[language]?.questions;
  const same = FOR_CARERS.filter((id) => words?.[id]?.label === words?.[`${id}-carer`]?.label);
  expect(same).toEqual([]);
});

test('[E48] other statements in their file are another survey, with no code changed', () => {
  const project = mkdtempSync(join(tmpdir(), 'statements-'));
  for (const folder of ['forms', 'content']) cpSync(folder, join(project, folder), { recursive: true });
  const root = join(project, 'forms');
  for (const [name, change] of Object.entries({
    'group.json': (text: string) => text.replaceAll('"d01"', '"n01"'),
    ...Object.fromEntries(
      languages.map((code) => [`text.${code}.json`, (text: string) => text.replaceAll('"d01"', '"n01"')]),
    ),
  })) {
    const file = join(root, 'shared', 'derby-statements', name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  expect(scalesFor('person', readForms(root)).map(({ id }) => id)).toEqual(['n01', ...STATEMENTS.slice(1)]);
});
