import type { Answer } from '#core/criteria/criterion.ts';
import type { FormDefinition, Question } from '#core/forms/definition.ts';
import type { Opened } from './open-held.ts';

const FIXED = {
  id: ({ id }) => id,
  reference: ({ reference }) => reference,
  form: ({ form }) => form,
  formVersion: ({ formVersion }) => formVersion,
  recipient: ({ recipient }) => recipient,
  system: ({ system }) => system,
  receivedAt: ({ receivedAt }) => receivedAt ?? '',
  createdAt: ({ createdAt }) => createdAt ?? '',
  language: ({ language }) => language ?? '',
  channel: ({ channel }) => channel ?? '',
  privacyNotice: ({ consent }) => consent?.privacyNotice ?? '',
  agreedAt: ({ consent }) => consent?.agreedAt ?? '',
  share: ({ consent }) => (consent?.share ?? []).join('; '),
  nonResident: ({ nonResident }) => (nonResident === undefined ? '' : nonResident ? 'yes' : 'no'),
  respondBy: ({ respondBy }) => respondBy ?? '',
  seenBy: ({ seenBy }) => seenBy ?? '',
  // What staff noted with `wayin intake outcome` (rows E51, E53, E54).
  status: ({ outcome }) => outcome?.status ?? '',
  refusalReason: ({ outcome }) => outcome?.reason ?? '',
  signpostedTo: ({ outcome }) => outcome?.signpostedTo ?? '',
  unmetNeed: ({ outcome }) => outcome?.unmetNeed ?? '',
  actionTaken: ({ outcome }) => outcome?.action ?? '',
} satisfies { readonly [column: string]: (opened: Opened) => string };

const ANSWER = 'answer.';

/** A column of the export: what stands at its head, and what stands in it for one submission. */
export interface Column {
  readonly name: string;
  readonly cell: (opened: Opened) => string;
}

/**
 * The columns: the same for the same forms, whatever was answered. A question that can have several answers has a
 * column an option, with `yes` where it was ticked. What a later version brings is added after the others of its
 * form, so that those before it keep their meaning.
 */
export function columnsFor(forms: readonly FormDefinition[]): readonly Column[] {
  const fixed = Object.entries(FIXED).map(([name, cell]) => ({ name, cell }));
  const byName = new Map<string, Column>();
  for (const question of forms.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))) {
    for (const column of columnsOf(question)) if (!byName.has(column.name)) byName.set(column.name, column);
  }
  return [...fixed, ...byName.values()];
}

function columnsOf(question: Question): readonly Column[] {
  const { id } = question;
  if (question.kind !== 'some-of') return [{ name: ANSWER + id, cell: ({ answers }) => toCell(answers[id]) }];
  return question.options.map((option) => ({
    name: `${ANSWER}${id}.${option}`,
    cell: ({ answers }) => ([answers[id]].flat().includes(option) ? 'yes' : ''),
  }));
}

function toCell(answer: Answer | undefined): string {
  if (answer === undefined) return '';
  return typeof answer === 'string' ? answer : answer.join('; ');
}
