const FIRST_PART = /^\/[^/]+(?=\/)/;

/** A site path (`/help-now/`, with or without `#…`) in a language: `/pl/help-now/`. Other addresses stay as they are. */
export function localPath(lang: string, path: string): string {
  return path.startsWith('/') ? `/${lang}${path}` : path;
}

/** The same page in another language: `/en/help-now/` becomes `/ar/help-now/`. */
export function switchLanguage(path: string, lang: string): string {
  return FIRST_PART.test(path) ? path.replace(FIRST_PART, `/${lang}`) : `/${lang}/`;
}

/** A path without its language: `/en/help-now/` is `/help-now/`. */
export function withoutLanguage(path: string): string {
  return path.replace(FIRST_PART, '');
}

/** The language a path is written in, if its first part is one of `codes`. */
export function languageOf(path: string, codes: readonly string[]): string | undefined {
  const first = path.split('/')[1] ?? '';
  return codes.includes(first) ? first : undefined;
}
