/** Everything is counted in ten-thousandths, in whole numbers: no binary fractions, no lost pennies. */
const PLACES = 4;
const ONE = 10n ** BigInt(PLACES);

const SHAPE = /^(-?)(\d{1,9})(?:\.(\d{1,4}))?$/;

/** Reads "13.15" as 131500 ten-thousandths; undefined if it is no decimal with at most four places. */
export function parseDecimal(text: string): bigint | undefined {
  const parts = SHAPE.exec(text);
  if (!parts) return undefined;
  const [, sign = '', whole = '0', rest = ''] = parts;
  const size = BigInt(whole) * ONE + BigInt(rest.padEnd(PLACES, '0'));
  return sign === '-' ? -size : size;
}

/** Rounds a number of `parts` to the unit up to the next penny: 149910000 parts of 10000000 is "15.00". */
export function roundUpToPenny(value: bigint, parts: bigint): string {
  const scaled = value * 100n;
  const pence = scaled / parts + (scaled > 0n && scaled % parts !== 0n ? 1n : 0n);
  return `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`;
}
