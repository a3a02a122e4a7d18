// Letters that Unicode does not take apart into a letter and its mark.
const ALONE: { readonly [letter: string]: string } = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ة: 'ه',
  ى: 'ي',
};
const MARKS = /\p{M}|ـ/gu;
const BETWEEN = /[^\p{L}\p{N}]+/u;

/** A text as it is compared: small letters, no accents, one form of letters that are written several ways. */
export function fold(text: string): string {
  const whole = text.toLowerCase().replace(/[łøđßæœıأإآةى]/g, (letter) => ALONE[letter] ?? letter);
  return whole.normalize('NFD').replace(MARKS, '').replace(/['’]/g, '');
}

/** Its words, folded. */
export function wordsIn(text: string): readonly string[] {
  return fold(text)
    .split(BETWEEN)
    .filter((word) => word !== '');
}
