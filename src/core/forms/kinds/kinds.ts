import type { Answer } from '../../criteria/criterion.ts';
import type { Question, QuestionKind } from '../definition.ts';
import { oneOf, someOf, tick } from './choice.ts';
import { email, postcode, telephone } from './contact.ts';
import { date } from './date.ts';
import { type Kind, type Rule, textOf, type Values } from './kind.ts';
import { money, wholeNumber } from './number.ts';
import { text } from './text.ts';

/** The kinds of question by the name an author writes. Their controls: ui/form/question-view.ts. */
export const KINDS = {
  text,
  'long-text': text,
  'one-of': oneOf,
  'some-of': someOf,
  scale: oneOf,
  'whole-number': wholeNumber,
  money,
  date,
  postcode,
  telephone,
  email,
  tick,
};

/** A question's kind with the facts that go with it. */
export type OfSomeKind = {
  [Name in keyof typeof KINDS]: { readonly kind: Name } & ((typeof KINDS)[Name] extends Kind<infer Facts>
    ? Facts
    : never);
}[keyof typeof KINDS];

// Each row of the table takes questions of its own kind: what TypeScript cannot follow through an index.
const kindOf = (kind: QuestionKind) => KINDS[kind] as unknown as Kind<Question>;

/** What a question's answer must pass. */
export function rulesOf(question: Question): readonly Rule[] {
  const rules = kindOf(question.kind).rules(question);
  return question.required ? [['required'], ...rules] : rules;
}

/** The answer in a question's controls. Nothing is judged: what was typed can be shown again. */
export function readAnswer(question: Question, values: Values): Answer {
  return kindOf(question.kind).read?.(values, question) ?? textOf(values, question.id);
}

/** The codes a question can ever show: what translators must word and tests must see. */
export function codesOf(question: Question): readonly string[] {
  return rulesOf(question).map(([name]) => name);
}
