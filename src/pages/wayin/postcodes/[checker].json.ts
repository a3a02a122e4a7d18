import { checkerIn, postcodesFor } from '#publish/checkers/checkers.ts';
import { checkerIds } from '#publish/checkers/read-checkers.ts';

export function getStaticPaths() {
  return checkerIds().flatMap((checker) => {
    const sets = postcodesFor(checkerIn('en', checker));
    return sets ? [{ params: { checker }, props: { sets } }] : [];
  });
}

/**
 * The postcode sets that one checker needs. One file whatever is typed:
 * what a page asks for must not tell where a person lives.
 */
export function GET({ props }: { props: { sets: unknown } }) {
  return Response.json(props.sets);
}
