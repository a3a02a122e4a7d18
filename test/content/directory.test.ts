import { describe, expect, test } from 'vitest';
import { CHIME } from '../../src/publish/collections/course.ts';
import type { DirectoryKind } from '../../src/publish/collections/kinds.ts';
import { PARTNER_KINDS } from '../../src/publish/collections/organisation.ts';
import { isFormOpen } from '../../src/publish/forms/open-forms.ts';
import { readContent } from '../../src/publish/read-content.ts';
import { unconfirmedSince } from '../../src/publish/standing.ts';
import { filesIn, readText, sentencesIn } from '../support/content.ts';

const { programmes, services, pages, directory } = readContent();
const { topics, organisations, places, groups, courses, events, opportunities } = directory;

/** All things of the directory with their kind. */
const things = Object.entries(directory).flatMap(([kind, list]) =>
  [...list].map(({ folder, facts, text }) => ({ kind: kind as DirectoryKind, folder, facts, text })),
);

/** Every English sentence of a thing, as one text. */
const wordsOf = (thing: { text: { readonly [lang: string]: unknown } } | undefined) =>
  sentencesIn(thing?.text['en'])
    .map(([, sentence]) => sentence)
    .join('\n');
const byId = <Thing extends { facts: { id: string } }>(list: readonly Thing[], id: string) =>
  list.find(({ facts }) => facts.id === id);
const page = (id: string) => wordsOf(byId(pages, id));
const ofProgramme = (id: string) => [
  byId(programmes, id),
  ...services.filter(({ facts }) => facts.programme === id),
  ...organisations.filter(({ facts }) => facts.programmes.includes(id)),
];

/** Numbers that anybody may call, and those that Ofcom keeps for drama. */
const PUBLIC = /^(999|111)$/;
const DRAMA = /^(01632 ?960 ?\d{3}|020 ?7946 ?0\d{3}|07700 ?900 ?\d{3})$/;

describe('every thing of the directory', () => {
  test('has an id in small letters, digits and hyphens', () => {
    expect(things.map(({ facts }) => facts.id).filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('has English words', () => {
    expect(things.filter(({ text }) => !('en' in text)).map(({ folder }) => folder)).toEqual([]);
  });

  test('has no contact that nobody published: examples have drama numbers only', () => {
    const wrong = [...programmes, ...organisations].flatMap(({ folder, facts }) => {
      const { landline, otherPhone, minicom, textMessage, email } = facts.contacts;
      const example = 'example' in facts && facts.example === true;
      const numbers = [landline, otherPhone, minicom, textMessage].flatMap((number) => number ?? []);
      return [
        ...numbers.filter((number) => !(example ? DRAMA : PUBLIC).test(number)),
        ...(email === null || (example && email.endsWith('.example')) ? [] : [email]),
      ].map((contact) => `${folder}: ${contact}`);
    });
    expect(wrong).toEqual([]);
  });

  test('has no telephone number in its facts that is neither', () => {
    const numbers = filesIn('content/{organisations,places,groups,courses,events,opportunities}/*/*.yaml').flatMap(
      (path) => [...readText(path).matchAll(/(?<![\d/-])(?:\+44|0)[\d ]{8,13}\d\b/g)].map(([number]) => number),
    );
    expect(numbers.filter((number) => !DRAMA.test(number))).toEqual([]);
  });

  test('that was made up says so: groups, courses, events, opportunities, and all they stand on', () => {
    const unmarked = [...groups, ...courses, ...events, ...opportunities].filter(({ facts }) => facts.example !== true);
    expect(unmarked.map(({ folder }) => folder)).toEqual([]);
    const addresses = places.filter(({ facts }) => facts.address !== null && facts.example !== true);
    expect(addresses.map(({ facts }) => facts.address)).toEqual(['376 Walworth Road']);
  });
});

describe('topics and what helps with them', () => {
  test('[E15] each topic leads to an organisation that helps', () => {
    const helped = new Set(organisations.flatMap(({ facts }) => (facts.example ? [] : facts.topics)));
    expect(topics.map(({ facts }) => facts.id).filter((id) => !helped.has(id))).toEqual([]);
  });

  test('pages about abuse have a quick exit', () => {
    const quick = topics.filter(({ facts }) => facts.quickExit).map(({ facts }) => facts.id);
    expect(quick).toEqual(expect.arrayContaining(['domestic-abuse', 'safeguarding']));
  });

  test('[C2] there are the 13 support areas, in the order of the source', () => {
    const inOrder = [...directory.supportAreas].sort((a, b) => a.facts.order - b.facts.order);
    expect(inOrder.map(({ facts }) => facts.id)).toEqual([
      'life-skills',
      'money',
      'offending',
      'school',
      'employment',
      'housing',
      'substances',
      'health',
      'disability',
      'domestic-abuse',
      'parenting',
      'relationships',
      'resilience',
    ]);
  });

  test('[C8] each of the 11 partner kinds has an organisation', () => {
    const kinds = new Set(organisations.map(({ facts }) => facts.partnerKind));
    expect(PARTNER_KINDS).toHaveLength(11);
    expect(PARTNER_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('[A5] the lead of You First and its seven partners are there by name', () => {
    const names = organisations.map(({ text }) => text['en']?.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'Resolving Chaos',
        'Lambeth Council',
        'Southwark Council',
        'Lewisham Council',
        'South London and Maudsley NHS Trust',
        'Certitude',
        'Thames Reach',
        'St Giles Trust',
      ]),
    );
  });

  test('[B6] each partner in Doncaster says what it helps with', () => {
    const named = ['st-leger-homes', 'rdash', 'aspire', 'dcst', 'south-yorkshire-police', 'doncaster-probation', 'dwp'];
    for (const id of [...named, 'doncaster-ccg']) {
      expect(byId(organisations, id)?.text['en']?.helpsWith.length, id).toBeGreaterThan(0);
    }
  });

  test('[E73] IPS and Work Your Way have entries that help with work', () => {
    expect(byId(organisations, 'ips-derby')?.facts.topics).toContain('work');
    expect(byId(organisations, 'work-your-way')?.facts.topics).toContain('work');
  });

  test('[D23] the places that Southwark Works goes out to are listed', () => {
    const names = places.map(({ text }) => text['en']?.name).join('\n');
    expect(names).toMatch(/libraries/);
    expect(names).toMatch(/Adult Learning Centre/);
    expect(names).toMatch(/Jobcentre Plus/);
    expect(names).toMatch(/Tenant and resident associations/);
  });
});

describe('programmes say honestly how they stand', () => {
  test('[A1] You First is for several needs in three boroughs, and says so first', () => {
    const first = byId(programmes, 'youfirst')?.text['en']?.about[0] ?? '';
    for (const word of ['Lambeth', 'Southwark', 'Lewisham', 'several big needs']) expect(first).toContain(word);
  });

  test('[A2] You First ended in 2021, and none of its forms is offered', () => {
    const { facts } = byId(programmes, 'youfirst') ?? {};
    expect(facts).toMatchObject({ status: 'ended', validTo: '2021-12-31' });
    expect(facts?.forms.filter(isFormOpen)).toEqual([]);
  });

  test('[A4] keyworkers and peer advisors are told by role', () => {
    expect(wordsOf(byId(services, 'yf-team'))).toMatch(/Keyworkers[\s\S]*Peer advisors/);
  });

  test('[B1] Complex Lives names its five challenges, and that help is for a combination', () => {
    const words = wordsOf(byId(programmes, 'doncaster'));
    expect(words).toContain('combination');
    for (const one of ['homelessness', 'addiction', 'mental illness', 'physical health', 'offending']) {
      expect(words).toContain(one);
    }
  });

  test('[B8] both levels of support are told, with no number of people a worker has', () => {
    const words = ['don-intensive', 'don-navigator'].map((id) => wordsOf(byId(services, id))).join('\n');
    expect(words).toContain('homeless');
    expect(words).not.toMatch(/\d/);
  });

  test('[B12] Complex Lives is unconfirmed since 31 March 2019, until somebody has checked it later', () => {
    const facts = byId(programmes, 'doncaster')?.facts;
    if (!facts) throw new Error('Doncaster is missing.');
    expect(unconfirmedSince(facts)).toBe('2019-03-31');
    expect(unconfirmedSince({ ...facts, lastChecked: '2026-11-22' })).toBeUndefined();
  });

  test('[B13] nothing about Doncaster promises a number of days', () => {
    const words = [
      ...ofProgramme('doncaster').map(wordsOf),
      page('changing-lives-fund'),
      page('next-step-accommodation'),
    ];
    expect(words.filter((text) => /\b\w+ (working )?days\b/i.test(text))).toEqual([]);
  });

  test('[C15] no count of families of 2012 stands anywhere', () => {
    const COUNTS = /\b(3,?302|1,?284|2,?018 families|1,?066|1,?300|2,?000 famil)/;
    const texts = filesIn('content/**/text.*.{yaml,md}').filter((path) => COUNTS.test(readText(path)));
    expect(texts).toEqual([]);
  });

  test('[C16] Supporting Leicestershire Families ran from 2013 to 2016 and has ended', () => {
    const slf = byId(programmes, 'slf');
    expect(slf?.facts).toMatchObject({ status: 'ended', validFrom: '2013-04-01', validTo: '2016-03-31' });
    expect(wordsOf(slf)).toMatch(/2013[\s\S]*2016/);
    expect(directory.areas.filter(({ facts }) => facts.programme === 'slf')).toHaveLength(7);
  });

  test('[D48] Southwark Works promises the job that is right for you, in plain words', () => {
    expect(wordsOf(byId(programmes, 'southwark-works'))).toMatch(/the job that is right for them/);
  });

  test('[D10] the mental health service tells its three ways in', () => {
    const ways = byId(services, 'lot3')?.text['en']?.howToGetIn.join('\n') ?? '';
    expect(ways).toMatch(/voluntary organisation/i);
    expect(ways).toMatch(/mental health team/i);
    expect(ways).toMatch(/IAPT/);
  });

  test('[D17] the service for parents tells of flexible childcare', () => {
    expect(wordsOf(byId(services, 'lot5'))).toMatch(/flexible childcare/);
  });
});

describe('groups, courses, events and opportunities', () => {
  test('[E31] a group that costs something says what for, and that it need not be paid', () => {
    for (const { facts, text } of groups.filter((group) => group.facts.cost.kind === 'amount')) {
      expect(text['en']?.costFor, facts.id).toBeDefined();
      expect(facts.cost, facts.id).toMatchObject({ canBeWaived: true });
    }
  });

  test('[E75] each group says who runs it', () => {
    const kinds = new Set(groups.map(({ facts }) => facts.runBy));
    expect([...kinds].sort()).toEqual(['independent', 'staff', 'volunteer']);
  });

  test('[E60] British Sign Language is there to be filtered by', () => {
    const bsl = new Set(groups.map(({ facts }) => facts.bsl));
    expect([...bsl]).toEqual(expect.arrayContaining(['bsl-led', 'interpreted']));
  });

  test('the carer of issue 3 finds one: Saturday, in Arabic, free, step-free, with a carer', () => {
    const found = groups.filter(
      ({ facts }) =>
        facts.languages.includes('ar') &&
        facts.cost.kind === 'free' &&
        facts.carersWelcome === 'yes' &&
        facts.sessions.some(
          ({ rule, place }) => rule?.includes('SA') && byId(places, place ?? '')?.facts.stepFree === 'yes',
        ),
    );
    expect(found.map(({ facts }) => facts.id)).toEqual(['arabic-saturday']);
  });

  test('[E35] each recovery course has CHIME words and a format, and all six words are taught', () => {
    const derby = courses.filter(({ facts }) => facts.programme === 'derby');
    expect(derby.filter(({ facts }) => facts.chime.length === 0)).toEqual([]);
    const taught = new Set(derby.flatMap(({ facts }) => facts.chime));
    expect(CHIME.filter((word) => !taught.has(word))).toEqual([]);
  });

  test('[E37] each recovery course says that it is learning, not therapy', () => {
    const derby = courses.filter(({ facts }) => facts.programme === 'derby');
    expect(derby.filter((course) => !/learning, not therapy/.test(wordsOf(course)))).toEqual([]);
  });

  test('[D45] courses in Southwark have a level and a provider to filter by', () => {
    const southwark = courses.filter(({ facts }) => facts.programme === 'southwark-works').map(({ facts }) => facts);
    expect(new Set(southwark.map(({ level }) => level)).size).toBeGreaterThan(3);
    expect(new Set(southwark.map(({ provider }) => provider)).size).toBeGreaterThan(1);
  });

  test.each([
    ['[A10]', 'learning-event'],
    ['[D42]', 'client-forum'],
    ['[D46]', 'job-fair'],
    ['[E63]', 'taster'],
    ['[E63]', 'open-day'],
    ['[E64]', 'awareness-day'],
  ])('%s there is an event of the kind %s', (_, kind) => {
    expect(events.map(({ facts }) => facts.kind)).toContain(kind);
  });

  test('[E64] an event is tagged with World Mental Health Day', () => {
    expect(events.map(({ facts }) => facts.awarenessDay)).toContain('world-mental-health-day');
  });

  test('[F-7] opportunities differ in kind, language, area, hours and contract', () => {
    const values = (field: 'kind' | 'area' | 'hours' | 'contract') =>
      new Set(opportunities.map(({ facts }) => facts[field])).size;
    expect(values('kind')).toBe(6);
    for (const field of ['area', 'hours', 'contract'] as const) expect(values(field), field).toBeGreaterThan(2);
    expect(new Set(opportunities.flatMap(({ facts }) => facts.languages))).toEqual(new Set(['en', 'pl', 'ar']));
  });

  test('[F-8] an opportunity that asks for a skill leads to a course that teaches it', () => {
    expect(
      opportunities.filter(({ facts }) => facts.skills.length > 0 && facts.training.length > 0).length,
    ).toBeGreaterThan(3);
  });
});

describe('pages', () => {
  test.each([
    ['[A6] individual budgets promise none', 'individual-budgets', /does not promise you a budget/],
    ['[B9] a case worker asks the fund', 'changing-lives-fund', /Your case worker asks the fund/],
    ['[B11] next step accommodation links to Housing Options', 'next-step-accommodation', /Housing Options at \[/],
    [
      '[D47] the London Living Wage and the Good Work Standard are told',
      'employers',
      /accredited[\s\S]*Good Work Standard/,
    ],
    ['[D49] asking for reasonable adjustments is told', 'reasonable-adjustments', /How to ask/],
    ['[E37] recovery education is learning', 'recovery-education', /It is learning, not therapy/],
    ['[E43] turning 18 has a contact, or says that there is none yet', 'transition', /Contact for turning 18: not yet/],
    ['[E44] support follows a Safe Haven or Crisis Cafe', 'crisis-follow-up', /Safe Haven[\s\S]*Crisis Cafe/],
    ['[E66] peer leaders find good practice', 'good-practice', /For people who run a group/],
    ['[E72] paid extras are separate from the free service', 'personal-budgets', /Paid extras are separate/],
    ['[E13] the steps have both limits', 'how-referral-works', /3 working days[\s\S]*7 working days/],
    ['[E74] surgeries see both limits on one page', 'how-to-refer', /3 working days[\s\S]*7 working days/],
    ['[E76] steps and by whom, when things get worse', 'if-things-get-worse', /1\. \*\*You\*\*[\s\S]*member of staff/],
  ])('%s', (_, id, words) => {
    expect(page(id)).toMatch(words);
  });

  test('[B9] the fund has no amount', () => {
    expect(`${page('changing-lives-fund')}${wordsOf(byId(services, 'don-fund'))}`).not.toMatch(/£|\d,\d{3}/);
  });

  test('[E36] all six words of CHIME are explained', () => {
    const words = page('recovery-education');
    for (const one of ['Connectiveness', 'Hope', 'Identity', 'Resilience', 'Meaningful opportunities', 'Empowerment']) {
      expect(words).toContain(`**${one}.**`);
    }
  });

  test('[E45] physical health leads to exercise, healthy eating and stopping smoking', () => {
    for (const one of ['Exercise', 'Healthy eating', 'Stopping smoking']) {
      expect(page('physical-health')).toMatch(new RegExp(`\\*\\*${one}\\.\\*\\* \\[`));
    }
  });

  test('[E71] safeguarding links the four addresses of the source', () => {
    const links = [...page('safeguarding').matchAll(/\]\((https:[^)]+)\)/g)].map(([, href]) => href);
    expect(links).toEqual([
      'https://www.derby.gov.uk/health-and-social-care/safeguarding-adults-at-risk/safeguarding-vulnerable-adults',
      'https://www.derbysab.org.uk/',
      'https://www.derby.gov.uk/health-and-social-care/safeguarding-children/',
      'https://www.ddscp.org.uk/',
    ]);
  });

  test('[E67] each link of a page that leaves the site says so, and where it goes', () => {
    const silent = pages.flatMap(({ facts, text }) =>
      [...(text['en']?.body ?? '').matchAll(/\[([^\]]+)\]\(https:\/\/(?:www\.)?([^)/]+)[^)]*\)/g)].flatMap(
        ([, said = '', host = '']) => (said.includes(host) ? [] : [`${facts.id}: ${said}`]),
      ),
    );
    expect(silent).toEqual([]);
  });

  test('[E67] each page with links that leave the site says that they do', () => {
    const silent = pages.filter(({ text }) => {
      const body = text['en']?.body ?? '';
      return /\]\(https:/.test(body) && !/leaves? this site/.test(body);
    });
    expect(silent.map(({ facts }) => facts.id)).toEqual([]);
  });

  test('[C18] safeguarding is in the footer, so one step from every page', () => {
    expect(byId(pages, 'safeguarding')?.facts.footer).toBe(true);
  });
});
