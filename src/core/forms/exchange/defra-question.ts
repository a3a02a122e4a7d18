import type { QuestionKind } from '../definition.ts';
import type { FoundOption, FoundQuestion, FoundWords, Given } from './found.ts';
import { yesNo } from './found.ts';
import type { Notes } from './kept.ts';
import { memberOf, membersOf, numberOf, type Plain, textOf } from './plain.ts';

/** Lists of options by their name and by their id. */
export type Lists = ReadonlyMap<string, readonly FoundOption[]>;

interface Reading {
  readonly language: string;
  readonly lists: Lists;
  readonly given: Given;
  readonly notes: Notes;
}

/** What a component is: a question, or words, or nothing that could be kept. */
interface Component {
  readonly question?: FoundQuestion;
  readonly words: readonly FoundWords[];
}

const KINDS: { readonly [type: string]: QuestionKind } = {
  TextField: 'text',
  MultilineTextField: 'long-text',
  NumberField: 'whole-number',
  DatePartsField: 'date',
  DateField: 'date',
  MonthYearField: 'date',
  YesNoField: 'one-of',
  EmailAddressField: 'email',
  TelephoneNumberField: 'telephone',
  UkAddressField: 'long-text',
  RadiosField: 'one-of',
  SelectField: 'one-of',
  AutocompleteField: 'one-of',
  CheckboxesField: 'some-of',
  DeclarationField: 'tick',
  TimeField: 'text',
  WebsiteField: 'text',
};
const OTHER = ['UkAddressField', 'TimeField', 'WebsiteField'];
const WORDS = ['Html', 'Para', 'InsetText', 'Details', 'Markdown', 'NotificationBanner', 'FlashCard'];
const UPLOADS = ['FileUploadField'];

export function componentIn(component: Plain, where: string, { language, lists, given, notes }: Reading): Component {
  const type = textOf(memberOf(component, 'type')) ?? '';
  const say = (name: string): FoundWords | undefined => {
    const text = textOf(memberOf(component, name));
    return text ? { [language]: text } : undefined;
  };
  const content = say('content');
  if (WORDS.includes(type)) return { words: content ? [content] : [] };
  const list = lists.get(textOf(memberOf(component, 'list')) ?? '');
  if (type === 'List') return { words: (list ?? []).map(({ words }) => words) };
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (!kind) {
    notes.add('notKept', UPLOADS.includes(type) ? 'upload' : 'kind', where, { what: type.slice(0, 80) });
    return { words: [] };
  }
  if (OTHER.includes(type)) notes.add('changed', 'otherKind', where, { from: type, to: kind });
  const needsList = (kind === 'one-of' || kind === 'some-of') && type !== 'YesNoField';
  if (needsList && !list?.length) {
    notes.add('notKept', 'kind', where, { what: type });
    return { words: [] };
  }
  const options = memberOf(component, 'options');
  const required = memberOf(options, 'required') !== false;
  const hint = say('hint');
  const schema = memberOf(component, 'schema');
  for (const what of [
    'customValidationMessage',
    'customValidationMessages',
    'maxDaysInPast',
    'maxDaysInFuture',
    'usePostcodeLookup',
  ]) {
    if (memberOf(options, what) !== undefined) notes.add('notKept', 'rule', where, { what });
  }
  if (memberOf(schema, 'regex')) notes.add('notKept', 'rule', where, { what: 'regex' });
  const autocomplete = textOf(memberOf(options, 'autocomplete'));
  return {
    words: kind === 'tick' && content ? [content] : [],
    question: {
      name: textOf(memberOf(component, 'name')) ?? '',
      where,
      kind,
      label: say('title') ?? {},
      ...(hint ? { hint } : {}),
      ...(required ? { required } : {}),
      ...(autocomplete ? { autocomplete } : {}),
      ...(type === 'YesNoField' ? { options: yesNo(given) } : needsList ? { options: list ?? [] } : {}),
      ...(type === 'MonthYearField' ? { parts: 'month' } : {}),
      ...limitsOf(schema, kind, where, notes),
    },
  };
}

function limitsOf(
  schema: unknown,
  kind: QuestionKind,
  where: string,
  notes: Notes,
): { maxLength?: number; least?: number; most?: number } {
  const [least, most] = [numberOf(memberOf(schema, 'min')), numberOf(memberOf(schema, 'max'))];
  if (kind === 'whole-number') {
    const precision = numberOf(memberOf(schema, 'precision'));
    if (precision !== undefined && precision > 0)
      notes.add('notKept', 'rule', where, { what: `precision ${precision}` });
    return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
  }
  if (least !== undefined && least > 1) notes.add('notKept', 'rule', where, { what: `min ${least}` });
  const length = numberOf(memberOf(schema, 'length')) ?? most;
  if (kind !== 'text' && kind !== 'long-text') {
    for (const [name] of membersOf(schema)) if (name === 'max') notes.add('notKept', 'rule', where, { what: 'max' });
    return {};
  }
  return length === undefined ? {} : { maxLength: length };
}
