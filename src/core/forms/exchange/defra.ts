import type { Outcome } from '../../outcome.ts';
import { importForm } from './assemble.ts';
import { DefraConditions } from './defra-conditions.ts';
import { reachOf } from './defra-paths.ts';
import { componentIn, type Lists } from './defra-question.ts';
import type { FoundForm, FoundOption, FoundPage, FoundQuestion, FoundWhen, FoundWords, Given } from './found.ts';
import { type Imported, type ImportProblem, ImportProblemFound, LIMITS, type Notes } from './kept.ts';
import { isObject, listOf, memberOf, numberOf, type Plain, textOf } from './plain.ts';

/** A form definition of the DEFRA forms designer, version 1 or 2, as files of a form. */
export function fromDefra(json: unknown, given: Given = {}): Outcome<Imported, ImportProblem> {
  return importForm(json, given, (value, notes) => read(value, given, notes));
}

/** Parts of a page or of the form that ours do not have. */
const PARTS = ['outputs', 'fees', 'payApiKey', 'phaseBanner', 'feedback', 'metadata', 'outputEmail'];

function read(json: unknown, given: Given, notes: Notes): FoundForm {
  const pages = listOf(memberOf(json, 'pages')).filter(isObject);
  if (!isObject(json) || !pages.some((page) => textOf(memberOf(page, 'path')) !== undefined)) {
    throw new ImportProblemFound('notThatFormat', '', { format: 'DEFRA' });
  }
  if (pages.length > LIMITS.pages) throw new ImportProblemFound('tooManyPages', 'pages', { limit: LIMITS.pages });
  const language = given.language ?? 'en';
  for (const what of PARTS) {
    const value = memberOf(json, what);
    if (value !== undefined && Object.keys(Object(value)).length > 0) notes.add('notKept', 'part', what, { what });
  }
  const conditions = new DefraConditions(json);
  const lists = listsIn(json, language);
  const ordered = reachOf(pages, json, conditions, notes);
  const reader = { language, lists, given, notes, conditions };
  const title = textOf(memberOf(json, 'name')) ?? textOf(memberOf(json, 'title'));
  const declaration = textOf(memberOf(json, 'declaration'));
  if (declaration) notes.add('notKept', 'part', 'declaration', { what: 'declaration' });
  return {
    name: title ?? '',
    title: title === undefined ? {} : { [language]: title },
    intro: [],
    pages: ordered.flatMap(({ page, place, when }) => pagesOf(page, `pages[${place}]`, when, reader)),
    language,
  };
}

interface Reading {
  readonly language: string;
  readonly lists: Lists;
  readonly given: Given;
  readonly notes: Notes;
  readonly conditions: DefraConditions;
}

function listsIn(json: unknown, language: string): Lists {
  const lists = new Map<string, readonly FoundOption[]>();
  for (const list of listOf(memberOf(json, 'lists'))) {
    const options = listOf(memberOf(list, 'items')).flatMap((item): FoundOption[] => {
      const value = textOf(memberOf(item, 'value'));
      return value === undefined ? [] : [{ value, words: { [language]: textOf(memberOf(item, 'text')) ?? value } }];
    });
    for (const name of [textOf(memberOf(list, 'name')), textOf(memberOf(list, 'id'))])
      if (name) lists.set(name, options);
  }
  return lists;
}

/** The pages of one of theirs: words after a question begin another. */
function pagesOf(page: Plain, where: string, when: readonly FoundWhen[], reading: Reading): readonly FoundPage[] {
  const { language, notes, conditions } = reading;
  const controller = textOf(memberOf(page, 'controller')) ?? '';
  if (/summary|status/i.test(controller) || textOf(memberOf(page, 'path')) === '/summary') return [];
  if (/terminal/i.test(controller)) notes.add('changed', 'exit', where);
  const title = textOf(memberOf(page, 'title'));
  const pages: FoundPage[] = [];
  let body: FoundWords[] = [];
  let questions: FoundQuestion[] = [];
  const most = /repeat/i.test(controller)
    ? (numberOf(memberOf(memberOf(memberOf(page, 'repeat'), 'schema'), 'max')) ?? 5)
    : undefined;
  const close = () => {
    if (questions.length === 0 && body.length === 0) return;
    pages.push({
      name: (textOf(memberOf(page, 'path')) ?? '').replaceAll('/', ' ').trim(),
      where,
      title: title ? { [language]: title } : {},
      body,
      questions,
      when,
      ...(most === undefined || questions.length === 0 ? {} : { repeat: Math.min(10, Math.max(2, Math.trunc(most))) }),
    });
    body = [];
    questions = [];
  };
  for (const [place, component] of listOf(memberOf(page, 'components')).entries()) {
    const at = `${where}.components[${place}]`;
    if (!isObject(component)) continue;
    const found = componentIn(component, at, reading);
    const condition = textOf(memberOf(memberOf(component, 'options'), 'condition'));
    const own = condition ? [conditions.when(condition)] : [];
    if (found.question) questions.push({ ...found.question, when: own });
    if (found.words.length === 0) continue;
    if (questions.length > 0 || own.length > 0) close();
    if (own.length === 0) body.push(...found.words);
    else
      pages.push({ name: 'advice', where: at, title: {}, body: found.words, questions: [], when: [...when, ...own] });
  }
  close();
  return pages;
}
