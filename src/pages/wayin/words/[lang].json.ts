import { readCatalogue } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

/** The words the intake says to those without script. */
export function GET({ params }: { params: { lang: string } }) {
  const { form = {}, outbox = {}, intake = {} } = readCatalogue(params.lang);
  return Response.json({ form, outbox, intake });
}
