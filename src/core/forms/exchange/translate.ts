import type { FormFiles } from '../edit/form-files.ts';
import type { TextKey } from '../edit/text-key.ts';
import { keysIn, withWords, wordsAt } from '../edit/words.ts';
import type { FormTextSource } from '../parse-form.ts';
import { withoutControls } from '../unseen.ts';

/** One sentence of a form for its translator. */
export interface Sentence {
  readonly key: TextKey;
  readonly source: string;
  /** Empty: not translated yet. */
  readonly target: string;
  /** `stale`: the source has changed since it was translated. */
  readonly state: 'new' | 'stale' | 'done';
}

/** The sentences of a form in the order in which they are read, with what they are in a language. */
export function sentencesFor(files: FormFiles, language: string): readonly Sentence[] {
  const own = files.texts[files.sourceLanguage];
  if (!own) return [];
  const text = files.texts[language];
  return keysIn(own).map((key) => {
    const source = wordsAt(own, key) ?? '';
    const target = wordsAt(text, key) ?? '';
    const from = files.translated?.[language]?.[key];
    const isStale = from !== undefined && from !== source;
    return { key, source, target, state: target === '' ? 'new' : isStale ? 'stale' : 'done' };
  });
}

/** A sentence as it comes back from a translator. */
export interface Translated {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** What is to be known of one that came back. Words: content/messages/<language>/exchange.json, `translated`. */
export interface TranslationNote {
  readonly code: /** Not taken: the form has no such sentence. */
    | 'unknownKey'
    /** Not taken: the key stands in the file more than once. */
    | 'twice'
    /** Not taken: blanks (`{{limit}}`) that the source has are missing, or there are others: `blanks`. */
    | 'blanksDiffer'
    /** Taken, and to be looked at again: the source has changed since it was given out. */
    | 'sourceChanged'
    /** Left as it was: the file has no translation of it. */
    | 'empty';
  readonly key: string;
  readonly params: { readonly [name: string]: string };
}

export interface Taken {
  readonly files: FormFiles;
  readonly report: readonly TranslationNote[];
  /** How many sentences were taken, and how many of them are new or different now. */
  readonly taken: number;
  readonly changed: number;
}

/** Puts the sentences that came back into a form. Only what the form has and what fits it is taken. */
export function takeTranslations(files: FormFiles, language: string, rows: readonly Translated[]): Taken {
  const own = files.texts[files.sourceLanguage];
  const keys = new Set<string>(own ? keysIn(own) : []);
  const report: TranslationNote[] = [];
  const seen = new Set<string>();
  let text: FormTextSource = files.texts[language] ?? EMPTY;
  let taken = 0;
  let changed = 0;
  const translated: { [key in TextKey]?: string } = { ...files.translated?.[language] };
  for (const row of rows) {
    const note = (code: TranslationNote['code'], params: TranslationNote['params'] = {}) =>
      void report.push({ code, key: row.key, params });
    if (!keys.has(row.key)) {
      note('unknownKey');
      continue;
    }
    if (seen.has(row.key)) {
      note('twice');
      continue;
    }
    seen.add(row.key);
    const key = row.key as TextKey;
    const source = wordsAt(own, key) ?? '';
    const target = withoutControls(row.target).trim();
    const blanks = differingBlanks(source, target);
    if (target === '') note('empty');
    else if (blanks.length > 0) note('blanksDiffer', { blanks: blanks.join(', ') });
    else {
      const isChanged = plain(row.source) !== plain(source);
      if (isChanged) note('sourceChanged');
      taken += 1;
      if (target !== wordsAt(text, key)) changed += 1;
      text = withWords(text, key, target);
      translated[key] = isChanged ? row.source : source;
    }
  }
  return {
    files: {
      ...files,
      texts: { ...files.texts, [language]: text },
      translated: { ...files.translated, [language]: translated },
    },
    report,
    taken,
    changed,
  };
}

const EMPTY: FormTextSource = { title: '', intro: [], recipients: {}, pages: {}, questions: {} };

/** Without differences that programs for translators make by themselves. */
const plain = (text: string) => withoutControls(text).replace(/\s+/g, ' ').trim();

const BLANK = /\{\{?\s*(\w+)\s*\}?\}/g;

/** Blanks that one text has and the other lacks. */
function differingBlanks(source: string, target: string): readonly string[] {
  const blanksIn = (text: string) => [...text.matchAll(BLANK)].map(([blank]) => blank.replace(/\s/g, ''));
  const [wanted, given] = [blanksIn(source), blanksIn(target)];
  return [...wanted.filter((one) => !given.includes(one)), ...given.filter((one) => !wanted.includes(one))];
}
