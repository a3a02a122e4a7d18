import type { PickedWords } from '#i18n/plural-of.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { readBeside } from '../beside/read-beside.ts';
import { asFunction } from '../form-filler/form-data.ts';

/** The words of the `draft` namespace, fetched when somebody needs them. Throws when they cannot be had now. */
export async function readDraftWords(language: string): Promise<FormWords> {
  return asFunction(await readBeside<PickedWords>(`/${language}/forms/draft.json`), language);
}
