import { fillIn, type PickedWords, pluralOf } from '#i18n/plural-of.ts';
import type { FormWords } from '#ui/form/form-words.ts';

/** The words of the `outbox` namespace as a function of their key. */
export function outboxWords(words: PickedWords, language: string): FormWords {
  return (key, blanks) =>
    blanks && 'count' in blanks
      ? pluralOf(words, key, Number(blanks.count), language)
      : fillIn(words[key] ?? key, blanks ?? {});
}
