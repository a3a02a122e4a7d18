import { readCatalogue } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

/** The words in which the intake tells what has changed in the timetable since the build. */
export function GET({ params }: { params: { lang: string } }) {
  const { timetable = {}, news = {} } = readCatalogue(params.lang);
  return Response.json({ timetable, news });
}
