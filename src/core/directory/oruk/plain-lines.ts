const BREAKS = /<\/?(?:p|br|li|ul|ol|div|h[1-6]|tr)\b[^>]*>|\r\n?|\n/gi;
// The words inside these are code, not text.
const CODE = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1>|$)/gi;
const TAG = /<\/?[a-z!][^>]*(?:>|$)/gi;
const CHARACTERS: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
};

/** Text of a feed as plain lines: many directories send HTML. Nothing of a tag is left. */
export function plainLines(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  // Twice, since what stands for `<` may stand for a tag.
  const bare = toCharacters(withoutTags(toCharacters(withoutTags(text.replace(CODE, '')))));
  return withoutTags(bare)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Whether a text is HTML. */
export function hasTags(text: string | undefined): boolean {
  return text !== undefined && /<\/?[a-z][^>]*>/i.test(text);
}

const withoutTags = (text: string) => text.replace(BREAKS, '\n').replace(TAG, '');

function toCharacters(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return CHARACTERS[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}
