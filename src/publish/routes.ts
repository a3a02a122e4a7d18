import { offeredLanguages } from '#i18n/site-words.ts';

/** One route a language: what `getStaticPaths` of a page in every language answers. */
export function inEveryLanguage(): { params: { lang: string } }[] {
  return offeredLanguages().map(({ code }) => ({ params: { lang: code } }));
}
