const LEAST_WORDS = 30;

/**
 * The age at which most people can read a text (Flesch-Kincaid grade, plus five), for English only. Nothing for a text too short to judge.
 */
export function readingAge(lines: readonly string[], leastWords = LEAST_WORDS): number | undefined {
  const sentences = lines.flatMap((line) => plain(line).split(/[.!?:]+(?:\s+|$)/)).filter((one) => /[a-z]/i.test(one));
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z]+(?:['’-][a-z]+)*/gi) ?? []);
  if (words.length < leastWords) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(5, Math.round((grade + 5) * 10) / 10);
}

/** Markdown and blanks as they are read. */
function plain(line: string): string {
  return line
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\{\{[^}]*\}\}/g, 'name')
    .replace(/^[\s#>*-]+|[*_`[\]|]/g, ' ');
}

/** Syllables by the vowels: near enough for an average. */
function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const silent = letters
    .replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '');
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
