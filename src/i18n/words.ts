import { createInstance } from 'i18next';
import type { Key } from './key.ts';
import { FALLBACK, type Language } from './language.ts';
import { type Catalogue, flatten } from './messages.ts';
import type { PickedWords } from './plural-of.ts';

/** Everything a page needs to say something in its language. */
export interface Words {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** The text of a key (`site:nav.home`). A key that English lacks is a bug, and throws. */
  t(key: Key, params?: { readonly [name: string]: string | number }): string;
  /** `en` where a text is missing in this language and English stands in; else nothing. For the `lang` attribute. */
  langOf(key: Key): 'en' | undefined;
  /** The texts an island uses, with all plural forms, without their namespace. */
  pick(keys: readonly Key[]): PickedWords;
  /** All texts of a namespace, English where one is missing; none if there is no such namespace. */
  all(namespace: string): PickedWords;
}

/** All that is needed to say something: for what runs on a device, which has no more. */
export type Sayer = Pick<Words, 'lang' | 't'>;

/** Words in one language, English where a text is missing. */
export function createWords(language: Language, catalogue: Catalogue, english: Catalogue): Words {
  const { code: lang, direction } = language;
  const i18n = createInstance();
  void i18n.init({
    lng: lang,
    fallbackLng: FALLBACK,
    ns: Object.keys(english),
    defaultNS: 'site',
    resources: { [FALLBACK]: english, [lang]: catalogue },
    initAsync: false,
    // Pages escape what they print; escaping here would do it twice.
    interpolation: { escapeValue: false },
  });
  const own = texts(catalogue);
  const stand = texts(english);

  return {
    lang,
    direction,
    t(key, params = {}) {
      if (formsOf(key, stand).length === 0) throw new Error(missing(key));
      return i18n.t(key, params);
    },
    langOf(key) {
      return lang !== FALLBACK && formsOf(key, own).length === 0 ? FALLBACK : undefined;
    },
    pick(keys) {
      return Object.fromEntries(
        keys.flatMap((key) => {
          const mine = formsOf(key, own);
          const found = mine.length > 0 ? mine : formsOf(key, stand);
          if (found.length === 0) throw new Error(missing(key));
          return found.map(([name, text]) => [name.slice(name.indexOf(':') + 1), text]);
        }),
      );
    },
    all(namespace) {
      return Object.fromEntries([...flatten(english[namespace] ?? {}), ...flatten(catalogue[namespace] ?? {})]);
    },
  };
}

function texts(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([namespace, messages]) =>
      flatten(messages).map(([key, text]): [string, string] => [`${namespace}:${key}`, text]),
    ),
  );
}

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The text of a key, or its plural forms. */
function formsOf(key: string, all: ReadonlyMap<string, string>): [string, string][] {
  return [key, ...PLURALS.map((form) => `${key}_${form}`)].flatMap((name): [string, string][] => {
    const text = all.get(name);
    return text === undefined ? [] : [[name, text]];
  });
}

function missing(key: string): string {
  const [namespace = '', name] = key.split(':');
  return `content/messages/en/${namespace}.json: ${name}\n  There is no such text. Add it, or correct the key where it is used.`;
}
