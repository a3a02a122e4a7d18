import { onlyCouncils } from '#core/directory/postcode-sets.ts';
import { postcodeSets } from '#publish/checkers/checkers.ts';
import { areasIn } from '#publish/directory.ts';

/**
 * The postcodes of the councils that the directory's areas belong to. One file whatever is typed:
 * what a page asks for must not tell where a person lives.
 */
export function GET() {
  const councils = areasIn('en').flatMap(({ facts }) => facts.postcodeSet ?? []);
  return Response.json(onlyCouncils(postcodeSets(), [...new Set(councils)]));
}
