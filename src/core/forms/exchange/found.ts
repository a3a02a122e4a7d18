import type { QuestionKind } from '../definition.ts';

/** Words by language. */
export type FoundWords = { readonly [language: string]: string };

/** A condition as somebody else's form has it, about its own names and values. */
export type FoundCondition =
  | { readonly all: readonly FoundCondition[] }
  | { readonly any: readonly FoundCondition[] }
  | { readonly not: FoundCondition }
  | FoundComparison;

export interface FoundComparison {
  /** The name of the question it asks about. */
  readonly asks: string;
  /** `equals` one of the values; `contains` any of them; `allOf` them. */
  readonly does:
    | 'equals'
    | 'contains'
    | 'allOf'
    | 'atLeast'
    | 'atMost'
    | 'moreThan'
    | 'lessThan'
    | 'countAtLeast'
    | 'countAtMost'
    | 'answered'
    | 'empty';
  readonly values: readonly string[];
}

/** A condition that was there; `cannot` says of one that could not be read what it was. */
export type FoundWhen = { readonly condition: FoundCondition } | { readonly cannot: string };

export interface FoundOption {
  readonly value: string;
  /** What its id is made of, where that is not the value. */
  readonly name?: string;
  readonly words: FoundWords;
}

export interface FoundQuestion {
  readonly name: string;
  /** What conditions call it, where that is not its name. */
  readonly key?: string;
  readonly where: string;
  readonly kind: QuestionKind;
  readonly label: FoundWords;
  readonly hint?: FoundWords;
  readonly why?: FoundWords;
  readonly options?: readonly FoundOption[];
  readonly required?: boolean;
  /** All of them must hold. */
  readonly when?: readonly FoundWhen[];
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly least?: number;
  readonly most?: number;
  readonly parts?: 'day' | 'month';
}

export interface FoundPage {
  readonly name: string;
  readonly where: string;
  readonly title: FoundWords;
  readonly body: readonly FoundWords[];
  readonly questions: readonly FoundQuestion[];
  readonly when?: readonly FoundWhen[];
  readonly repeat?: number;
}

/** Somebody else's form, read and nothing more: what `assemble` makes files of. */
export interface FoundForm {
  readonly name: string;
  readonly title: FoundWords;
  readonly intro: readonly FoundWords[];
  readonly pages: readonly FoundPage[];
  /** The language that words without one are in. */
  readonly language: string;
}

/** What the one who takes a form in says about it. */
export interface Given {
  /** The id of the form. */
  readonly id?: string;
  /** The language of words that the file does not say it of. */
  readonly language?: string;
  /** The words of yes and no, which most formats leave to the program that shows them. */
  readonly yes?: FoundWords;
  readonly no?: FoundWords;
}

/** The options of a question that is answered with yes or no. */
export function yesNo({ yes = {}, no = {} }: Given): readonly FoundOption[] {
  return [
    { value: 'true', name: 'yes', words: yes },
    { value: 'false', name: 'no', words: no },
  ];
}

/** The comparisons a condition is made of. */
export function foundComparisons(condition: FoundCondition): readonly FoundComparison[] {
  if ('all' in condition) return condition.all.flatMap(foundComparisons);
  if ('any' in condition) return condition.any.flatMap(foundComparisons);
  if ('not' in condition) return foundComparisons(condition.not);
  return [condition];
}
