import type { FormDefinition, FormText } from '../definition.ts';
import type { FormTextSource } from '../parse-form.ts';
import type { FormFiles } from './form-files.ts';
import type { Known } from './known.ts';
import { assembleAnyway } from './sound.ts';
import type { TextKey } from './text-key.ts';
import { wordsAt } from './words.ts';

/**
 * A version of a form: a `PublishedForm`, or that of an author's files. Compare two of one sort: a published one has the
 * words of its groups.
 */
export interface Version {
  readonly definition: FormDefinition;
  readonly text: { readonly [language: string]: FormText | FormTextSource };
}

/** An author's files as a version; nothing where they cannot be put together at all. */
export function versionOfFiles(files: FormFiles, known: Known): Version | undefined {
  const assembled = assembleAnyway(files.source, known);
  return assembled && { definition: assembled.composed.definition, text: files.texts };
}

export function textIn({ text }: Version, language: string): FormTextSource | undefined {
  return Object.hasOwn(text, language) ? (text[language] as FormTextSource) : undefined;
}

/** The words by which an author knows a thing; its id where it has none. */
export interface Labels {
  readonly title: string;
  readonly page: (id: string) => string;
  readonly question: (id: string) => string;
  readonly option: (question: string, id: string) => string;
  readonly recipient: (id: string) => string;
}

/** The labels of the first of some versions that has one. */
export function labelsOf(versions: readonly Version[], language: string): Labels {
  const first = (key: TextKey) =>
    versions.map((version) => wordsAt(textIn(version, language), key)).find((words) => words !== undefined);
  return {
    title: first('title') ?? '',
    page: (id) => first(`pages.${id}.title`) ?? id,
    question: (id) => first(`questions.${id}.label`) ?? id,
    option: (question, id) => first(`questions.${question}.options.${id}`) ?? id,
    recipient: (id) => first(`recipients.${id}`) ?? id,
  };
}
