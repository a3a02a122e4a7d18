import type { QuestionKind } from '../definition.ts';
import { KINDS } from '../kinds/kinds.ts';
import type { SourceQuestion } from '../parse-form.ts';
import type { Asked } from './condition.ts';
import type { FoundOption, FoundQuestion } from './found.ts';
import type { Notes } from './kept.ts';
import { Names } from './names.ts';
import type { Sentences } from './sentences.ts';

/** Letters that an answer may have, where nothing says how many. */
const LINE = 200;
const PARAGRAPHS = 1000;
const MOST_LETTERS = 10_000;
const MOST_NUMBER = 1_000_000;

/** One question of ours, with its words put down, and as the conditions after it see it. */
export function questionOf(
  found: FoundQuestion,
  id: string,
  sentences: Sentences,
  notes: Notes,
): { readonly question: SourceQuestion; readonly asked: Asked } {
  const { where, kind, required, autocomplete } = found;
  sentences.add(`questions.${id}.label`, [found.label], where, found.name);
  if (found.hint) sentences.add(`questions.${id}.hint`, [found.hint], where, '');
  const hasWhy = found.why ? sentences.add(`questions.${id}.why`, [found.why], where, '') : false;
  if (required && !hasWhy) notes.add('toDo', 'why', where);

  const options = optionsOf(found.options ?? []);
  for (const { option, id: own } of options) {
    sentences.add(`questions.${id}.options.${own}`, [option.words], where, option.value);
  }
  const question = {
    id,
    kind,
    ...(required ? { required } : {}),
    ...(autocomplete !== undefined && AUTOCOMPLETE.has(autocomplete) ? { autocomplete } : {}),
    ...factsOf(found, kind, notes),
    ...('options' in KINDS[kind].facts ? { options: options.map((one) => one.id) } : {}),
  } as unknown as SourceQuestion;
  return { question, asked: { id, kind, options: new Map(options.map((one) => [one.option.value, one.id])) } };
}

function optionsOf(found: readonly FoundOption[]): readonly { readonly option: FoundOption; readonly id: string }[] {
  const names = new Names('option');
  // The same value twice is the same answer.
  const different = found.filter(({ value }, place) => found.findIndex((one) => one.value === value) === place);
  return different.map((option) => ({ option, id: names.take(option.name ?? option.value, 'option') }));
}

function factsOf(found: FoundQuestion, kind: QuestionKind, notes: Notes): object {
  switch (kind) {
    case 'text':
    case 'long-text': {
      const usual = kind === 'text' ? LINE : PARAGRAPHS;
      const { maxLength } = found;
      if (maxLength === undefined) notes.add('guessed', 'limits', found.where, { least: 0, most: usual });
      return { maxLength: Math.min(MOST_LETTERS, Math.max(1, Math.trunc(maxLength ?? usual))) };
    }
    case 'whole-number': {
      const least = Math.ceil(bounded(found.least ?? 0));
      const most = Math.max(least, Math.floor(bounded(found.most ?? MOST_NUMBER)));
      if (found.least === undefined || found.most === undefined) {
        notes.add('guessed', 'limits', found.where, { least, most });
      }
      return { least, most };
    }
    case 'date':
      return { parts: found.parts ?? 'day' };
    default:
      return {};
  }
}

const bounded = (number: number) => Math.max(-1e9, Math.min(1e9, number));

/** Purposes of an answer that browsers know, of those that forms like ours ask for (WCAG 1.3.5). */
const AUTOCOMPLETE = new Set([
  'name',
  'given-name',
  'family-name',
  'nickname',
  'email',
  'tel',
  'postal-code',
  'street-address',
  'address-line1',
  'address-line2',
  'address-level2',
  'bday',
  'organization',
  'language',
]);
