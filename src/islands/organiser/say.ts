import type { Key } from '#i18n/key.ts';
import { fillIn, type PickedWords, pluralOf } from '#i18n/plural-of.ts';
import type { Sayer } from '#i18n/words.ts';
import { readPatiently } from '../beside/read-beside.ts';

/** The words of the organisers' pages by namespace, as they lie beside them. */
export type OrganiserWords = { readonly [namespace: string]: PickedWords };

/** Says things in a language from the words that were fetched. */
export function sayerOf(words: OrganiserWords, lang: string): Sayer {
  return {
    lang,
    t(key, params = {}) {
      const [namespace = '', name = ''] = key.split(':');
      const picked = words[namespace] ?? {};
      return 'count' in params ? pluralOfWith(picked, name, params, lang) : fillIn(picked[name] ?? key, params);
    },
  };
}

function pluralOfWith(
  words: PickedWords,
  name: string,
  params: { readonly [blank: string]: string | number },
  lang: string,
): string {
  return fillIn(pluralOf(words, name, Number(params['count']), lang), params);
}

/** Fetches the words: asked for until they come, since nothing can be said without them. */
export async function readSayer(lang: string): Promise<Sayer> {
  return sayerOf(await readPatiently<OrganiserWords>(`/${lang}/organise/words.json`), lang);
}

/** A text of the organisers' own words. */
export function say({ t }: Sayer, name: string, params?: { readonly [blank: string]: string | number }): string {
  return t(`organise:${name}` as Key, params);
}
