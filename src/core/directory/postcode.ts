import { bad, good, type Outcome } from '../outcome.ts';

declare const brand: unique symbol;

/** A postcode as it is printed: upper case, one space, such as `SW1A 1AA`. */
export type Postcode = string & { readonly [brand]: 'Postcode' };

const SHAPE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/**
 * Reads a postcode the way people type one (`sw1a1aa`, ` SW1A  1AA`, a letter O for the digit 0).
 * Checks its shape only: whether it exists is the directory's business.
 */
export function parsePostcode(typed: string): Outcome<Postcode, 'missing' | 'wrongShape'> {
  const letters = typed.replace(/[\s.-]/g, '').toUpperCase();
  if (letters === '') return bad('missing');

  const parts = SHAPE.exec(letters) ?? SHAPE.exec(letters.replace(/O(?=[A-Z]{2}$)/, '0'));
  if (!parts) return bad('wrongShape');
  // No outcode ends in the letter O: there it is a 0 as well (NW1O for NW10).
  return good(`${parts[1]?.replace(/O$/, '0')} ${parts[2]}` as Postcode);
}
