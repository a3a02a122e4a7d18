import { localPath } from '#i18n/paths.ts';
import type { WordedStep } from '#i18n/word-verdict.ts';
import type { FormWords } from '../form/form-words.ts';
import type { ResultViewProps } from './result-view.ts';

export type TextOfResult = Pick<ResultViewProps, 'outcomes' | 'next' | 'rules' | 'language' | 'words'> & {
  readonly title: string;
  /** `https://…` without a path. */
  readonly origin: string;
};

/** The result as lines to paste into a message. No answers: who reads it need not see them. */
export function resultAsText(result: TextOfResult): string {
  const { title, outcomes, next, rules, words } = result;
  const fits = outcomes.filter(({ result: each }) => each !== 'no');
  const found = fits.flatMap((outcome) => [
    '',
    `${outcome.name}: ${words(`result.${outcome.result}`)}`,
    outcome.text,
    ...outcome.notes.map(({ text }) => text),
    ...stepLines(result, outcome.next),
  ]);
  return [
    title,
    ...(fits.length > 0 ? found : ['', words('resultTitle.no'), ...stepLines(result, next)]),
    '',
    words('askAnywayText'),
    words('rules.version', { version: rules.version }),
    words('rules.checked', { date: rules.checked }),
  ].join('\n');
}

function stepLines(
  { language, origin }: { language: string; origin: string; words: FormWords },
  steps: readonly WordedStep[],
) {
  return steps.map(({ text, href }) => `- ${text}: ${origin}${localPath(language, href)}`);
}
