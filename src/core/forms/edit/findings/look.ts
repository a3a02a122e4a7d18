import type { Question } from '../../definition.ts';
import type { FormTextSource, SourcePage, SourceQuestion } from '../../parse-form.ts';
import { questionsOn } from '../find.ts';
import { type Finding, type FindingCode, type Params, type Place, SEVERITY } from '../finding.ts';
import { type FormFiles, languagesOf } from '../form-files.ts';
import type { Known } from '../known.ts';
import { own } from '../own.ts';
import { type AnyPage, pageKeys } from '../page-keys.ts';
import { type Assembled, assembleAnyway } from '../sound.ts';
import type { Step } from '../step.ts';
import type { TextKey } from '../text-key.ts';
import { wordsAt } from '../words.ts';

/** What every check looks at, made once. */
export interface Look {
  readonly files: FormFiles;
  readonly known: Known;
  readonly pages: readonly { readonly key: string; readonly page: AnyPage }[];
  /** The pages of the form's own. */
  readonly ownPages: readonly { readonly key: string; readonly page: SourcePage }[];
  /** The questions of the form's own. */
  readonly ownQuestions: readonly SourceQuestion[];
  /** All questions, those of shared groups included, each with the page it stands on. */
  readonly questions: ReadonlyMap<
    string,
    { readonly key: string; readonly question: SourceQuestion; readonly use?: string }
  >;
  readonly languages: readonly string[];
  /** The words of the language it is written in. */
  readonly text: FormTextSource;
  /** Nothing where it cannot be put together at all. */
  readonly assembled: Assembled | undefined;
}

export function lookAt(files: FormFiles, known: Known): Look {
  const keys = pageKeys(files.source.pages);
  const pages = files.source.pages.map((page, at) => ({ key: keys[at] ?? '', page }));
  const ownPages = pages.flatMap(({ key, page }) => ('use' in page ? [] : [{ key, page }]));
  const questions = new Map<string, { key: string; question: SourceQuestion; use?: string }>();
  for (const { key, page } of pages) {
    for (const question of questionsOn(page, known.groups)) {
      const use = 'use' in page ? { use: page.use } : {};
      if (!questions.has(question.id)) questions.set(question.id, { key, question: asUsed(page, question), ...use });
    }
  }
  return {
    files,
    known,
    pages,
    ownPages,
    ownQuestions: ownPages.flatMap(({ page }) => page.questions),
    questions,
    languages: languagesOf(files),
    text: files.texts[files.sourceLanguage] ?? { title: '', intro: [], recipients: {}, pages: {}, questions: {} },
    assembled: assembleAnyway(files.source, known),
  };
}

function asUsed(page: AnyPage, question: SourceQuestion): SourceQuestion {
  const change = 'use' in page ? own(page.with, question.id) : undefined;
  return change ? ({ ...question, ...change } as SourceQuestion) : question;
}

/** A finding with the severity of its code. */
export function found(code: FindingCode, at: Place, params: Params = {}, repair?: readonly Step[]): Finding {
  return { code, at, params, severity: SEVERITY[code], ...(repair ? { repair } : {}) };
}

export const atPage = (id: string): Place => ({ what: 'page', id });
export const atQuestion = (id: string): Place => ({ what: 'question', id });
export const atWords = (language: string, key: TextKey): Place => ({ what: 'words', language, key });

/** The label of a question in the language the form is written in, also where its shared group has the words. */
export function labelOf({ files, text, known, questions }: Look, id: string): string | undefined {
  const words = wordsAt(text, `questions.${id}.label`);
  const use = questions.get(id)?.use;
  if (words !== undefined || use === undefined) return words;
  return own(own(known.groupTexts[files.sourceLanguage], use)?.questions, id)?.label;
}

/** The options a question of the form's own gives, wherever they are written. */
export function optionsOf(question: SourceQuestion | Question): readonly string[] {
  const { options = [], also = [] } = question as { options?: readonly string[]; also?: readonly string[] };
  return [...options, ...also];
}
