import { checkerData } from '#publish/checkers/page-data.ts';
import { checkerIds } from '#publish/checkers/read-checkers.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export function getStaticPaths() {
  return inEveryLanguage().flatMap(({ params: { lang } }) =>
    checkerIds().map((checker) => ({ params: { lang, checker }, props: { lang, checker } })),
  );
}

/** What a checker's page takes for its script: the page itself stays light, and no answer is in what it asks for. */
export function GET({ props }: { props: { lang: string; checker: string } }) {
  return Response.json(checkerData(props.lang, props.checker));
}
