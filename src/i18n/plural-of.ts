/** Texts by key, as `pick` gives them to an island: `waiting_one`, `waiting_other`, `sendNow`. */
export type PickedWords = { readonly [key: string]: string };

const BLANK = /\{\{\s*(\w+)\s*\}\}/g;

/** Puts values into the blanks of a text: `{{count}}`. An unknown blank stays visible. */
export function fillIn(text: string, values: { readonly [blank: string]: string | number }): string {
  return text.replace(BLANK, (blank, name: string) => String(values[name] ?? blank));
}

/** The text for a number, by the language's own plural forms (Arabic six, Polish four). */
export function pluralOf(words: PickedWords, key: string, count: number, lang: string): string {
  const form = new Intl.PluralRules(lang).select(count);
  const text = words[`${key}_${form}`] ?? words[`${key}_other`] ?? key;
  return fillIn(text, { count });
}
