import type { JWK } from 'jose';
import type { FormDefinition } from '#core/forms/definition.ts';
import { fillIn, type PickedWords, pluralOf } from '#i18n/plural-of.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { readBeside, readPatiently } from '../beside/read-beside.ts';

/** What the build puts beside a form page for the script: structure, and only the words that are not on the page already. */
export interface FormData {
  readonly form: FormDefinition;
  readonly version: string;
  readonly language: string;
  readonly words: PickedWords;
  readonly problems: { readonly [question: string]: { readonly [code: string]: string } };
  /** Who receives it, in words, by recipient id. */
  readonly recipients: { readonly [recipient: string]: string };
}

/** What sending needs besides: fetched with its code at "check your answers", beside the form page. */
export interface SendingData {
  /** Public keys: of the receiving services, and those that receipts are checked with. */
  readonly recipients: { readonly [recipient: string]: JWK };
  readonly receipts: readonly JWK[];
  readonly contact: { readonly text: string; readonly href: string };
  /** Words of the `outbox` namespace. */
  readonly words: PickedWords;
}

/** The form's data, which lies beside its page: asked for until it comes. Until then the plain form works. */
export function readFormData(language: string, form: string): Promise<FormData> {
  return readPatiently<FormData>(`/${language}/forms/${form}/form.json`);
}

/** The keys and words for sending. Throws when they cannot be had now: then nothing can be sealed. */
export function readSendingData({ form, language }: FormData): Promise<SendingData> {
  return readBeside<SendingData>(`/${language}/forms/${form.id}/sending.json`);
}

/** The words of a form page as a function of their key. */
export function wordsOf(data: FormData): FormWords {
  return asFunction(data.words, data.language);
}

/** The words about a finished form. */
export function sendingWordsOf(sending: SendingData, language: string): FormWords {
  return asFunction(sending.words, language);
}

/** Picked words as a function of their key, plural forms chosen by `count`. */
export function asFunction(words: PickedWords, language: string): FormWords {
  return (key, blanks) =>
    blanks && 'count' in blanks
      ? pluralOf(words, key, Number(blanks.count), language)
      : fillIn(words[key] ?? key, blanks ?? {});
}
