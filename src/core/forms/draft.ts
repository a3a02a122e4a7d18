import type { Answer, Answers } from '../criteria/criterion.ts';
import { bad, good, type Outcome } from '../outcome.ts';

/** A form half filled in. */
export interface Draft {
  /** Random, made when the form is begun; goes into the sealed content and guards against sending twice. */
  readonly draft: string;
  readonly formVersion: string;
  readonly answers: Answers;
  /** Those that came from a check and can be taken out again. */
  readonly brought?: Answers;
  /** The question page the person was on; `null` on the first. */
  readonly page: string | null;
  /** Milliseconds, by this device's clock. */
  readonly savedAt: number;
  /** The language of the words below. */
  readonly language?: string;
  /** What was asked and answered, in words: a later version of the form may not know it any more. */
  readonly asked?: { readonly [question: string]: Asked };
  /** Answers that no question of the form takes any more: shown until the draft is sent or deleted. */
  readonly setAside?: readonly SetAside[];
}

/** A question with an answer, as the person saw it. */
export interface Asked {
  readonly page: string;
  readonly kind: string;
  readonly label: string;
  /** The answer as it stood on the page: the words of what was ticked, or what was typed. */
  readonly said: readonly string[];
}

/** An answer without a question, in the words of its time. */
export interface SetAside {
  readonly label: string;
  readonly said: readonly string[];
  readonly language: string;
}

/** A draft on its way to another device. */
export interface DraftToCarry {
  readonly kind: 'draft';
  readonly version: 1;
  readonly form: string;
  /** What the form was called, for a site that does not have it. */
  readonly title: string;
  readonly draft: Draft;
}

export type CarryProblem = 'notADraft' | 'newer';

/** Reads a draft that came in a file. Whoever made the file knew its passphrase, and may still have written anything. */
export function parseCarried(given: unknown): Outcome<DraftToCarry, CarryProblem> {
  if (!isRecord(given) || given['kind'] !== 'draft') return bad('notADraft');
  if (typeof given['version'] === 'number' && given['version'] > 1) return bad('newer');
  const { version, form, title, draft: kept } = given;
  if (version !== 1 || !isText(form) || !isText(title) || !isRecord(kept)) return bad('notADraft');

  const { draft, formVersion, answers, brought, page, savedAt, language, asked, setAside } = kept;
  const isWhole = isText(draft) && isText(formVersion) && isAnswers(answers) && typeof savedAt === 'number';
  if (!isWhole || !(page === null || isText(page))) return bad('notADraft');
  const fits =
    (brought === undefined || isAnswers(brought)) &&
    (language === undefined || isText(language)) &&
    (asked === undefined || (isRecord(asked) && Object.values(asked).every(isAsked))) &&
    (setAside === undefined || (Array.isArray(setAside) && setAside.every(isSetAside)));
  return fits ? good(given as unknown as DraftToCarry) : bad('notADraft');
}

type Fields = { readonly [name: string]: unknown };

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAnswer = (value: unknown): value is Answer => isText(value) || isList(value);
const isAnswers = (value: unknown): value is Answers => isRecord(value) && Object.values(value).every(isAnswer);
const isAsked = (value: unknown) =>
  isRecord(value) && isText(value['page']) && isText(value['kind']) && isText(value['label']) && isList(value['said']);
const isSetAside = (value: unknown) =>
  isRecord(value) && isText(value['label']) && isList(value['said']) && isText(value['language']);
