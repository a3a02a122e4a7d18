import { describe, expect, test } from 'vitest';
import { fromDefra } from '#core/forms/exchange/defra.ts';
import { imported, lines } from './imported.ts';

// Our own forms, in the two shapes of DEFRA's forms designer.
const is = (name: string, field: string, value: string, operator = 'is') => ({
  name,
  displayName: name,
  value: { name, conditions: [{ field: { name: field }, operator, value: { type: 'Value', value } }] },
});

const FIRST = {
  name: 'Keep bees',
  startPage: '/bees',
  pages: [
    {
      path: '/bees',
      title: 'Your bees',
      components: [{ type: 'YesNoField', name: 'hasBees', title: 'Do you keep bees?', options: {} }],
      next: [{ path: '/how-many' }, { path: '/no-bees', condition: 'none' }],
    },
    {
      path: '/how-many',
      title: 'How many?',
      components: [
        { type: 'Html', name: 'h', content: '<p class="x">Count <b>all</b> hives.</p>' },
        { type: 'SelectField', name: 'hives', title: 'How many hives?', list: 'hives', options: {} },
      ],
      next: [{ path: '/many', condition: 'many' }, { path: '/name' }],
    },
    {
      path: '/many',
      title: 'Many',
      components: [{ type: 'NumberField', name: 'exactly', title: 'How many exactly?', options: { required: false } }],
      next: [{ path: '/name' }],
    },
    {
      path: '/no-bees',
      title: 'No bees',
      components: [{ type: 'Details', name: 'd', title: 'Start', content: 'Read how to start.' }],
      next: [{ path: '/name' }],
    },
    { path: '/summary', controller: 'SummaryPageController', title: 'Summary' },
    {
      path: '/name',
      title: 'You',
      components: [
        { type: 'TextField', name: 'fullName', title: 'Your name', options: {}, schema: { max: 70 } },
        { type: 'UkAddressField', name: 'address', title: 'Address', options: { required: false } },
        { type: 'FileUploadField', name: 'file', title: 'A photo', options: {} },
      ],
      next: [{ path: '/summary' }],
    },
  ],
  lists: [
    {
      name: 'hives',
      type: 'number',
      items: [
        { text: 'One', value: 1 },
        { text: 'Two', value: 2 },
      ],
    },
  ],
  conditions: [is('none', 'hasBees', 'false'), is('many', 'hives', '1', 'is more than')],
};

const SECOND = {
  name: 'Keep bees',
  schema: 2,
  engine: 'V2',
  pages: [
    {
      path: '/kind',
      title: 'The kind',
      components: [
        { id: 'c1', type: 'RadiosField', name: 'kind', title: 'Which kind?', list: 'l1', options: {} },
        { id: 'c2', type: 'YesNoField', name: 'sure', title: 'Are you sure?', options: {} },
      ],
      next: [],
    },
    {
      path: '/honey',
      title: 'Honey',
      condition: 'k3',
      components: [{ id: 'c3', type: 'TextField', name: 'taste', title: 'How does it taste?', options: {} }],
      next: [],
    },
    {
      path: '/stop',
      title: 'Stop',
      condition: 'k4',
      controller: 'TerminalPageController',
      components: [{ id: 'c4', type: 'Markdown', content: '## Stop\n\nSee [this](https://example.org).' }],
      next: [],
    },
  ],
  lists: [
    {
      id: 'l1',
      name: 'kinds',
      items: [
        { id: 'i1', text: 'Honey bees', value: 'honey' },
        { id: 'i2', text: 'Others', value: 'other' },
      ],
    },
  ],
  conditions: [
    {
      id: 'k1',
      displayName: 'honey',
      items: [
        { id: 'x', componentId: 'c1', operator: 'is', type: 'ListItemRef', value: { listId: 'l1', itemId: 'i1' } },
      ],
    },
    {
      id: 'k2',
      displayName: 'sure',
      items: [{ id: 'y', componentId: 'c2', operator: 'is', type: 'BooleanValue', value: true }],
    },
    {
      id: 'k3',
      displayName: 'both',
      coordinator: 'and',
      items: [
        { id: 'z', conditionId: 'k1' },
        { id: 'w', conditionId: 'k2' },
      ],
    },
    { id: 'k4', displayName: 'loop', items: [{ id: 'v', conditionId: 'k4' }] },
  ],
};

describe('a form of version 1, whose pages name the next', () => {
  const { source, questions, text, report } = imported(fromDefra(FIRST));
  const page = (id: string) => source.pages.find((one) => !('use' in one) && one.id === id);

  test('each page is for those who come to it', () => {
    expect(page('how-many')).toMatchObject({ when: { not: { question: 'hasBees', is: 'no' } } });
    expect(page('no-bees')).toMatchObject({ when: { question: 'hasBees', is: 'no' } });
    expect(page('many')).toMatchObject({
      when: { all: [{ not: { question: 'hasBees', is: 'no' } }, { question: 'hives', is: '2' }] },
    });
  });

  test('a page where all paths meet again is for everybody', () => {
    expect(page('name')).not.toHaveProperty('when');
  });

  test('its components are questions and words', () => {
    expect(questions.map(({ id, kind, required }) => `${id} ${kind} ${required === true}`)).toEqual([
      'hasBees one-of true',
      'hives one-of true',
      'exactly whole-number false',
      'fullName text true',
      'address long-text false',
    ]);
    expect(text?.pages['how-many']?.body).toEqual(['Count all hives.']);
    expect(lines(report)).toContain('notKept upload pages[5].components[2]');
  });
});

describe('a form of version 2, whose pages say for whom they are', () => {
  const { source, report } = imported(fromDefra(SECOND));

  test('conditions point at components and items by their ids', () => {
    expect(source.pages[1]).toMatchObject({
      when: {
        all: [
          { question: 'kind', is: 'honey' },
          { question: 'sure', is: 'yes' },
        ],
      },
    });
  });

  test('a condition that names itself is reported', () => {
    expect(lines(report)).toContain('notKept condition pages[2]');
    expect(lines(report)).toContain('changed exit pages[2]');
  });
});

test('a loop of pages is cut where it leads back', () => {
  const form = {
    pages: [
      { path: '/a', title: 'A', components: [{ type: 'TextField', name: 'a', title: 'A' }], next: [{ path: '/b' }] },
      { path: '/b', title: 'B', components: [{ type: 'TextField', name: 'b', title: 'B' }], next: [{ path: '/a' }] },
    ],
  };
  const { source, report } = imported(fromDefra(form));
  expect(source.pages).toHaveLength(2);
  expect(lines(report)).toContain('notKept part pages[1].next');
});
