import { createNode, type FormKitNode } from '@formkit/core';
import { createValidationPlugin, type FormKitValidationRule } from '@formkit/validation';
import type { Answer, Answers } from '../criteria/criterion.ts';
import type { Question } from './definition.ts';
import { rulesOf } from './kinds/kinds.ts';
import { wrongEmail, wrongPostcode, wrongTelephone } from './rules/contact.ts';
import { notADate, tooEarly, tooLate } from './rules/dates.ts';
import { notAnOption } from './rules/not-an-option.ts';
import { notANumber, notMoney, tooLarge, tooSmall } from './rules/numbers.ts';
import { required } from './rules/required.ts';
import { tooLong } from './rules/too-long.ts';

/** A problem with one answer. Codes are worded when they are shown, so that a change of language loses nothing. */
export interface Problem {
  readonly question: string;
  readonly code: string;
  /** The rule's own numbers, for the words: `limit`, `least`, `most`. */
  readonly params: { readonly [name: string]: number };
}

// FormKit hands a rule the node and the arguments; ours take the answer. `required` alone looks at empty answers.
const RULES = {
  required: Object.assign(onValue(required), { skipEmpty: false }),
  tooLong: onValue(tooLong),
  notAnOption: onValue(notAnOption),
  notANumber: onValue(notANumber),
  tooSmall: onValue(tooSmall),
  tooLarge: onValue(tooLarge),
  notMoney: onValue(notMoney),
  notADate: onValue(notADate),
  tooEarly: onValue(tooEarly),
  tooLate: onValue(tooLate),
  wrongEmail: onValue(wrongEmail),
  wrongTelephone: onValue(wrongTelephone),
  wrongPostcode: onValue(wrongPostcode),
};

const PARAM: { readonly [code: string]: string } = { tooLong: 'limit', tooSmall: 'least', tooLarge: 'most' };

function onValue<Args extends readonly unknown[]>(rule: (answer: Answer, ...args: Args) => boolean) {
  return ((node: FormKitNode, ...args: unknown[]) =>
    rule((node.value ?? '') as Answer, ...(args as unknown as Args))) as FormKitValidationRule;
}

/**
 * Compiles questions to FormKit nodes, lets them settle, and reads the first problem of each.
 * The only file that knows FormKit: its messages and error numbers stay here.
 */
export async function problemsIn(questions: readonly Question[], answers: Answers): Promise<readonly Problem[]> {
  const form = createNode({ type: 'group', config: { delimiter: '§' }, plugins: [createValidationPlugin(RULES)] });
  for (const question of questions) {
    createNode({
      type: 'input',
      name: question.id,
      parent: form,
      value: answers[question.id] ?? '',
      props: { validation: rulesOf(question).map((rule) => [...rule]) },
    });
  }
  await form.settled;
  const problems = questions.flatMap((question) => firstProblem(question, form.at(question.id)));
  form.destroy();
  return problems;
}

function firstProblem(question: Question, node: FormKitNode | undefined): readonly Problem[] {
  const failing = new Set(
    Object.values(node?.store ?? {}).flatMap((message) => (message.type === 'validation' ? [message.key] : [])),
  );
  const rule = rulesOf(question).find(([name]) => failing.has(`rule_${name}`));
  if (!rule) return [];
  const [code, argument] = rule;
  const param = PARAM[code];
  return [{ question: question.id, code, params: param ? { [param]: Number(argument) } : {} }];
}
