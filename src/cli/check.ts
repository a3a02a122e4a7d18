import type { Truth } from '#core/criteria/judge.ts';
import { parseAnswers } from '#core/eligibility/check-answers.ts';
import { judgeAll } from '#core/eligibility/judge-all.ts';
import { offeredLanguages } from '#i18n/site-words.ts';
import { type WordedOutcome, type WordedStep, withDatesInWords, wordVerdict } from '#i18n/word-verdict.ts';
import { checkerIn, programmeBlanks, surroundingsOn } from '#publish/checkers/checkers.ts';
import { checkerIds } from '#publish/checkers/read-checkers.ts';
import { leadsToClosedForm } from '#publish/forms/open-forms.ts';
import { today } from '#publish/today.ts';
import { sayWrongAnswer } from './check-problems.ts';
import { Misuse, WrongInput } from './problems.ts';
import { readAnswers } from './read-answers.ts';
import { readArguments } from './read-arguments.ts';
import { PROJECT } from './settings.ts';

/** `wayin check`: what a checker says of some answers, in words, as one JSON object. */
export async function check(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['lang']);
  const [id, source, ...others] = positionals;
  if (id === undefined || source === undefined || others.length > 0) {
    throw new Misuse('It is: wayin check <checker> <answers.json or -> [--lang <code>].');
  }
  const given = await readAnswers(source);
  // Content is read by its path from the project's top.
  process.chdir(PROJECT);
  oneOf(id, checkerIds(), `There is no checker "${id}".`);
  const lang = values['lang'] ?? 'en';
  const codes = offeredLanguages().map(({ code }) => code);
  oneOf(lang, codes, `--lang: "${lang}" is not a language of this site.`);

  const checker = checkerIn(lang, id);
  const answers = parseAnswers(checker.definition, given);
  if (!answers.ok) throw new WrongInput(sayWrongAnswer(answers.problem));

  const verdict = judgeAll(checker, answers.value, surroundingsOn(today()));
  const textOf = (one: string) => checker.texts[one] ?? checker.text;
  const worded = wordVerdict(withDatesInWords(verdict, lang), textOf, programmeBlanks(lang, checker));
  const printed = {
    checker: id,
    ruleVersion: verdict.ruleVersion,
    outcomes: worded.outcomes.map(printOutcome),
    next: printSteps(worded.next),
  };
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);

  function printOutcome(outcome: WordedOutcome) {
    return {
      id: outcome.id,
      result: outcome.result,
      ...outcome.shows,
      text: outcome.text,
      because: outcome.because.map(({ criterion, met, text }) => ({ criterion, met: MET[met], text })),
      notes: outcome.notes.map(({ text }) => text),
      next: printSteps(outcome.next),
    };
  }

  /** Nobody is sent to a form that is closed (A2). */
  function printSteps(steps: readonly WordedStep[]) {
    return steps
      .filter(({ href }) => !leadsToClosedForm(href))
      .map(({ kind, text, href }) => ({ kind, text, href: `/${lang}${href}` }));
  }
}

const MET: { readonly [truth in Truth]: boolean | null } = { yes: true, no: false, unknown: null };

function oneOf(name: string, names: readonly string[], problem: string): void {
  if (!names.includes(name)) throw new WrongInput(`${problem} It is one of: ${names.join(', ')}.`);
}
