import type { FoundOption, FoundQuestion, FoundWords, Given } from './found.ts';
import { yesNo } from './found.ts';
import type { Field } from './json-schema-fields.ts';
import type { Notes } from './kept.ts';
import { isObject, listOf, memberOf, numberOf, type Plain, textOf } from './plain.ts';

/** What a property is: a question, words alone, an object, a list of objects, or nothing that could be kept. */
export type Kind =
  | { readonly is: 'question'; readonly question: FoundQuestion }
  | { readonly is: 'advice'; readonly words: readonly FoundWords[] }
  | { readonly is: 'object' | 'list'; readonly schema: Plain }
  | { readonly is: 'nothing' };

interface Reading {
  readonly language: string;
  readonly given: Given;
  readonly notes: Notes;
}

const LONG_LINE = 300;

/** Reads one property. `ui` is what a uiSchema says about it. */
export function questionIn(field: Field, ui: unknown, { language, given, notes }: Reading): Kind {
  const { schema, where } = field;
  const say = (text: string | undefined) => (text === undefined ? undefined : { [language]: text });
  const uiText = (name: string) => textOf(memberOf(ui, `ui:${name}`) ?? memberOf(memberOf(ui, 'ui:options'), name));
  const label = say(uiText('title') ?? textOf(memberOf(schema, 'title'))) ?? {};
  const hint = say(uiText('description') ?? textOf(memberOf(schema, 'description')) ?? uiText('help'));
  const type = typeOf(schema);
  const widget = uiText('widget');
  const nothing = (code: 'kind' | 'upload' | 'part', what: string): Kind => {
    notes.add('notKept', code, where, { what: what.slice(0, 80) });
    return { is: 'nothing' };
  };
  if (widget === 'hidden') return nothing('part', 'hidden');
  if (type === 'object') return { is: 'object', schema };
  if (type === 'null') return { is: 'advice', words: [label, ...(hint ? [hint] : [])] };
  const items = memberOf(schema, 'items');
  if (widget === 'file' || [schema, items].some((one) => memberOf(one, 'format') === 'data-url')) {
    return nothing('upload', 'data-url');
  }
  const options = optionsIn(type === 'array' && isObject(items) ? items : schema, schema, ui, language);
  if (type === 'array' && options.length === 0 && isObject(items) && typeOf(items) === 'object') {
    return { is: 'list', schema: items };
  }
  const facts = factsIn({ schema, type, widget, options, given, inputType: uiText('inputType') });
  if (!facts) return nothing('kind', type ?? JSON.stringify(schema).slice(0, 80));
  if (facts.from) notes.add('changed', 'otherKind', where, { from: facts.from, to: facts.kind });
  noteRules(schema, facts.kind, where, notes);
  const why = say(textOf(memberOf(memberOf(schema, 'x-wayin'), 'why')));
  const autocomplete = uiText('autocomplete');
  const { from: _, ...own } = facts;
  return {
    is: 'question',
    question: {
      name: field.name,
      key: field.key,
      where,
      label,
      ...(hint ? { hint } : {}),
      ...(why ? { why } : {}),
      ...(field.required || facts.kind === 'tick' ? { required: field.required } : {}),
      when: field.when,
      ...(autocomplete === undefined ? {} : { autocomplete }),
      ...own,
    },
  };
}

function typeOf(schema: Plain): string | undefined {
  const type = memberOf(schema, 'type');
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  if (typeof named === 'string') return named;
  if (isObject(memberOf(schema, 'properties'))) return 'object';
  if (memberOf(schema, 'items') !== undefined) return 'array';
  return memberOf(schema, 'enum') !== undefined || memberOf(schema, 'oneOf') !== undefined ? 'string' : undefined;
}

/** Options of `enum` with their names, or of `oneOf` and `anyOf` with `const` and `title`. */
function optionsIn(schema: Plain, around: Plain, ui: unknown, language: string): readonly FoundOption[] {
  const values = listOf(memberOf(schema, 'enum'));
  if (values.length > 0) {
    const names = [
      memberOf(ui, 'ui:enumNames'),
      memberOf(memberOf(ui, 'ui:options'), 'enumNames'),
      memberOf(schema, 'enumNames'),
      memberOf(around, 'enumNames'),
    ].find(Array.isArray) as readonly unknown[] | undefined;
    return values.flatMap((value, place) => option(value, names?.[place], language));
  }
  const rows = listOf(memberOf(schema, 'oneOf') ?? memberOf(schema, 'anyOf'));
  return rows.flatMap((row) =>
    option(memberOf(row, 'const') ?? listOf(memberOf(row, 'enum'))[0], memberOf(row, 'title'), language),
  );
}

function option(value: unknown, name: unknown, language: string): readonly FoundOption[] {
  const text = textOf(value);
  if (text === undefined) return [];
  // A value without a name is shown as it is, by every program that reads these: so it is words.
  return [{ value: text, words: { [language]: textOf(name) ?? text } }];
}

type Facts = Pick<FoundQuestion, 'kind' | 'options' | 'maxLength' | 'least' | 'most' | 'parts'> & {
  readonly from?: string;
};

interface Asked {
  readonly schema: Plain;
  readonly type: string | undefined;
  readonly widget: string | undefined;
  readonly inputType: string | undefined;
  readonly options: readonly FoundOption[];
  readonly given: Given;
}

function factsIn({ schema, type, widget, inputType, options, given }: Asked): Facts | undefined {
  const own = memberOf(memberOf(schema, 'x-wayin'), 'kind');
  const maxLength = numberOf(memberOf(schema, 'maxLength'));
  const length = maxLength === undefined ? {} : { maxLength };
  if (type === 'array') {
    if (options.length > 0) return { kind: 'some-of', options };
    return { kind: 'long-text', from: 'array' };
  }
  if (type === 'boolean') {
    if (memberOf(schema, 'const') === true || own === 'tick') return { kind: 'tick' };
    if (options.length === 0) return { kind: 'one-of', options: yesNo(given) };
    return { kind: 'one-of', options: options.map((one) => ({ ...one, name: one.value === 'true' ? 'yes' : 'no' })) };
  }
  if (options.length > 0) return { kind: own === 'scale' ? 'scale' : 'one-of', options };
  if (type === 'integer') return { kind: 'whole-number', ...rangeOf(schema) };
  if (type === 'number') {
    if (numberOf(memberOf(schema, 'multipleOf')) === 0.01) return { kind: 'money' };
    return { kind: 'text', maxLength: 40, from: 'number' };
  }
  if (type !== 'string') return undefined;
  const format = textOf(memberOf(schema, 'format'));
  if (own === 'postcode' || own === 'telephone') return { kind: own };
  if (format === 'email' || format === 'idn-email' || widget === 'email') return { kind: 'email' };
  if (format === 'date' || widget === 'date') return { kind: 'date', parts: own === 'month' ? 'month' : 'day' };
  if (format === 'date-time') return { kind: 'date', from: 'date-time' };
  if (format === 'tel' || format === 'phone' || inputType === 'tel') return { kind: 'telephone' };
  if (widget === 'textarea' || own === 'long-text' || (maxLength ?? 0) > LONG_LINE)
    return { kind: 'long-text', ...length };
  return { kind: 'text', ...length };
}

function rangeOf(schema: Plain): { least?: number; most?: number } {
  const above = numberOf(memberOf(schema, 'exclusiveMinimum'));
  const below = numberOf(memberOf(schema, 'exclusiveMaximum'));
  const least = numberOf(memberOf(schema, 'minimum')) ?? (above === undefined ? undefined : above + 1);
  const most = numberOf(memberOf(schema, 'maximum')) ?? (below === undefined ? undefined : below - 1);
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

function noteRules(schema: Plain, kind: FoundQuestion['kind'], where: string, notes: Notes): void {
  const note = (what: string) => notes.add('notKept', 'rule', where, { what });
  if (kind !== 'email' && memberOf(schema, 'pattern') !== undefined) note('pattern');
  if ((numberOf(memberOf(schema, 'minLength')) ?? 0) > 1) note('minLength');
  if (memberOf(schema, 'default') !== undefined) note('default');
  for (const name of ['minItems', 'maxItems']) {
    if (memberOf(schema, name) !== undefined && !(name === 'minItems' && numberOf(memberOf(schema, name)) === 1))
      note(name);
  }
  if (kind === 'whole-number' && (numberOf(memberOf(schema, 'multipleOf')) ?? 1) !== 1) note('multipleOf');
  if (kind === 'money' || kind === 'text') {
    for (const name of ['minimum', 'maximum']) if (memberOf(schema, name) !== undefined) note(name);
  }
  const format = textOf(memberOf(schema, 'format'));
  const known = ['email', 'idn-email', 'date', 'date-time', 'tel', 'phone'];
  if (format !== undefined && !known.includes(format) && kind === 'text') note(`format ${format}`);
}
