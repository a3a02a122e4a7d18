import { wordsFor } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

/** The words of a form that is not published yet: those of its page and of its sheet of paper. */
export function GET({ params }: { params: { lang: string } }) {
  const words = wordsFor(params.lang);
  const builder = ['preview.sentTitle', 'preview.sentText', 'preview.again'].map((key) => `builder:${key}` as const);
  return Response.json({
    form: words.all('form'),
    paper: words.all('paper'),
    own: words.pick(builder),
    direction: words.direction,
    siteName: words.t('site:siteName'),
  });
}
