import type { Answer } from '../../criteria/criterion.ts';
import { toWesternDigits } from '../rules/numbers.ts';
import { withoutControls, withoutUnseen } from '../unseen.ts';

/** A rule's name, which is also the code of its problem, with its arguments. */
export type Rule = readonly [name: string, ...args: readonly unknown[]];

/** What a fact of a question may be, as an author writes it (parse-form.ts has the check of each). */
export type Fact = 'options' | 'length' | 'whole' | 'date?' | 'dayOrMonth';

/** The values of one control, by its name; none where it was not posted. */
export type Values = (control: string) => readonly string[];

/** A kind of question: which facts an author gives, what an answer must pass, how it is read from its controls. */
export interface Kind<Facts> {
  readonly facts: { readonly [Name in keyof Facts]-?: Fact };
  /** In the order in which their problems are told. */
  readonly rules: (question: Facts) => readonly Rule[];
  /** Left out: the text of the one control that has the question's id. */
  readonly read?: (values: Values, question: Facts & { readonly id: string }) => Answer;
}

/** The text of the first control of that name: line ends as one, no control characters, no white space at its ends. */
export function textOf(values: Values, control: string): string {
  return textsOf(values, control)[0] ?? '';
}

/** The texts of all controls of that name. */
export function textsOf(values: Values, control: string): readonly string[] {
  return values(control).map((text) => withoutControls(text).trim());
}

/** The same for numbers, addresses and codes: in the digits 0 to 9, without the unseen marks that pasting brings along. */
export function plainTextOf(values: Values, control: string): string {
  return toWesternDigits(withoutUnseen(textOf(values, control))).trim();
}
