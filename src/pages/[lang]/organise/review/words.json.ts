import { wordsFor } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { reviewNames } from '#publish/sessions/review-names.ts';

export const getStaticPaths = inEveryLanguage;

/** What the pages of editors and coordinators say beside the organisers' words, and the names they work with. */
export function GET({ params }: { params: { lang: string } }) {
  const words = wordsFor(params.lang);
  return Response.json({ review: words.all('review'), names: reviewNames(params.lang) });
}
