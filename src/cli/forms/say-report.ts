import type { ImportProblem, Kept } from '#core/forms/exchange/kept.ts';
import type { TranslationNote } from '#core/forms/exchange/translate.ts';
import { wordsFor } from '#i18n/site-words.ts';

const ORDER = ['notKept', 'changed', 'guessed', 'toDo'] as const;

/** What was not kept as it was, in the words of the site, a line each. */
export function sayReport(report: readonly Kept[]): readonly string[] {
  const { t } = wordsFor('en');
  if (report.length === 0) return ['Everything was kept.'];
  return ORDER.flatMap((how) => {
    const some = report.filter((one) => one.how === how);
    if (some.length === 0) return [];
    return [
      `${t(`exchange:how.${how}`)}:`,
      ...some.map(
        ({ code, where, params }) =>
          `  ${where === '' ? '' : `${where}: `}${onOneLine(t(`exchange:kept.${code}`, params))}`,
      ),
    ];
  });
}

/** Why a file could not be taken in: the file, the place in it, the cure. */
export function sayProblem(file: string, { code, where, params }: ImportProblem): string {
  const { t } = wordsFor('en');
  return `${file}: ${where === '' ? '' : `${where}: `}${t(`exchange:problems.${code}`, params)}`;
}

/** What is to be known of what came back from a translator. */
export function sayNotes(report: readonly TranslationNote[]): readonly string[] {
  const { t } = wordsFor('en');
  return report.map(
    ({ code, key, params }) => `  ${onOneLine(key)}: ${onOneLine(t(`exchange:translated.${code}`, params))}`,
  );
}

/** What a file said stays on its line, and tells a terminal nothing. */
const onOneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ');
