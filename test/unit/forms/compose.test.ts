import { describe, expect, test } from 'vitest';
import { composeForm } from '#core/forms/compose.ts';
import { composeText } from '#core/forms/compose-text.ts';
import { type FormContent, NO_CONTENT, type Offered } from '#core/forms/from-content.ts';
import { formSourceSchema, formTextSchema, type GroupSource, groupSourceSchema } from '#core/forms/parse-form.ts';
import { recipientOf, relevantPages } from '#core/forms/relevance.ts';

const age: GroupSource = groupSourceSchema.parse({
  pages: [{ id: 'age', questions: [{ id: 'ageBand', kind: 'one-of', options: ['young', 'old'] }] }],
});
const groups = new Map([['age', age]]);

function source(pages: readonly unknown[], changes: object = {}) {
  return formSourceSchema.parse({
    id: 'a-form',
    system: 'derby',
    kind: 'submission',
    audience: 'resident',
    promise: 'none',
    privacyNotice: 'v1',
    crisisPanel: false,
    routes: [{ recipient: 'team' }],
    pages,
    ...changes,
  });
}

function composed(pages: readonly unknown[], content: FormContent = NO_CONTENT, changes: object = {}) {
  const made = composeForm(source(pages, changes), groups, content);
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made.value;
}

const questionsOf = (pages: readonly unknown[], content?: FormContent) =>
  composed(pages, content).definition.pages.flatMap(({ questions }) => questions);

test('[F-18] a shared group keeps its question ids, with the options a form sets', () => {
  const [question] = questionsOf([{ use: 'age', with: { ageBand: { options: ['under-16', '16-17'] } } }]);
  expect(question).toMatchObject({ id: 'ageBand', options: ['under-16', '16-17'] });
});

const yesNo = (id: string) => ({ id, kind: 'one-of', options: ['yes', 'no'] });

test.each<[string, readonly unknown[], string]>([
  [
    'a group that is not there',
    [{ use: 'agee' }],
    'There is no such group in forms/shared. The nearest name is "age".',
  ],
  ['a question that a group does not ask', [{ use: 'age', only: ['ageBant'] }], 'The nearest name is "ageBand".'],
  ['two pages with one id', [{ id: 'a' }, { id: 'a' }], 'Two pages have this id'],
  [
    'a condition on a question that comes later',
    [{ id: 'a', when: { question: 'ageBand', is: 'old' } }, { use: 'age' }],
    'not a question before it but after it',
  ],
  [
    'a condition on a question that nobody asks',
    [{ use: 'age' }, { id: 'a', when: { question: 'ageBandd', is: 'old' } }],
    'asks about "ageBandd", which is not a question before it',
  ],
  [
    'two questions that wait for each other',
    [
      {
        id: 'a',
        questions: [
          { ...yesNo('first'), when: { question: 'second', is: 'yes' } },
          { ...yesNo('second'), when: { question: 'first', is: 'yes' } },
        ],
      },
    ],
    'It waits for "second", and "second" waits for it: a loop',
  ],
  [
    'two pages that wait for each other',
    [
      { id: 'a', when: { question: 'second', is: 'yes' }, questions: [yesNo('first')] },
      { id: 'b', when: { question: 'first', is: 'yes' }, questions: [yesNo('second')] },
    ],
    'a loop',
  ],
  [
    'a condition on an option that is not there',
    [{ use: 'age' }, { id: 'b', when: { question: 'ageBand', is: 'ancient' } }],
    'does not have: ancient',
  ],
  [
    'an exit that leads to one place',
    [{ use: 'age' }, { id: 'b', exit: true, when: { question: 'ageBand', is: 'old' }, links: ['/help-now/'] }],
    'fewer than two other places',
  ],
  ['an exit for everybody', [{ id: 'b', exit: true, links: ['/help-now/', '/services/'] }], 'Everybody would end here'],
  [
    'an exit that asks something',
    [{ use: 'age' }, { id: 'b', exit: true, when: { question: 'ageBand', is: 'old' }, questions: [yesNo('q')] }],
    'It is an exit and asks something',
  ],
  ['a choice without options', [{ id: 'a', questions: [{ id: 'q', kind: 'one-of' }] }], 'nothing to choose from'],
  [
    'a choice with two sources of options',
    [{ id: 'a', questions: [{ ...yesNo('q'), optionsFrom: 'groups' }] }],
    'both "options" and "optionsFrom"',
  ],
  [
    'a choice among what the content does not have',
    [{ id: 'a', questions: [{ id: 'q', kind: 'one-of', optionsFrom: 'courses' }] }],
    'The content has no courses for it now.',
  ],
  ['a repeating page that asks nothing', [{ id: 'a', repeat: { most: 2 } }], 'It repeats and asks nothing'],
])('%s is named', (_title, pages, what) => {
  const made = composeForm(source(pages), groups);
  expect(!made.ok && made.problem.what).toContain(what);
  expect(!made.ok && made.problem.cure).not.toBe('');
});

describe('an anonymous form', () => {
  const survey = { kind: 'monitoring', promise: 'anonymous' };

  test.each<[string, object, string]>([
    ['promises no dates', { kind: 'monitoring', promise: 'derby' }, 'can promise no reply'],
    ['is of kind monitoring', { promise: 'anonymous' }, 'Only a form of kind "monitoring"'],
  ])('%s', (_title, changes, what) => {
    const made = composeForm(source([{ use: 'age' }], changes), groups);
    expect(!made.ok && made.problem.what).toContain(what);
  });

  test('[G26] asks nothing that tells who somebody is', () => {
    const named = { id: 'you', questions: [{ id: 'preferredName', kind: 'text', maxLength: 9 }] };
    const made = composeForm(source([named], survey), groups);
    expect(!made.ok && made.problem).toMatchObject({ where: 'question "preferredName"' });
  });
});

const thing = (id: string, more: Partial<Offered> = {}): Offered => ({
  id,
  name: { en: `The ${id}`, pl: `Ten ${id}` },
  ...more,
});
const content: FormContent = {
  ...NO_CONTENT,
  programmes: [thing('derby'), thing('slf')],
  groups: [
    thing('walk', { programme: 'derby', areas: ['derby'], days: ['sun', 'weekend', 'any'] }),
    thing('art', { programme: 'derby', areas: ['derby'], days: ['tue', 'weekday-evening', 'evening', 'any'] }),
    thing('club', { programme: 'southwark-works', areas: ['peckham'], days: ['evening', 'any'] }),
  ],
  localities: [thing('blaby', { programme: 'slf', kind: 'district' }), thing('derby', { programme: 'derby' })],
};

describe('options from the content', () => {
  const pick = (more: object) => [{ id: 'a', questions: [{ id: 'groupId', kind: 'one-of', ...more }] }];

  test('are its ids, and those of the form after them', () => {
    expect(questionsOf(pick({ optionsFrom: 'groups', also: ['other'] }), content)).toEqual([
      { id: 'groupId', kind: 'one-of', options: ['walk', 'art', 'club', 'other'] },
    ]);
  });

  test('can be those of one programme', () => {
    const [question] = questionsOf(pick({ optionsFrom: 'localities', where: { programme: 'slf' } }), content);
    expect(question).toMatchObject({ options: ['blaby'] });
  });

  test('of a programme that is not there name the nearest', () => {
    const made = composeForm(source(pick({ optionsFrom: 'groups', where: { programme: 'derbi' } })), groups, content);
    expect(!made.ok && made.problem).toMatchObject({
      where: 'question "groupId"',
      what: '"derbi" is not a programme. The nearest name is "derby".',
    });
  });

  test('have the names of the content in each language', () => {
    const form = composed(pick({ optionsFrom: 'groups', also: ['other'] }), content);
    const text = formTextSchema.parse({
      title: 'T',
      intro: [],
      recipients: { team: 'us' },
      pages: { a: { title: 'A' } },
      questions: { groupId: { label: 'Which?', options: { other: 'Inna' } } },
    });
    const words = composeText(form, text, [], 'pl');
    expect(words.ok && words.value.questions['groupId']?.options).toEqual({
      walk: 'Ten walk',
      art: 'Ten art',
      club: 'Ten club',
      other: 'Inna',
    });
  });
});

describe('[E29] links from the content', () => {
  const pages = [
    {
      id: 'where',
      questions: [
        { id: 'whereArea', kind: 'one-of', optionsFrom: 'localities' },
        { id: 'when', kind: 'some-of', options: ['weekday-morning', 'evening', 'weekend'] },
      ],
    },
    { id: 'alike', linksFrom: { kind: 'groups', area: 'whereArea', days: 'when' }, links: ['/groups/'] },
  ];

  test('lead to the groups of the same area and part of the week', () => {
    const alike = composed(pages, content).definition.pages[1];
    expect(alike?.links).toEqual([
      { href: '/groups/' },
      {
        href: '/groups/walk/',
        when: {
          all: [
            { question: 'when', hasAnyOf: ['weekend'] },
            { question: 'whereArea', isOneOf: ['derby'] },
          ],
        },
      },
      {
        href: '/groups/art/',
        when: {
          all: [
            { question: 'when', hasAnyOf: ['evening'] },
            { question: 'whereArea', isOneOf: ['derby'] },
          ],
        },
      },
    ]);
  });

  test('stand on a page that shows only where a group is alike', () => {
    const { definition } = composed(pages, content);
    const shown = (when: readonly string[]) =>
      relevantPages(definition, { whereArea: 'derby', when }).some(({ page }) => page.id === 'alike');
    expect([shown(['weekend']), shown(['weekday-morning'])]).toEqual([true, false]);
  });

  test('of no group at all make no page', () => {
    const { definition } = composed(pages, { ...content, groups: [] });
    expect(definition.pages.map(({ id }) => id)).toEqual(['where']);
  });

  test('have the names of the groups after the form’s own words', () => {
    const text = formTextSchema.parse({
      title: 'T',
      intro: [],
      recipients: { team: 'us' },
      pages: { where: { title: 'Where' }, alike: { title: 'Alike', links: ['All groups'] } },
      questions: {
        whereArea: { label: 'Where?' },
        when: { label: 'When?', options: { 'weekday-morning': 'M', evening: 'E', weekend: 'W' } },
      },
    });
    const words = composeText(composed(pages, content), text, [], 'en');
    expect(words.ok && words.value.pages['alike']?.links).toEqual(['All groups', 'The walk', 'The art']);
  });
});

describe('a repeating page', () => {
  const pages = [
    {
      id: 'person',
      repeat: { most: 3 },
      questions: [
        { id: 'personAge', kind: 'whole-number', least: 0, most: 120 },
        { ...yesNo('personWorks'), when: { question: 'personAge', atLeast: 16 } },
      ],
    },
  ];

  test('is unrolled, each copy but the last asking whether there is another', () => {
    expect(composed(pages).definition.pages.map(({ id, questions }) => [id, questions.map((one) => one.id)])).toEqual([
      ['person', ['personAge', 'personWorks', 'more-person']],
      ['person-2', ['personAge-2', 'personWorks-2', 'more-person-2']],
      ['person-3', ['personAge-3', 'personWorks-3']],
    ]);
  });

  test('opens the next when asked to, and its conditions are about itself', () => {
    const { definition } = composed(pages);
    const answers = { personAge: '40', 'more-person': 'yes', 'personAge-2': '3' };
    expect(relevantPages(definition, answers).map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      ['personAge', 'personWorks', 'more-person'],
      ['personAge-2', 'more-person-2'],
    ]);
  });

  test('has its number in its words, and labels that differ', () => {
    const text = formTextSchema.parse({
      title: 'T',
      intro: [],
      recipients: { team: 'us' },
      pages: { person: { title: 'Person {number}' } },
      questions: {
        personAge: { label: 'How old is person {{number}}?' },
        personWorks: { label: 'Do they work?', options: { yes: 'Yes', no: 'No' } },
        'more-person': { label: 'Is there anybody else?', options: { yes: 'Yes', no: 'No' } },
      },
    });
    const words = composeText(composed(pages), text, [], 'en');
    expect(words.ok && words.value.pages['person-2']?.title).toBe('Person 2');
    expect(words.ok && words.value.questions['personAge-3']?.label).toBe('How old is person 3?');
    expect(words.ok && words.value.questions['personWorks-2']?.label).toBe('Do they work? (2)');
  });
});

describe('words', () => {
  const scale = (id: string) => ({ id, kind: 'scale', options: ['agree', 'disagree'] });
  const pages = [{ id: 'a', questions: [scale('d01'), scale('d02')] }];
  const text = (changes: object) =>
    formTextSchema.parse({
      title: 'T',
      intro: [],
      recipients: { team: 'us' },
      pages: { a: { title: 'A' } },
      scale: { agree: 'I agree', disagree: 'I do not agree' },
      questions: { d01: { label: 'One' }, d02: { label: 'Two', options: { agree: 'Very much' } } },
      ...changes,
    });

  test('of a scale stand once, and a statement may have its own', () => {
    const words = composeText(composed(pages), text({}), [], 'en');
    expect(words.ok && Object.values(words.value.questions).map(({ options }) => options)).toEqual([
      { agree: 'I agree', disagree: 'I do not agree' },
      { agree: 'Very much', disagree: 'I do not agree' },
    ]);
  });

  test.each<[string, readonly unknown[], object, string]>([
    ['an option', pages, { scale: { agree: 'I agree' } }, 'questions.d01: Its option "disagree" has no words.'],
    ['a page', pages, { pages: {} }, 'pages.a: This page has no words.'],
    ['a question', pages, { questions: { d01: { label: 'One' } } }, 'questions.d02: It has no label.'],
    ['who receives it', pages, { recipients: {} }, 'recipients.team: Nothing says who that is.'],
    [
      'why a question is required',
      [{ id: 'a', questions: [{ ...scale('d01'), required: true }] }],
      {},
      'questions.d01: It is required and does not say why we ask.',
    ],
    [
      'the limit of a date',
      [{ id: 'a', questions: [{ id: 'd01', kind: 'date', parts: 'day', notBefore: '2026-01-01' }] }],
      {},
      'questions.d01: It has a limit that no words tell.',
    ],
    [
      'a link',
      [{ id: 'a', links: ['/help-now/'], questions: [scale('d01')] }],
      {},
      'pages.a: It has 1 links, and words for 0.',
    ],
  ])('that miss %s are named', (_title, asked, changes, fault) => {
    const words = composeText(composed(asked), text(changes), [], 'en');
    expect(!words.ok && `${words.problem.where}: ${words.problem.what}`).toBe(fault);
  });
});

test('who fills it in for another finds their own name in their own boxes alone', () => {
  const name = { kind: 'text', maxLength: 50, autocomplete: 'name' };
  const known = new Map([
    ...groups,
    ['referrer', groupSourceSchema.parse({ pages: [{ id: 'r', questions: [{ ...name, id: 'referrerName' }] }] })],
    ['name', groupSourceSchema.parse({ pages: [{ id: 'n', questions: [{ ...name, id: 'preferredName' }] }] })],
  ]);
  const tokens = (pages: readonly unknown[]) => {
    const made = composeForm(source(pages), known);
    return made.ok && made.value.definition.pages.flatMap((page) => page.questions.map((one) => one.autocomplete));
  };
  expect(tokens([{ use: 'referrer' }, { use: 'name' }])).toEqual(['name', undefined]);
  expect(tokens([{ use: 'name' }])).toEqual(['name']);
});

test('a form of all programmes goes where an answer says', () => {
  const { definition } = composed([{ use: 'age' }], NO_CONTENT, {
    system: 'all',
    routes: [{ recipient: 'young-team', when: { question: 'ageBand', is: 'young' } }, { recipient: 'team' }],
  });
  expect(recipientOf(definition, { ageBand: 'young' })).toBe('young-team');
});
