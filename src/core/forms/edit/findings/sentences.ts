import { readingAge } from '../../../reading-age.ts';
import { avoidedIn } from '../avoided-words.ts';
import type { Finding } from '../finding.ts';
import type { TextKey } from '../text-key.ts';
import { keysIn, wordsAt } from '../words.ts';
import { atWords, found, type Look } from './look.ts';

/** Letters of a label, title or option at most, before it is worth a thought. */
export const MOST_LETTERS = 140;
/** The age at which most people can read a text, in years, at most: adults read with the ease of an 11-year-old, and words of services are long. */
export const MOST_READING_AGE = 14;
const LEAST_WORDS = 12;

/** How the words of a form read, sentence by sentence. */
export function ofSentences({ files, languages }: Look): readonly Finding[] {
  return languages.flatMap((language) => {
    const text = files.texts[language];
    if (!text) return [];
    return keysIn(text).flatMap((key) => {
      const sentence = wordsAt(text, key) ?? '';
      return [
        ...ofAny(language, key, sentence),
        ...(language.startsWith('en') ? ofEnglish(language, key, sentence) : []),
      ];
    });
  });
}

const HTML = /<\/?[a-z][^<>]*>|&[a-z]+;|\bjavascript:/i;
const isName = (key: TextKey) => /^title$|\.(title|label)$|\.options\.|^scale\./.test(key);

function ofAny(language: string, key: TextKey, sentence: string): readonly Finding[] {
  const at = atWords(language, key);
  const set = (text: string) => [{ do: 'setWords', language, at: key, text } as const];
  const bare = sentence.replace(/[\s:：]+$/, '');
  return [
    ...(HTML.test(sentence) ? [found('looksLikeCode', at, { key })] : []),
    ...(isName(key) && bare !== sentence && bare !== '' ? [found('endsInColon', at, { key }, set(bare))] : []),
    ...(isName(key) && isShouted(sentence) ? [found('allCapitals', at, { key })] : []),
    ...(isName(key) && sentence.length > MOST_LETTERS
      ? [found('tooLong', at, { key, letters: sentence.length, most: MOST_LETTERS })]
      : []),
  ];
}

/** Two words or more, all in capitals: one alone may be an abbreviation, as may some within another script. */
function isShouted(sentence: string): boolean {
  const words = sentence.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 1 && words.some(({ length }) => length > 4) && words.every((word) => /^\p{Lu}+$/u.test(word));
}

function ofEnglish(language: string, key: TextKey, sentence: string): readonly Finding[] {
  const at = atWords(language, key);
  const age = readingAge([sentence], LEAST_WORDS);
  return [
    ...avoidedIn(sentence).map((words) => found('avoidedWords', at, { key, words })),
    ...(age !== undefined && age > MOST_READING_AGE
      ? [found('hardToRead', at, { key, age: Math.round(age), most: MOST_READING_AGE })]
      : []),
  ];
}
