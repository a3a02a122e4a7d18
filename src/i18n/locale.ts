/**
 * The locale that dates are written in. Plain "ar" writes Arabic-Indic or Latin digits depending on the system;
 * the UK's letters and clocks use Latin ones.
 */
export const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : `${lang}-u-nu-latn`);
