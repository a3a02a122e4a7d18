import { wordsFor } from '#i18n/site-words.ts';
import { builderData } from '#publish/forms/builder-data.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

/** What the form builder's script fetches: words, and what an author may choose from. */
export function GET({ params }: { params: { lang: string } }) {
  return Response.json(builderData(wordsFor(params.lang)));
}
