const MOST_WORDS = 4;
const MOST_LETTERS = 32;

/** Letters of Latin alphabets that Unicode does not take apart. */
const PLAIN: { readonly [letter in string]?: string } = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

export type IdStyle = 'question' | 'page' | 'option';

/**
 * An id made of the first words of a label, that nothing else has: `whereDoYouLive` for a question, `where-do-you-live`
 * for a page or an option. Words in another script give none: then it is `question-1`.
 */
export function mintId(label: string, style: IdStyle, isTaken: (id: string) => boolean): string {
  const words = latinWords(label);
  while (style !== 'option' && words[0] !== undefined && /^\d/.test(words[0])) words.shift();
  const named =
    style === 'question' ? words.map((word, place) => (place === 0 ? word : capital(word))).join('') : words.join('-');
  const id = named.slice(0, MOST_LETTERS).replace(/-+$/, '');
  if (id === '') return numbered(`${style}-`, 1, isTaken);
  return isTaken(id) || isOfJavaScript(id) ? numbered(/\d$/.test(id) ? `${id}-` : id, 2, isTaken) : id;
}

function latinWords(label: string): string[] {
  const plain = label
    .toLowerCase()
    .replace(/[łøđßæœıþ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD');
  return (plain.replace(/[\u0300-\u036f'’]/g, '').match(/[a-z0-9]+/g) ?? []).slice(0, MOST_WORDS);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function numbered(stem: string, first: number, isTaken: (id: string) => boolean): string {
  let number = first;
  while (isTaken(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** Names that every object answers to: answers are kept by id. */
export function isOfJavaScript(id: string): boolean {
  return id in Object.prototype;
}
