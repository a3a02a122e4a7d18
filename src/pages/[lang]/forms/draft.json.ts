import { wordsFor } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

/** The words about half-finished forms in files and in newer versions: few people need them, so no page carries them. */
export function GET({ params }: { params: { lang: string } }) {
  return Response.json(wordsFor(params.lang).all('draft'));
}
