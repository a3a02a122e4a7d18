import { expect, test } from 'vitest';
import type { FormDefinition, FormPage } from '#core/forms/definition.ts';
import { pathMap } from '#core/forms/edit/map.ts';
import { reachOf } from '#core/forms/paths/reach.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { aForm } from '../../../support/a-form.ts';

const arrowsOf = (form: FormDefinition) =>
  pathMap(form).arrows.map(
    ({ from, to, when, otherwise }) => `${from} > ${to}${when ? ' if' : ''}${otherwise ? ' else' : ''}`,
  );

test('a page for some leads on, and is gone round by the others', () => {
  expect(arrowsOf(aForm())).toEqual([
    'start > page:name',
    'page:name > page:contact',
    'page:contact > page:needs',
    'page:needs > page:housing if',
    'page:needs > sent:derby-team else',
    'page:housing > sent:derby-team',
  ]);
});

const choice = { id: 'colour', kind: 'one-of', options: ['red', 'blue'], required: true } as const;
const only = (id: string, is: string, more: Partial<FormPage> = {}): FormPage => ({
  id,
  when: { question: 'colour', is },
  questions: [{ id: `${id}Why`, kind: 'text', maxLength: 9 }],
  ...more,
});

test('ways that no answers take are left out: of two pages for different people none leads to the other', () => {
  const form = aForm({ pages: [{ id: 'start', questions: [choice] }, only('red', 'red'), only('blue', 'blue')] });
  expect(arrowsOf(form)).toEqual([
    'start > page:start',
    'page:start > page:red if',
    'page:start > page:blue if',
    'page:red > sent:derby-team',
    'page:blue > sent:derby-team',
  ]);
});

test('nothing leads on from an exit, and each recipient has the answers that lead to it', () => {
  const exit = only('stop', 'red', { questions: [], exit: true, links: [{ href: '/' }, { href: '/find/' }] });
  const form = aForm({
    pages: [{ id: 'start', questions: [{ ...choice, options: ['red', 'blue', 'green'] }] }, exit],
    routes: [{ recipient: 'blue-team', when: { question: 'colour', is: 'blue' } }, { recipient: 'rest' }],
  });
  const map = pathMap(form);
  expect(map.nodes.map(({ id, what }) => `${id} ${what}`)).toEqual([
    'start start',
    'page:start page',
    'page:stop exit',
    'sent:blue-team sent',
    'sent:rest sent',
  ]);
  expect(arrowsOf(form)).toEqual([
    'start > page:start',
    'page:start > page:stop if',
    'page:start > sent:blue-team if',
    'page:start > sent:rest else',
  ]);
});

test('every page and recipient of the published forms is on the map of its paths', () => {
  for (const { definition } of readForms()) {
    const { nodes, arrows } = pathMap(definition);
    const reached = new Set(arrows.map(({ to }) => to));
    expect(nodes.map(({ id }) => id).filter((id) => id !== 'start' && !reached.has(id))).toEqual([]);
  }
});

const part = (place: number): FormPage => ({
  id: `page-${place}`,
  questions: Array.from({ length: 10 }, (_, at) => ({
    id: `q${place * 10 + at}`,
    kind: 'one-of',
    options: ['yes', 'no'],
  })),
  ...(place > 0 ? { when: { question: `q${place * 10 - 1}`, is: 'yes' } } : {}),
});

test('five hundred questions, each page waiting for the one before, are walked through', () => {
  const form = aForm({ pages: Array.from({ length: 50 }, (_, place) => part(place)) });
  const reach = reachOf(form);
  expect(form.pages.map((page) => reach.page(page))).not.toContain('no');
  expect(pathMap(form).arrows).toHaveLength(1 + 49 * 2 + 1);
});

test('conditions that hang together too much are not said to be out of reach', () => {
  const names = Array.from({ length: 16 }, (_, at) => `q${at}`);
  const differ = (a: string, b: string) => ({
    any: ['yes', 'no'].map((is) => ({ all: [{ question: a, is }, { not: { question: b, is } }] })),
  });
  const ring = names.map((name, at) => differ(name, names[(at + 1) % names.length] ?? ''));
  const form = aForm({
    pages: [
      { id: 'ask', questions: names.map((id) => ({ id, kind: 'one-of', options: ['yes', 'no'] })) },
      { id: 'never', when: { all: [...ring, differ('q0', 'q2')] }, questions: [{ id: 'last', kind: 'tick' }] },
    ],
  });
  const page = form.pages[1];
  expect(page && reachOf(form).page(page)).toBe('unknown');
});
