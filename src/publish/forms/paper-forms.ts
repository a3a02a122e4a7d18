import { isOpen } from './form-programme.ts';
import { readForms } from './read-forms.ts';

/** Those of the forms that can be printed now, with their titles. */
export function paperForms(lang: string, ids: readonly string[] = []): readonly { id: string; title: string }[] {
  return readForms()
    .filter(({ definition }) => ids.includes(definition.id) && isOpen(definition))
    .map(({ definition: { id }, text }) => ({ id, title: (text[lang] ?? text.en)?.title ?? id }));
}
