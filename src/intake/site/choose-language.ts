const DEFAULT = 'en';

interface Wish {
  readonly tag: string;
  readonly quality: number;
}

/** The offered language that an `Accept-Language` header wishes for most, else English (RFC 9110 §12.5.4). */
export function chooseLanguage(header: string | undefined, offered: readonly string[]): string {
  const wishes = (header ?? '')
    .split(',')
    .map(toWish)
    .filter(({ tag, quality }) => tag !== '' && quality > 0);
  // Equal wishes keep their order: `sort` is stable.
  wishes.sort((a, b) => b.quality - a.quality);

  for (const { tag } of wishes) {
    if (tag === '*') return DEFAULT;
    const found = offered.find((code) => code.toLowerCase() === tag) ?? offered.find((code) => baseOf(tag) === code);
    if (found !== undefined) return found;
  }
  return DEFAULT;
}

function toWish(part: string): Wish {
  const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const given = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
  if (given === undefined) return { tag, quality: 1 };
  return { tag, quality: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given) : 0 };
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
