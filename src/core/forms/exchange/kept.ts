import type { FormFiles } from '../edit/form-files.ts';

/** What of somebody else's form did not come in as it was. */
export interface Kept {
  /** `toDo`: it came in, and its author has something to say that the file did not. */
  readonly how: 'notKept' | 'changed' | 'guessed' | 'toDo';
  readonly code: KeptCode;
  /** The place in the file, in its own names: `pages[2].elements[0]`, `survey row 7`. */
  readonly where: string;
  readonly params: { readonly [name: string]: string | number };
}

/** Their words: content/messages/<language>/exchange.json, `kept`. */
export const KEPT_CODES = [
  /** Not kept: a part that our forms do not have: `what`. */
  'part',
  /** Not kept: a question of a kind that we do not have: `what`. */
  'kind',
  /** Not kept: a condition that could not be read, so that it is now asked of everybody: `what`. */
  'condition',
  /** Not kept: a condition that asks about something not asked before: `what`. */
  'conditionOrder',
  /** Not kept: a rule about the answer: `what`. */
  'rule',
  /** Not kept: a file that people would upload. */
  'upload',
  /** Not kept: a link, of whose words only the text stays: `what`. */
  'link',
  /** Not kept: a script or an address that could run one. */
  'script',
  /** Not kept: something that is worked out from answers: `what`. */
  'calculation',
  /** Changed: marks of HTML or Markdown are gone, the words stay. */
  'markup',
  /** Changed: a text longer than the limit was cut: `limit`. */
  'cut',
  /** Changed: an id: `from`, `to`. */
  'id',
  /** Changed: a kind became another: `from`, `to`. */
  'otherKind',
  /** Changed: "is not" waits for an answer first. */
  'waitsForAnswer',
  /** Changed: it was required only for some answers; now it can be left out. */
  'requiredForSome',
  /** Changed: a page on which the form ended; now the form goes on after it. */
  'exit',
  /** Changed: the words are inserted from another answer, which ours never do: `what`. */
  'inserted',
  /** Guessed: words for what had none: `what`. */
  'words',
  /** Guessed: limits of a number or a text: `least`, `most`. */
  'limits',
  /** Guessed: the language of its words: `language`. */
  'language',
  /** To do: a required question does not say why it is asked. */
  'why',
  /** To do: who receives it, and which privacy notice it shows. */
  'recipient',
  /** To do: words are missing in a language: `language`, `count`. */
  'untranslated',
] as const;
export type KeptCode = (typeof KEPT_CODES)[number];

/** Why a file could not be taken in at all. Words: content/messages/<language>/exchange.json, `problems`. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly where: string;
  readonly params: { readonly [name: string]: string | number };
}

export const IMPORT_PROBLEMS = [
  /** Not JSON, not a workbook, or not of that format: `format`. */
  'notThatFormat',
  /** Larger than `limit` bytes. */
  'tooLarge',
  /** More than `limit` questions. */
  'tooManyQuestions',
  /** More than `limit` options in one question. */
  'tooManyOptions',
  /** More than `limit` pages. */
  'tooManyPages',
  /** Nested deeper than `limit`. */
  'tooDeep',
  /** It asks nothing that could be kept. */
  'nothingAsked',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** A form made from somebody else's, with everything that is not as it was there. */
export interface Imported {
  readonly files: FormFiles;
  readonly report: readonly Kept[];
}

/** How much is taken in. */
export const LIMITS = {
  bytes: 1_048_576,
  questions: 500,
  options: 500,
  pages: 200,
  depth: 24,
  letters: 2_000,
  /** Comparisons in one condition. */
  comparisons: 60,
  reported: 1_000,
} as const;

/** A problem to be thrown through the steps of reading, and caught at its end. */
export class ImportProblemFound extends Error {
  readonly problem: ImportProblem;

  constructor(code: ImportProblemCode, where = '', params: ImportProblem['params'] = {}) {
    super(code);
    this.problem = { code, where, params };
  }
}

/** Takes down what was not kept, each thing once. */
export class Notes {
  readonly #kept = new Map<string, Kept>();

  add(how: Kept['how'], code: KeptCode, where: string, params: Kept['params'] = {}): void {
    const key = `${how} ${code} ${where} ${JSON.stringify(params)}`;
    if (this.#kept.size < LIMITS.reported) this.#kept.set(key, { how, code, where, params });
  }

  get all(): readonly Kept[] {
    return [...this.#kept.values()];
  }
}
