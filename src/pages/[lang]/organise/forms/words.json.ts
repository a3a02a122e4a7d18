import type { Key } from '#i18n/key.ts';
import { offeredLanguages, wordsFor } from '#i18n/site-words.ts';
import { programmesIn } from '#publish/queries.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

const NAMES = /^(form|fact|kind|promise|audience)\.|^preview\.(phone|plain|paper)$/;
const CONDITIONS = /^when\./;

/** What the page of made forms says beside the organisers' words: its own, and names that the builder and paper have. */
export function GET({ params }: { params: { lang: string } }) {
  const words = wordsFor(params.lang);
  const some = (namespace: string, keys: RegExp) =>
    Object.fromEntries(Object.entries(words.all(namespace)).filter(([key]) => keys.test(key)));
  const programmes = programmesIn(params.lang).map(({ facts, text }) => [facts.id, text.name]);
  return Response.json({
    made: words.all('made'),
    builder: some('builder', NAMES),
    paper: some('paper', CONDITIONS),
    programmes: Object.fromEntries([['all', words.t('builder:form.allProgrammes' satisfies Key)], ...programmes]),
    languages: Object.fromEntries(offeredLanguages().map(({ code, name }) => [code, name])),
  });
}
