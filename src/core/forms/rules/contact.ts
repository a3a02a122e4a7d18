import type { Answer } from '../../criteria/criterion.ts';
import { parsePostcode } from '../../directory/postcode.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const TELEPHONE = /^[+\d\s().-]+(?:(?:ext|x|#)\.?\s?\d+)?$/i;

/** Passes what can be an e-mail address: only sending one would tell. */
export function wrongEmail(answer: Answer): boolean {
  return typeof answer === 'string' && EMAIL.test(answer);
}

/** Passes 7 to 15 digits (E.164's limit), however they are spaced, with an extension or not. */
export function wrongTelephone(answer: Answer): boolean {
  if (typeof answer !== 'string' || !TELEPHONE.test(answer)) return false;
  const digits = answer.replace(/(?:ext|x|#).*$/i, '').replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15;
}

/** Passes the shape of a postcode, in any case and spacing. */
export function wrongPostcode(answer: Answer): boolean {
  return typeof answer === 'string' && parsePostcode(answer).ok;
}
