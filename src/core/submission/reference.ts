// No vowels, so no words; no 0 O 1 I L, which look alike; no B 8 or S 5 pairs.
const LETTERS = '234679CDFGHJKMNPQRTVWXYZ';
const LENGTH = 8;

/**
 * The number a person reads out, such as `7KFM-2PQX`: derived from a submission's id, never stored.
 * 24^8 references, so that two of 100,000 submissions share one about once in 20 times; the id decides.
 */
export function toReference(id: string): string {
  const hex = id.slice(id.indexOf(':') + 1);
  let rest = BigInt(`0x${hex.slice(0, 16)}`);
  let text = '';
  for (let place = 0; place < LENGTH; place += 1) {
    text += LETTERS[Number(rest % BigInt(LETTERS.length))];
    rest /= BigInt(LETTERS.length);
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
