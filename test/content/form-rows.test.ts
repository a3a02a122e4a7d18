import { expect, test } from 'vitest';
import type { PublishedForm, Question } from '#core/forms/definition.ts';
import { recipientOf, relevantAnswers, relevantPages } from '#core/forms/relevance.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { sentencesIn } from '../support/content.ts';
import { ASKING_FOR_SUPPORT, ASKING_HOW_HEARD } from '../support/referrals.ts';

const forms = readForms();
/** Forms that ask for support for somebody. Others, such as starting a group, ask less. */
const asking = forms
  .filter(({ definition }) => ASKING_FOR_SUPPORT.includes(definition.id))
  .map((form) => [form.definition.id, form] as const);
const referrals = forms
  .filter(({ definition }) => definition.kind === 'submission')
  .map((form) => [form.definition.id, form] as const);
// Those that come after a form about somebody: they ask about equality.
const monitoring = forms
  .filter(({ definition: { id } }) => referrals.some(([, { definition }]) => definition.monitoring === id))
  .map((form) => [form.definition.id, form] as const);

function form(id: string): PublishedForm {
  const found = forms.find(({ definition }) => definition.id === id);
  if (!found) throw new Error(`There is no form ${id}`);
  return found;
}

const questionsOf = ({ definition }: PublishedForm) => definition.pages.flatMap(({ questions }) => questions);
const wordsOf = ({ text }: PublishedForm) =>
  sentencesIn(text['en'])
    .map(([, sentence]) => sentence)
    .join('\n');

function question(of: PublishedForm, id: string): Question {
  const found = questionsOf(of).find((one) => one.id === id);
  if (!found) throw new Error(`${of.definition.id} does not ask "${id}"`);
  return found;
}

const optionsOf = (of: PublishedForm, id: string) => {
  const asked = question(of, id);
  return 'options' in asked ? asked.options : [];
};

const shows = (of: PublishedForm, answers: Parameters<typeof relevantPages>[1], id: string) =>
  relevantPages(of.definition, answers).some(
    ({ page, questions }) => page.id === id || questions.some((one) => one.id === id),
  );

test.each(['employed', 'self-employed', 'statutory-sick-pay', 'apprentice'])(
  '[D8] a resident (%s) who wants better work and names no other need goes straight to Lot 9',
  (workStatus) => {
    const answers = { workStatus, wantsBetterWork: 'yes', ageBand: '26-49' };
    expect(recipientOf(form('swk-self').definition, answers)).toBe('swk-lot9');
  },
);

test('[D9] the form of someone not in work goes to the Network Coordinator, whatever they need', () => {
  const answers = { workStatus: 'not-in-work', needs: ['conviction'], ageBand: '26-49', goal: 'better-work' };
  expect(recipientOf(form('swk-self').definition, answers)).toBe('swk-hub');
});

test('[D9] the form says in words that it goes to the Network Coordinator', () => {
  expect(form('swk-self').text['en']?.recipients['swk-hub']).toContain('Network Coordinator');
});

test('[D9] someone in work who names another need goes to the Network Coordinator', () => {
  const answers = { workStatus: 'employed', wantsBetterWork: 'yes', needs: ['mentalHealth'], ageBand: '26-49' };
  expect(recipientOf(form('swk-self').definition, answers)).toBe('swk-hub');
});

test.each(['not-in-work', 'statutory-sick-pay', 'employed'])(
  '[D11] someone with a mental health need (%s) is asked nothing that stops them',
  (workStatus) => {
    const { definition } = form('swk-self');
    const answers = { workStatus, needs: ['mentalHealth'], ageBand: '26-49', hasFixedAddress: 'no' };
    expect(relevantPages(definition, answers).at(-1)?.page.id).toBe('consent');
    expect(recipientOf(definition, answers)).toBe('swk-hub');
  },
);

test('[D12] someone with a learning disability is asked about a social worker, and told that it blocks nothing', () => {
  const swk = form('swk-self');
  expect(shows(swk, { needs: ['learningDisability'] }, 'socialWorker')).toBe(true);
  expect(shows(swk, { needs: ['housing'] }, 'socialWorker')).toBe(false);
  expect(question(swk, 'socialWorker').required ?? false).toBe(false);
  expect(swk.text['en']?.pages['social-worker']?.body?.join(' ')).toMatch(/not block you/);
});

test('[D18] nothing can be typed about a conviction, and help with telling employers is offered', () => {
  const swk = form('swk-self');
  const typed = questionsOf(swk).filter(({ kind }) => kind === 'text' || kind === 'long-text');
  expect(typed.filter(({ id }) => /convict|offen|crim|prison/i.test(id))).toEqual([]);
  expect(shows(swk, { needs: ['conviction'] }, 'convictions')).toBe(true);
  expect(swk.text['en']?.pages['convictions']?.body?.join(' ')).toMatch(/help you decide what to tell an employer/);
});

test.each([
  ['a plan', { housingPlan: 'yes', councilReferralNumber: 'no' }, false],
  ['a number', { housingPlan: 'no', councilReferralNumber: 'yes' }, false],
  ['neither', { housingPlan: 'no', councilReferralNumber: 'no' }, true],
])('[D20] someone homeless with %s: sent to Housing Solutions first is %o %s', (_, held, first) => {
  const answers = { needs: ['homeless'], engagedHousingSolutions: 'yes', ...held };
  expect(shows(form('swk-self'), answers, 'housing-first')).toBe(first);
});

test('[D22] people choose evenings, weekends, and how to meet', () => {
  const swk = form('swk-self');
  expect(optionsOf(swk, 'bestTimes')).toEqual(expect.arrayContaining(['evening', 'weekend']));
  expect(optionsOf(swk, 'meetHow')).toEqual(expect.arrayContaining(['online', 'face-to-face']));
});

test('[D24] the Southwark form says that proof is shown to an adviser and never sent', () => {
  expect(form('swk-self').text['en']?.pages['right-to-work']?.body?.join(' ')).toMatch(/show them proof/);
});

test.each(referrals)('[D26] %s cannot be sent before the privacy notice is ticked, and asks it last', (_, referral) => {
  expect(question(referral, 'consentPrivacy')).toMatchObject({ kind: 'tick', required: true });
  expect(referral.definition.pages.at(-1)?.questions.map(({ id }) => id)).toContain('consentPrivacy');
  expect(referral.definition.pages.at(-1)?.links).toContainEqual({ href: '/privacy/' });
});

test.each(asking)('[D27] in %s sharing is a question of its own that nobody must answer', (_, referral) => {
  const share = questionsOf(referral).filter(({ id }) => id === 'consentShare' || id === 'sharedInfoAgreed');
  expect(share).toHaveLength(1);
  expect(share[0]?.required ?? false).toBe(false);
});

test('[D27] Southwark Works asks about sharing with its other services', () => {
  expect(optionsOf(form('swk-self'), 'consentShare')).toContain('other-providers');
});

const WORK_DETAILS = ['employmentType', 'contractType', 'weeklyHours', 'hourlyPay'];

test.each([...WORK_DETAILS, 'onSsp'])('[D28] %s is asked only of someone in work', (id) => {
  const swk = form('swk-self');
  expect(shows(swk, { workStatus: 'employed' }, id)).toBe(true);
  for (const workStatus of ['not-in-work', 'in-education', 'other']) expect(shows(swk, { workStatus }, id)).toBe(false);
  expect(shows(swk, {}, id)).toBe(false);
});

test('[D28] work details left behind by a change of mind are not sent', () => {
  const answers = { workStatus: 'not-in-work', hourlyPay: '13.15' };
  expect(relevantAnswers(form('swk-self').definition, answers)).toEqual({ workStatus: 'not-in-work' });
});

test.each(WORK_DETAILS)('[D29] %s may be left empty', (id) => {
  expect(question(form('swk-self'), id).required ?? false).toBe(false);
});

test.each(ASKING_HOW_HEARD)('[D31] %s asks how people heard of the service', (id) => {
  expect(optionsOf(form(id), 'referralSource').length).toBeGreaterThan(5);
});

test('[E3] the Derby form asks for no diagnosis and says that none is needed', () => {
  const derby = form('derby-self');
  const labels = questionsOf(derby).map(({ id }) => derby.text['en']?.questions[id]?.label ?? '');
  expect(labels.filter((label) => /diagnos/i.test(label))).toEqual([]);
  expect(derby.text['en']?.intro.join(' ')).toMatch(/do not need a diagnosis/);
});

test('[E5] someone in Derby for hospital or care goes on without a detour', () => {
  const derby = form('derby-self');
  expect(optionsOf(derby, 'derbyResidence')).toContain('temporary');
  expect(shows(derby, { derbyResidence: 'temporary' }, 'not-derby')).toBe(false);
});

test('[E6] Derby must know only a name, one contact, residence, age band, help wanted and consent', () => {
  const { definition } = form('derby-self');
  const answers = { contactMethod: 'phone', derbyResidence: 'derby', ageBand: '25-34' };
  const required = relevantPages(definition, answers)
    .flatMap(({ questions }) => questions)
    .filter((one) => one.required);
  expect(required.map(({ id }) => id)).toEqual([
    'preferredName',
    'contactMethod',
    'phone',
    'derbyResidence',
    'ageBand',
    'whatHelp',
    'consentPrivacy',
  ]);
});

test.each(optionsOf(form('derby-self'), 'contactMethod').map((method) => [method]))(
  '[E6] one way to reply is enough: %s asks for at most one detail',
  (contactMethod) => {
    const page = relevantPages(form('derby-self').definition, { contactMethod }).find(
      (one) => one.page.id === 'contact',
    );
    expect((page?.questions.length ?? 0) <= 2).toBe(true);
  },
);

test.each(['condition', 'transport', 'childcare', 'caring'])(
  '[E41] someone who cannot come in (%s) is offered phone or online support before the end',
  (cannotAttendReason) => {
    expect(shows(form('derby-self'), { cannotAttendReason }, 'phoneOrOnline')).toBe(true);
  },
);

test('[E42] the form says that calls from volunteers are planned and nobody can ring in', () => {
  const body = form('derby-self').text['en']?.pages['phone-online']?.body?.join(' ') ?? '';
  expect(body).toMatch(/plan each call/);
  expect(body).toMatch(/cannot ring in/);
});

const CHARACTERISTICS = [
  'Age',
  'Disability',
  'Gender',
  'Marriage',
  'Pregnancy',
  'Ethnic',
  'Religion',
  'Sex',
  'Orientation',
];

test.each(monitoring)('[E57] [D30] %s asks about each of the nine characteristics, all optional', (_, equality) => {
  const asked = questionsOf(equality);
  const missing = CHARACTERISTICS.filter(
    (name) => !asked.some(({ id }) => id.toLowerCase().includes(name.toLowerCase())),
  );
  expect(missing).toEqual([]);
  expect(asked.filter(({ required }) => required)).toEqual([]);
});

test('[E57] Derby asks about other disadvantage too', () => {
  expect(questionsOf(form('derby-equality')).map(({ id }) => id)).toContain('eqDisadvantage');
});

test.each(monitoring)('[E57] every choice in %s can be declined', (_, equality) => {
  const choices = questionsOf(equality).filter(({ kind }) => kind === 'one-of' || kind === 'some-of');
  const pressing = choices.filter((one) => !('options' in one && one.options.includes('prefer-not-to-say')));
  expect(pressing.map(({ id }) => id)).toEqual([]);
});

test.each(monitoring)('[G26] [D30] %s shares no question with the forms that carry a name', (_, equality) => {
  const named = new Set(referrals.flatMap(([, referral]) => questionsOf(referral).map(({ id }) => id)));
  expect(questionsOf(equality).filter(({ id }) => named.has(id))).toEqual([]);
});

test.each(asking)('[E58] %s asks what would make this easier', (_, referral) => {
  expect(wordsOf(referral)).toMatch(/what would make this easier/i);
  expect(optionsOf(referral, 'accessNeeds')).toContain('step-free');
});

test.each(asking)('[E59] %s lets people ask for an interpreter', (_, referral) => {
  expect(optionsOf(referral, 'interpreter')).toEqual(expect.arrayContaining(['yes', 'bsl']));
});

test.each(referrals)('[G27] %s names the version of its privacy notice', (_, referral) => {
  expect(referral.definition.privacyNotice).toMatch(/\d{4}/);
});
