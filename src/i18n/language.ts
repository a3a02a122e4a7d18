/** A language the site is offered in, as `content/languages` describes it. */
export interface Language {
  readonly code: string;
  /** Its name in itself, such as `polski`. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What stands in for a missing translation. */
export const FALLBACK = 'en';
