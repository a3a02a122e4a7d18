import { expect, test } from 'vitest';
import type { PublishedForm, Question } from '#core/forms/definition.ts';
import { exitOf, isNameless, recipientOf, relevantPages } from '#core/forms/relevance.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { offeredLanguages, readText, sentencesIn } from '../support/content.ts';

/** Rows about the forms of Southwark Works besides swk-self, and about those that belong to the whole site. */

const forms = readForms();
const languages = offeredLanguages().map(({ code }) => code);
const SITE_WIDE = ['complaint', 'compliment', 'event-book', 'reminder-signup', 'access-data', 'report-problem'];
const ANONYMOUS = ['swk-satisfaction', 'swk-employer-story'];
const LOCALITIES = [
  'blaby',
  'charnwood',
  'harborough',
  'hinckley-bosworth',
  'melton',
  'nw-leics',
  'oadby-wigston',
] as const;

function form(id: string): PublishedForm {
  const found = forms.find(({ definition }) => definition.id === id);
  if (!found) throw new Error(`There is no form ${id}`);
  return found;
}

const questionsOf = ({ definition }: PublishedForm) => definition.pages.flatMap(({ questions }) => questions);

function question(of: PublishedForm, id: string): Question {
  const found = questionsOf(of).find((one) => one.id === id);
  if (!found) throw new Error(`${of.definition.id} does not ask "${id}"`);
  return found;
}

const optionsOf = (of: PublishedForm, id: string) => {
  const asked = question(of, id);
  return 'options' in asked ? asked.options : [];
};

const saysIn = (of: PublishedForm, page: string) => of.text['en']?.pages[page]?.body?.join(' ') ?? '';

const lot8 = { personAgrees: 'yes', lotSuggested: 'lot8' };

test('[D32] a referral to Lot 8 without a plan or a number ends at advice, and keeps what was written', () => {
  const pro = form('swk-pro');
  expect(exitOf(pro.definition, { ...lot8, housingPlanOrNumber: 'no' })?.id).toBe('lot8-first');
  expect(saysIn(pro, 'lot8-first')).toMatch(/draft for up to 14 days/);
});

test.each(['plan', 'number', 'both', 'not-sure'])('[D32] a referral to Lot 8 with "%s" can be sent', (held) => {
  expect(exitOf(form('swk-pro').definition, { ...lot8, housingPlanOrNumber: held })).toBeUndefined();
});

test('[D32] the referral to Lot 8 says how to send it to the hub today', () => {
  const pro = form('swk-pro');
  expect(saysIn(pro, 'lot8-first')).toMatch(/Choose the hub/);
  expect(exitOf(pro.definition, { personAgrees: 'yes', lotSuggested: 'swk-hub', housingPlanOrNumber: 'no' })).toBe(
    undefined,
  );
});

test.each([
  ['lot4', 'socialWorker'],
  ['lot5', 'familyAssessmentDone'],
  ['lot8', 'housingPlanOrNumber'],
])('[D32] a referral to %s asks "%s", and no other lot does', (lot, asked) => {
  const { definition } = form('swk-pro');
  const asksFor = (lotSuggested: string) =>
    relevantPages(definition, { personAgrees: 'yes', lotSuggested })
      .flatMap(({ questions }) => questions)
      .some(({ id }) => id === asked);
  expect(optionsOf(form('swk-pro'), 'lotSuggested').filter(asksFor)).toEqual([lot]);
});

test('[D12] a professional is told that no social worker is needed for Lot 4', () => {
  expect(saysIn(form('swk-pro'), 'lot4')).toMatch(/not block them/);
  expect(question(form('swk-pro'), 'socialWorker').required ?? false).toBe(false);
});

test('[D18] a professional can write nothing about a conviction, and is told of help with telling employers', () => {
  const pro = form('swk-pro');
  expect(saysIn(pro, 'lot6')).toMatch(/Do not write what happened.*decide what to tell an employer/);
  const typed = questionsOf(pro).filter(({ kind }) => kind === 'text' || kind === 'long-text');
  expect(typed.filter(({ id }) => /convict|offen|crim|prison/i.test(id))).toEqual([]);
});

test('[E56] a professional says which kind of service they are from, as the source lists them', () => {
  expect(optionsOf(form('swk-pro'), 'referrerType')).toEqual(
    expect.arrayContaining(['network-coordinator', 'jobcentre', 'iapt', 'other']),
  );
});

test('[D41] the survey asks five statements, a few words, and nothing about who answers', () => {
  const survey = form('swk-satisfaction');
  expect(questionsOf(survey).filter(({ kind }) => kind === 'scale')).toHaveLength(5);
  expect(questionsOf(survey)).toHaveLength(8);
  expect(questionsOf(survey).filter(({ required }) => required)).toEqual([]);
});

test.each(ANONYMOUS)('[D41] [G26] %s takes no name, no contact and no consent to be known by', (id) => {
  const survey = form(id);
  expect(survey.definition).toMatchObject({ kind: 'monitoring', promise: 'anonymous' });
  const telling = /name|contact|phone|mobile|email|address|postcode|consent/i;
  expect(questionsOf(survey).filter((asked) => telling.test(asked.id))).toEqual([]);
});

test('[D42] the way to join the forum leads to the events, where the next one stands', () => {
  const links = form('swk-forum').definition.pages.flatMap(({ links: all = [] }) => all.map(({ href }) => href));
  expect(links).toContain('/events/');
});

test.each(SITE_WIDE)('%s belongs to every programme', (id) => {
  expect(form(id).definition).toMatchObject({ system: 'all', kind: 'submission', promise: 'none' });
});

test.each(['complaint', 'compliment'])('[C12] %s can go to each of the seven localities', (id) => {
  const { definition } = form(id);
  expect(optionsOf(form(id), 'locality')).toEqual(expect.arrayContaining([...LOCALITIES]));
  const reached = LOCALITIES.map((locality) => recipientOf(definition, { service: 'slf', locality }));
  expect(reached).toEqual(LOCALITIES.map((locality) => `slf-${locality}`));
});

test.each(['derby', 'southwark-works', 'slf', 'doncaster', 'youfirst'])(
  '[E14] a complaint about %s goes to those who handle its complaints, ended or not',
  (service) => {
    expect(recipientOf(form('complaint').definition, { service })).toBe(`complaints-${service}`);
  },
);

test('[E50] complaint, compliment and suggestion are told apart', () => {
  expect(optionsOf(form('complaint'), 'feedbackKind')).toEqual(['complaint', 'compliment', 'suggestion']);
  expect(optionsOf(form('compliment'), 'feedbackKind')).toEqual(['compliment', 'suggestion']);
});

test('[E51] complaints and compliments have one closed list of themes', () => {
  const themes = optionsOf(form('complaint'), 'theme');
  expect(themes).toEqual(optionsOf(form('compliment'), 'theme'));
  expect(themes).toContain('other');
  for (const id of ['complaint', 'compliment']) expect(question(form(id), 'theme')).toMatchObject({ required: true });
});

test.each(['complaint', 'compliment', 'report-problem'])('%s can be sent with no name', (id) => {
  const { definition } = form(id);
  const asked = (wantReply: string) =>
    relevantPages(definition, { wantReply }).flatMap(({ questions }) => questions.map((one) => one.id));
  expect(asked('no')).not.toContain('preferredName');
  expect(asked('yes')).toEqual(expect.arrayContaining(['preferredName', 'contactMethod', 'interpreter']));
  expect(isNameless(definition, { wantReply: 'no' })).toBe(true);
  expect(isNameless(definition, { wantReply: 'yes' })).toBe(false);
});

test.each(['yes', 'not-sure'])('someone in danger (%s) is told at once where to turn', (danger) => {
  const pages = relevantPages(form('complaint').definition, { feedbackKind: 'complaint', danger });
  expect(pages[1]?.page).toMatchObject({
    id: 'danger-now',
    links: [{ href: '/help-now/' }, { href: '/safeguarding/' }],
  });
  expect(form('complaint').definition.crisisPanel).toBe(true);
});

test('[E65] reminders start only with a tick, and stop with the same form', () => {
  const signup = form('reminder-signup');
  expect(optionsOf(signup, 'reminderAction')).toEqual(['start', 'stop']);
  expect(question(signup, 'remindersOptIn')).toMatchObject({ kind: 'tick', required: true });
  expect(saysIn(signup, 'opt-in')).toMatch(/To stop/);
  expect(signup.text['en']?.intro.join(' ')).toMatch(/for these messages only/);
});

test('[E65] [G26] reminders ask for no name', () => {
  expect(questionsOf(form('reminder-signup')).filter(({ id }) => /name/i.test(id))).toEqual([]);
});

test('[E70] own data: a copy, a correction, deletion and taking back consent, with a reference number', () => {
  const request = form('access-data');
  expect(optionsOf(request, 'requestType')).toEqual(['copy', 'correct', 'delete', 'withdraw']);
  expect(question(request, 'reference')).toMatchObject({ kind: 'text' });
  expect(question(request, 'reference').required ?? false).toBe(false);
  expect(recipientOf(request.definition, {})).toBe('data-protection');
});

test.each(['swk-pro', 'swk-forum', 'swk-course', 'event-book', 'access-data'])(
  '[E59] %s lets people ask for an interpreter',
  (id) => {
    expect(optionsOf(form(id), 'interpreter')).toEqual(expect.arrayContaining(['yes', 'bsl']));
  },
);

test('[D31] someone who asks about a course may say how they heard of it', () => {
  expect(optionsOf(form('swk-course'), 'referralSource').length).toBeGreaterThan(5);
});

test.each(['swk-pro', 'swk-forum', 'swk-course', ...SITE_WIDE])(
  '[D26] %s ends with the tick for the privacy notice',
  (id) => {
    const last = form(id).definition.pages.at(-1);
    expect(last?.questions[0]).toMatchObject({ id: 'consentPrivacy', required: true });
    expect(last?.links).toContainEqual({ href: '/privacy/' });
  },
);

test.each(languages)('[E69] the privacy notice has the version that these forms name, in %s', (language) => {
  const notice = readText(`content/pages/privacy/text.${language}.md`);
  const versions = new Set(SITE_WIDE.map((id) => form(id).definition.privacyNotice));
  expect([...versions].filter((version) => !notice.includes(version))).toEqual([]);
});

test.each(languages)('[E14] the complaints page has the ways online, by phone and on paper, in %s', (language) => {
  const page = readText(`content/pages/complaints/text.${language}.md`);
  expect(page.match(/^- \*\*.*\/forms\/complaint\//gm)?.length).toBeGreaterThanOrEqual(5);
  expect(page).toContain('/forms/compliment/');
});

const LINKED = [
  ['complaint', 'content/pages/complaints/text.LANG.md'],
  ['compliment', 'content/pages/complaints/text.LANG.md'],
  ['report-problem', 'content/pages/accessibility/text.LANG.md'],
  ['access-data', 'content/pages/privacy/text.LANG.md'],
  ['swk-pro', 'content/pages/how-to-refer/text.LANG.md'],
  ['swk-pro', 'content/services/lot8/text.LANG.yaml'],
  ['swk-course', 'content/services/swk-hub/text.LANG.yaml'],
  ['swk-forum', 'content/pages/get-involved/text.LANG.md'],
  ['swk-satisfaction', 'content/pages/get-involved/text.LANG.md'],
  ['swk-employer-story', 'content/pages/get-involved/text.LANG.md'],
] as const;

test.each(LINKED)('%s is linked from where a person looks for it: %s', (id, file) => {
  const silent = languages.filter((language) => !readText(file.replace('LANG', language)).includes(`/forms/${id}/`));
  expect(silent).toEqual([]);
});

test('no sentence of these forms says that somebody will reply by a day', () => {
  const said = [...SITE_WIDE, ...ANONYMOUS, 'swk-pro', 'swk-forum', 'swk-course'].flatMap((id) =>
    sentencesIn(form(id).text['en']).filter(([, text]) =>
      /within \d|working days?|by (mon|tues|wednes|thurs|fri)day/i.test(text),
    ),
  );
  expect(said).toEqual([]);
});
