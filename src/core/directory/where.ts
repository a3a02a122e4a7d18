import { parsePostcode } from './postcode.ts';
import { councilIn, OTHER_COUNCIL, type PostcodeSets } from './postcode-sets.ts';

/** Where a typed postcode lies: in an area of the directory, outside all of them, or not in the list, which is no answer. */
export type Where =
  | { readonly kind: 'inside'; readonly postcode: string; readonly area: string }
  | { readonly kind: 'outside'; readonly postcode: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing' | 'wrongShape' };

/** `councils`: the directory's area of each council it knows. */
export function whereIs(typed: string, sets: PostcodeSets, councils: { readonly [code: string]: string }): Where {
  const read = parsePostcode(typed);
  if (!read.ok) return { kind: read.problem };

  const council = councilIn(sets, read.value);
  if (council === undefined) return { kind: 'unknown' };
  const area = council === OTHER_COUNCIL ? undefined : councils[council];
  return area === undefined
    ? { kind: 'outside', postcode: read.value }
    : { kind: 'inside', postcode: read.value, area };
}
