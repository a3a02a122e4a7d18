import type { Criterion } from '../../criteria/criterion.ts';
import type { FormDefinition, FormPage, FormText, Question, QuestionText } from '../definition.ts';
import { joined } from './condition.ts';
import { schemaOfCriterion } from './json-schema-criterion.ts';
import { type Kept, Notes } from './kept.ts';

type Members = Record<string, unknown>;

export interface ExportedSchema {
  readonly schema: Members;
  readonly uiSchema: Members;
  readonly report: readonly Kept[];
}

/**
 * A form as JSON Schema 2020-12 with a uiSchema for react-jsonschema-form, in one language. Answers keep their ids and
 * values. Under `x-wayin` stands what the standard has no word for, so that it comes back when the schema is imported.
 */
export function toJsonSchema(form: FormDefinition, text: FormText, language: string): ExportedSchema {
  const notes = new Notes();
  const asked = form.pages.flatMap((page) => page.questions.map((question) => ({ page, question })));
  const kinds = new Map(asked.map(({ question }) => [question.id, question]));
  const properties: Members = {};
  const required: string[] = [];
  const branches: Members[] = [];
  const uiSchema: Members = { 'ui:order': asked.map(({ question }) => question.id) };

  for (const { page, question } of asked) {
    const { id } = question;
    const words = text.questions[id];
    const property = propertyOf(question, words);
    const when = conditionOf(page, question);
    const test = when && schemaOfCriterion(when, kinds);
    if (when && !test) notes.add('notKept', 'condition', id, { what: JSON.stringify(when) });
    if (test) {
      const then = { properties: { [id]: property }, ...(question.required ? { required: [id] } : {}) };
      branches.push({ if: test, then });
    } else {
      properties[id] = property;
      if (question.required && !when) required.push(id);
    }
    const ui = uiOf(question, words);
    if (Object.keys(ui).length > 0) uiSchema[id] = ui;
  }
  for (const page of form.pages) notePage(page, notes);
  if (form.routes.length > 1) notes.add('notKept', 'part', 'routes', { what: 'routes' });

  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:wayin:form:${form.id}`,
      title: text.title,
      ...(text.intro.length > 0 ? { description: text.intro.join('\n') } : {}),
      type: 'object',
      properties,
      ...(required.length > 0 ? { required } : {}),
      ...(branches.length > 0 ? { allOf: branches } : {}),
      'x-wayin': {
        language,
        pages: form.pages.filter(({ questions }) => questions.length > 0).map((page) => pageOf(page, text)),
      },
    },
    uiSchema,
    report: notes.all,
  };
}

function conditionOf(page: FormPage, question: Question): Criterion | undefined {
  return joined(
    'all',
    [page.when, question.when].filter((one) => one !== undefined),
  );
}

function pageOf({ id, questions }: FormPage, text: FormText): Members {
  const words = text.pages[id];
  return {
    id,
    title: words?.title ?? '',
    ...(words?.body?.length ? { body: words.body } : {}),
    questions: questions.map((question) => question.id),
  };
}

function notePage({ id, questions, exit, links }: FormPage, notes: Notes): void {
  if (exit) notes.add('changed', 'exit', id);
  if (questions.length === 0) notes.add('notKept', 'part', id, { what: 'page' });
  for (const { href } of links ?? []) notes.add('notKept', 'link', id, { what: href });
}

function propertyOf(question: Question, words: QuestionText | undefined): Members {
  const { kind } = question;
  const needsKind = ['scale', 'postcode', 'telephone', 'tick', 'long-text'].includes(kind) || isMonth(question);
  const own = {
    ...(needsKind ? { kind: isMonth(question) ? 'month' : kind } : {}),
    ...(words?.why ? { why: words.why } : {}),
  };
  return {
    title: words?.label ?? question.id,
    ...(words?.hint ? { description: words.hint } : {}),
    ...typeOf(question, words),
    ...(Object.keys(own).length > 0 ? { 'x-wayin': own } : {}),
  };
}

const isMonth = (question: Question) => question.kind === 'date' && question.parts === 'month';

function typeOf(question: Question, words: QuestionText | undefined): Members {
  switch (question.kind) {
    case 'one-of':
    case 'scale':
      return { type: 'string', oneOf: optionsOf(question.options, words) };
    case 'some-of':
      return {
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', oneOf: optionsOf(question.options, words) },
        ...(question.required ? { minItems: 1 } : {}),
      };
    case 'whole-number':
      return { type: 'integer', minimum: question.least, maximum: question.most };
    case 'money':
      return { type: 'number', multipleOf: 0.01 };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'email':
      return { type: 'string', format: 'email' };
    case 'tick':
      return { type: 'boolean', const: true };
    case 'text':
    case 'long-text':
      return { type: 'string', maxLength: question.maxLength };
    default:
      return { type: 'string' };
  }
}

function optionsOf(options: readonly string[], words: QuestionText | undefined): Members[] {
  return options.map((option) => ({ const: option, title: words?.options?.[option] ?? option }));
}

const WIDGETS: { readonly [kind in Question['kind']]?: string } = {
  'long-text': 'textarea',
  'one-of': 'radio',
  scale: 'radio',
  'some-of': 'checkboxes',
};

function uiOf(question: Question, words: QuestionText | undefined): Members {
  const widget = WIDGETS[question.kind];
  return {
    ...(widget ? { 'ui:widget': widget } : {}),
    ...(question.kind === 'telephone' ? { 'ui:options': { inputType: 'tel' } } : {}),
    ...(question.autocomplete ? { 'ui:autocomplete': question.autocomplete } : {}),
    ...(words?.why ? { 'ui:help': words.why } : {}),
  };
}
