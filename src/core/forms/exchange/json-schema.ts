import type { Outcome } from '../../outcome.ts';
import { importForm } from './assemble.ts';
import type { FoundForm, FoundPage, FoundQuestion, FoundWhen, FoundWords, Given } from './found.ts';
import { type Field, fieldsOf, inOrder } from './json-schema-fields.ts';
import { type Kind, questionIn } from './json-schema-question.ts';
import { type Imported, type ImportProblem, ImportProblemFound, LIMITS, type Notes } from './kept.ts';
import { isObject, listOf, memberOf, numberOf, type Plain, textOf, textsOf } from './plain.ts';

/** A JSON Schema, alone or as `{ schema, uiSchema }` of react-jsonschema-form, as files of a form. */
export function fromJsonSchema(json: unknown, given: Given = {}): Outcome<Imported, ImportProblem> {
  return importForm(json, given, (value, notes) => read(value, given, notes));
}

function read(json: unknown, given: Given, notes: Notes): FoundForm {
  const isPair = isObject(memberOf(json, 'schema'));
  const schema = isPair ? memberOf(json, 'schema') : json;
  const ui = isPair ? memberOf(json, 'uiSchema') : undefined;
  if (!isObject(schema) || !(isObject(memberOf(schema, 'properties')) || memberOf(schema, '$ref') !== undefined)) {
    throw new ImportProblemFound('notThatFormat', '', { format: 'JSON Schema' });
  }
  const own = memberOf(schema, 'x-wayin');
  const said = textOf(memberOf(own, 'language')) ?? given.language;
  if (said === undefined) notes.add('guessed', 'language', '', { language: 'en' });
  const reader = new Reader(schema, said ?? 'en', given, notes);
  const title = reader.words(schema, ui, 'title');
  const pages = reader.object({
    schema,
    ui,
    name: 'questions',
    where: '#',
    when: [],
    depth: 0,
    title: title ?? {},
    body: [],
  });
  const description = reader.words(schema, ui, 'description');
  return {
    name: textOf(memberOf(schema, '$id')) ?? textOf(memberOf(schema, 'title')) ?? '',
    title: title ?? {},
    intro: description ? [description] : [],
    pages: arranged(pages, memberOf(own, 'pages'), said ?? 'en'),
    language: said ?? 'en',
  };
}

interface Part {
  readonly schema: Plain;
  readonly ui: unknown;
  readonly name: string;
  readonly where: string;
  readonly when: readonly FoundWhen[];
  readonly depth: number;
  readonly title: FoundWords;
  readonly body: readonly FoundWords[];
  readonly repeat?: number;
}

const MOST_OBJECTS = 2 * LIMITS.pages;

class Reader {
  readonly #root: Plain;
  readonly #language: string;
  readonly #given: Given;
  readonly #notes: Notes;
  #objects = 0;

  constructor(root: Plain, language: string, given: Given, notes: Notes) {
    this.#root = root;
    this.#language = language;
    this.#given = given;
    this.#notes = notes;
  }

  words(schema: Plain, ui: unknown, name: 'title' | 'description'): FoundWords | undefined {
    const text = textOf(memberOf(ui, `ui:${name}`)) ?? textOf(memberOf(schema, name));
    return text === undefined ? undefined : { [this.#language]: text };
  }

  /** The pages of an object: its own questions in one, objects within in others, in order. */
  object(part: Part): readonly FoundPage[] {
    this.#objects += 1;
    if (this.#objects > MOST_OBJECTS) throw new ImportProblemFound('tooManyPages', part.where, { limit: LIMITS.pages });
    if (part.depth > LIMITS.depth) throw new ImportProblemFound('tooDeep', part.where, { limit: LIMITS.depth });
    const pages: FoundPage[] = [];
    let questions: FoundQuestion[] = [];
    let body = [...part.body];
    const close = () => {
      const { name, where, title, when, repeat } = part;
      if (questions.length > 0 || body.length > 0) {
        pages.push({ name, where, title, body, questions, when, ...(repeat === undefined ? {} : { repeat }) });
      }
      questions = [];
      body = [];
    };
    for (const field of inOrder(fieldsOf(part.schema, this.#root, part.where, this.#notes), part.ui, this.#notes)) {
      const found = questionIn(field, memberOf(part.ui, field.name), {
        language: this.#language,
        given: this.#given,
        notes: this.#notes,
      });
      if (found.is === 'question') questions.push(found.question);
      if (found.is === 'advice') {
        if (questions.length > 0) close();
        body.push(...found.words);
      }
      if (found.is !== 'object' && found.is !== 'list') continue;
      if (part.repeat !== undefined) {
        this.#notes.add('notKept', 'part', field.where, { what: found.is });
        continue;
      }
      close();
      pages.push(...this.#inner(part, field, found));
    }
    close();
    return pages;
  }

  #inner(part: Part, field: Field, found: Kind & { is: 'object' | 'list' }): readonly FoundPage[] {
    const ui = memberOf(part.ui, field.name);
    const description = this.words(field.schema, ui, 'description');
    const most = numberOf(memberOf(field.schema, 'maxItems')) ?? 5;
    return this.object({
      schema: found.schema,
      ui: found.is === 'list' ? memberOf(ui, 'items') : ui,
      name: field.name,
      where: field.where,
      when: [...part.when, ...field.when],
      depth: part.depth + 1,
      title: this.words(field.schema, ui, 'title') ?? this.words(found.schema, undefined, 'title') ?? {},
      body: description ? [description] : [],
      ...(found.is === 'list' ? { repeat: Math.min(10, Math.max(2, Math.trunc(most))) } : {}),
    });
  }
}

/** The questions on the pages that our own export names; those of a schema from elsewhere stay as they are. */
function arranged(pages: readonly FoundPage[], wanted: unknown, language: string): readonly FoundPage[] {
  const [first, ...others] = pages;
  if (!first || others.length > 0 || listOf(wanted).length === 0) return pages;
  const left = new Map(first.questions.map((question) => [question.name, question]));
  const own = listOf(wanted).flatMap((page): FoundPage[] => {
    const questions = textsOf(memberOf(page, 'questions')).flatMap((name) => {
      const found = left.get(name);
      left.delete(name);
      return found ? [found] : [];
    });
    const title = textOf(memberOf(page, 'title'));
    const body = listOf(memberOf(page, 'body')).flatMap((line) =>
      typeof line === 'string' ? [{ [language]: line }] : [],
    );
    const name = textOf(memberOf(page, 'id')) ?? '';
    return [{ name, where: '#/x-wayin', title: title === undefined ? {} : { [language]: title }, body, questions }];
  });
  return left.size > 0 ? [...own, { ...first, questions: [...left.values()] }] : own;
}
