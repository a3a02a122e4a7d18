import type { QuestionKind } from '../definition.ts';
import { readExpression } from './expression.ts';
import type { FoundOption, FoundQuestion, FoundWhen, FoundWords, Given } from './found.ts';
import { yesNo } from './found.ts';
import { LIMITS, type Notes } from './kept.ts';
import { isObject, listOf, memberOf, membersOf, numberOf, type Plain, textOf } from './plain.ts';
import { isLanguage } from './sentences.ts';

interface Reading {
  readonly language: string;
  readonly given: Given;
  readonly notes: Notes;
}

/** A text, or one in several languages: `{ default, pl, ar }`. */
export function wordsIn(value: unknown, language: string): FoundWords {
  const text = textOf(value);
  if (text !== undefined) return { [language]: text };
  return Object.fromEntries(
    membersOf(value).flatMap(([code, words]) => {
      const own = code === 'default' ? language : code;
      return typeof words === 'string' && isLanguage(own) ? [[own, words]] : [];
    }),
  );
}

/** The condition under which an element is shown; an element that never is, is reported. */
export function whenIn(element: Plain, where: string, notes: Notes): readonly FoundWhen[] {
  if (memberOf(element, 'visible') === false) notes.add('notKept', 'rule', where, { what: 'visible: false' });
  for (const what of ['enableIf', 'requiredIf', 'setValueIf', 'resetValueIf', 'defaultValueExpression']) {
    if (memberOf(element, what) !== undefined) notes.add('notKept', 'calculation', where, { what });
  }
  const text = textOf(memberOf(element, 'visibleIf'));
  if (text === undefined || text.trim() === '') return [];
  const condition = readExpression(text);
  return [condition ? { condition } : { cannot: text }];
}

const KINDS: { readonly [type: string]: QuestionKind } = {
  text: 'text',
  comment: 'long-text',
  radiogroup: 'one-of',
  dropdown: 'one-of',
  buttongroup: 'one-of',
  imagepicker: 'one-of',
  checkbox: 'some-of',
  tagbox: 'some-of',
  ranking: 'some-of',
  boolean: 'one-of',
  rating: 'scale',
};
/** Kinds that become another of ours. */
const OTHER = ['ranking', 'imagepicker'];

/** The questions of one element: several of a matrix, none of one that we do not have. */
export function questionsIn(element: Plain, type: string, where: string, reading: Reading): readonly FoundQuestion[] {
  const { language, notes } = reading;
  const name = textOf(memberOf(element, 'valueName')) ?? textOf(memberOf(element, 'name')) ?? '';
  const title = memberOf(element, 'title');
  const description = wordsIn(memberOf(element, 'description'), language);
  const common = {
    name,
    where,
    label: title === undefined ? {} : wordsIn(title, language),
    ...(membersOf(description).length > 0 ? { hint: description } : {}),
    ...(memberOf(element, 'isRequired') === true ? { required: true } : {}),
    when: whenIn(element, where, notes),
    ...autocompleteOf(element),
  };
  noteRules(element, where, notes);
  if (type === 'matrix') return matrix(element, common, language);
  if (type === 'multipletext') return severalLines(element, common, language);
  if (type === 'file') {
    notes.add('notKept', 'upload', where);
    return [];
  }
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (!kind) {
    notes.add('notKept', type === 'expression' ? 'calculation' : 'kind', where, { what: type.slice(0, 80) });
    return [];
  }
  if (OTHER.includes(type)) notes.add('changed', 'otherKind', where, { from: type, to: kind });
  if (type === 'text') return [{ ...common, ...lineOf(element, where, notes) }];
  if (type === 'boolean') return [{ ...common, kind, options: booleanOptions(element, reading) }];
  if (type === 'rating') return [{ ...common, kind, options: ratingOptions(element, language) }];
  if (kind === 'long-text') return [{ ...common, kind, ...lengthOf(element) }];
  const options = [
    ...optionsIn(memberOf(element, 'choices'), language),
    ...extraOptions(element, language, where, notes),
  ];
  if (options.length > 0) return [{ ...common, kind, options }];
  notes.add('notKept', 'kind', where, { what: type });
  return [];
}

type Common = Omit<FoundQuestion, 'kind'>;

/** Each row of a matrix is a statement, its columns the scale. */
function matrix(element: Plain, common: Common, language: string): readonly FoundQuestion[] {
  const options = optionsIn(memberOf(element, 'columns'), language);
  const required = memberOf(element, 'isAllRowRequired') === true || memberOf(element, 'eachRowRequired') === true;
  return optionsIn(memberOf(element, 'rows'), language).map((row) => ({
    ...common,
    name: row.value,
    key: `${common.name}.${row.value}`,
    label: row.words,
    kind: 'scale',
    options,
    required: required || common.required === true,
  }));
}

function severalLines(element: Plain, common: Common, language: string): readonly FoundQuestion[] {
  return listOf(memberOf(element, 'items')).flatMap((item): FoundQuestion[] => {
    const name = textOf(memberOf(item, 'name'));
    if (name === undefined) return [];
    const required = memberOf(item, 'isRequired') === true;
    const label = wordsIn(memberOf(item, 'title') ?? name, language);
    return [{ ...common, name, key: `${common.name}.${name}`, label, kind: 'text', required }];
  });
}

const INPUTS: { readonly [type: string]: QuestionKind } = {
  email: 'email',
  tel: 'telephone',
  number: 'whole-number',
  date: 'date',
  month: 'date',
};

function lineOf(
  element: Plain,
  where: string,
  notes: Notes,
): Pick<FoundQuestion, 'kind' | 'maxLength' | 'least' | 'most' | 'parts'> {
  const type = textOf(memberOf(element, 'inputType')) ?? 'text';
  const kind = (Object.hasOwn(INPUTS, type) ? INPUTS[type] : undefined) ?? 'text';
  if (kind === 'text' && type !== 'text')
    notes.add('changed', 'otherKind', where, { from: type.slice(0, 40), to: kind });
  const least = numberOf(memberOf(element, 'min'));
  const most = numberOf(memberOf(element, 'max'));
  return {
    kind,
    ...lengthOf(element),
    ...(kind === 'whole-number' && least !== undefined ? { least } : {}),
    ...(kind === 'whole-number' && most !== undefined ? { most } : {}),
    ...(type === 'month' ? { parts: 'month' as const } : {}),
  };
}

function lengthOf(element: Plain): { maxLength?: number } {
  const most = numberOf(memberOf(element, 'maxLength'));
  return most !== undefined && most > 0 ? { maxLength: most } : {};
}

function autocompleteOf(element: Plain): { autocomplete?: string } {
  const autocomplete = textOf(memberOf(element, 'autocomplete'));
  return autocomplete === undefined ? {} : { autocomplete };
}

function optionsIn(choices: unknown, language: string): readonly FoundOption[] {
  return listOf(choices).flatMap((choice) => {
    const value = textOf(isObject(choice) ? memberOf(choice, 'value') : choice);
    if (value === undefined) return [];
    const words = wordsIn(memberOf(choice, 'text') ?? value, language);
    return [{ value, words }];
  });
}

/** "Other" and "none": their words are SurveyJS's own unless the survey has some. */
function extraOptions(element: Plain, language: string, where: string, notes: Notes): readonly FoundOption[] {
  if (memberOf(element, 'choicesByUrl') !== undefined) notes.add('notKept', 'part', where, { what: 'choicesByUrl' });
  const extra = (flags: readonly string[], value: string, text: string): FoundOption[] =>
    flags.some((flag) => memberOf(element, flag) === true)
      ? [{ value, words: wordsIn(memberOf(element, text), language) }]
      : [];
  const other = extra(['hasOther', 'showOtherItem'], 'other', 'otherText');
  if (other.length > 0) notes.add('notKept', 'part', where, { what: 'other' });
  return [...extra(['hasNone', 'showNoneItem'], 'none', 'noneText'), ...other];
}

function booleanOptions(element: Plain, { language, given }: Reading): readonly FoundOption[] {
  const own = [wordsIn(memberOf(element, 'labelTrue'), language), wordsIn(memberOf(element, 'labelFalse'), language)];
  const values = [memberOf(element, 'valueTrue'), memberOf(element, 'valueFalse')].map(textOf);
  return yesNo(given).map((option, place) => ({
    ...option,
    value: values[place] ?? option.value,
    words: membersOf(own[place]).length > 0 ? (own[place] ?? {}) : option.words,
  }));
}

const RATED = { least: 1, most: 5 };

function ratingOptions(element: Plain, language: string): readonly FoundOption[] {
  const given = optionsIn(memberOf(element, 'rateValues'), language);
  if (given.length > 0) return given;
  const least = Math.trunc(numberOf(memberOf(element, 'rateMin')) ?? RATED.least);
  const count = numberOf(memberOf(element, 'rateCount'));
  const most = Math.trunc(
    numberOf(memberOf(element, 'rateMax')) ?? (count === undefined ? RATED.most : least + count - 1),
  );
  const numbers = Array.from(
    { length: Math.min(LIMITS.options, Math.max(0, most - least + 1)) },
    (_, place) => least + place,
  );
  const ends = new Map([
    [least, wordsIn(memberOf(element, 'minRateDescription'), language)],
    [most, wordsIn(memberOf(element, 'maxRateDescription'), language)],
  ]);
  return numbers.map((number) => {
    const end = Object.entries(ends.get(number) ?? {}).map(([code, text]) => [code, `${number}: ${text}`]);
    return { value: String(number), words: end.length > 0 ? Object.fromEntries(end) : { [language]: String(number) } };
  });
}

function noteRules(element: Plain, where: string, notes: Notes): void {
  for (const validator of listOf(memberOf(element, 'validators'))) {
    notes.add('notKept', 'rule', where, { what: textOf(memberOf(validator, 'type'))?.slice(0, 80) ?? 'validator' });
  }
  for (const what of ['correctAnswer', 'defaultValue', 'maskType', 'maxSelectedChoices', 'minSelectedChoices']) {
    if (memberOf(element, what) !== undefined) notes.add('notKept', 'rule', where, { what });
  }
}
