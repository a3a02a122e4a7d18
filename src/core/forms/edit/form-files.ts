import type { FormSource, FormTextSource } from '../parse-form.ts';
import type { TextKey } from './text-key.ts';

/** A form as its author keeps it: what a folder `forms/<id>/` holds. */
export interface FormFiles {
  /** `form.json`. */
  readonly source: FormSource;
  /** `text.<language>.json` by language. */
  readonly texts: { readonly [language: string]: FormTextSource };
  /** The language it is written in first; the others are translated from it. */
  readonly sourceLanguage: string;
  /** By language and key: the sentence of the source language that was translated, to know what is out of date since. */
  readonly translated?: { readonly [language: string]: { readonly [key in TextKey]?: string } };
}

/** Stands for the recipient, and for the privacy notice, that an author has still to choose. */
export const NOT_CHOSEN = 'not-chosen';

/** A new form: one empty page. */
export function emptyForm(id: string, language: string, title: string): FormFiles {
  const page = 'page-1';
  return {
    source: {
      id,
      system: 'all',
      kind: 'submission',
      audience: 'resident',
      promise: 'none',
      privacyNotice: NOT_CHOSEN,
      crisisPanel: false,
      routes: [{ recipient: NOT_CHOSEN }],
      pages: [{ id: page, questions: [] }],
    },
    texts: { [language]: { title, intro: [], recipients: {}, pages: { [page]: { title } }, questions: {} } },
    sourceLanguage: language,
  };
}

/** The languages of a form, the one it is written in first. */
export function languagesOf({ texts, sourceLanguage }: FormFiles): readonly string[] {
  return [sourceLanguage, ...Object.keys(texts).filter((language) => language !== sourceLanguage)];
}
