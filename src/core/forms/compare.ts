import type { Answer, Answers } from '../criteria/criterion.ts';
import type { FormDefinition, Question } from './definition.ts';
import type { Asked, Draft } from './draft.ts';
import { relevantPages } from './relevance.ts';
import { problemsIn } from './tree.ts';

/** A question of the form as it is now, and the page it stands on. */
export interface Placed {
  readonly question: string;
  readonly page: string;
}

/** What becomes of the answers of a draft in another version of its form, by question. */
export interface Comparison {
  /** The answers that the form still has a place for. */
  readonly answers: Answers;
  readonly kept: readonly Placed[];
  /** Kept, on another page than before. */
  readonly moved: readonly Placed[];
  /** The answer does not fit any more. Unless it is `lost`, it stands in its control, to be put right. */
  readonly again: readonly (Placed & { readonly lost: boolean })[];
  /** Not asked any more, or not for these answers: it will not be sent. */
  readonly dropped: readonly string[];
}

type Before = Pick<Draft, 'answers' | 'asked'>;

/**
 * Compares a draft with the form as it is now. Questions are the same by their id, whatever their words. Answers that
 * did not apply before, and those of another shape than asked for now, are not counted as kept.
 */
export async function compareDraft(form: FormDefinition, { answers: before, asked }: Before): Promise<Comparison> {
  const questions = new Map(form.pages.flatMap((page) => page.questions).map((question) => [question.id, question]));
  const fitting = Object.entries(before).flatMap(([id, answer]): [string, Answer][] => {
    const question = questions.get(id);
    const fits = question && whatFits(question, answer, asked?.[id]);
    return fits === undefined || fits.length === 0 ? [] : [[id, fits]];
  });
  const answers: Answers = Object.fromEntries(fitting);

  const route = relevantPages(form, answers);
  const asking = route.flatMap(({ page, questions: here }) => here.map((question) => ({ page: page.id, question })));
  const applied = (id: string) => Object.hasOwn(before, id) && (asked === undefined || Object.hasOwn(asked, id));
  const met = asking.filter(({ question }) => applied(question.id));
  const answered = met.map(({ question }) => question).filter(({ id }) => Object.hasOwn(answers, id));
  const wrong = new Set((await problemsIn(answered, answers)).map(({ question }) => question));

  const placed = met.map(({ page, question }) => {
    const whole = sameAnswer(before[question.id], answers[question.id]);
    const becomes = !whole ? 'again' : wrong.has(question.id) ? 'again' : pageOf(asked, question.id, page);
    return { question: question.id, page, becomes, lost: !whole };
  });
  const which = (wanted: string) =>
    placed.filter(({ becomes }) => becomes === wanted).map(({ question, page }) => ({ question, page }));
  const there = new Set(placed.map(({ question }) => question));
  return {
    answers,
    kept: which('kept'),
    moved: which('moved'),
    again: placed
      .filter(({ becomes }) => becomes === 'again')
      .map(({ question, page, lost }) => ({ question, page, lost })),
    dropped: Object.keys(before).filter((id) => applied(id) && !there.has(id)),
  };
}

function pageOf(asked: Before['asked'], question: string, page: string): 'kept' | 'moved' {
  const was = asked?.[question]?.page;
  return was === undefined || was === page ? 'kept' : 'moved';
}

/** As much of an answer as its control can hold: ticks that are still offered, or text where text was typed. */
function whatFits(question: Question, answer: Answer, asked: Asked | undefined): Answer | undefined {
  const listed = typeof answer === 'string' ? [answer] : answer;
  if (question.kind === 'tick') return answer === 'yes' && (!asked || asked.kind === 'tick') ? answer : undefined;
  if ('options' in question) {
    const left = listed.filter((option) => question.options.includes(option));
    if (question.kind === 'some-of') return left;
    return listed.length === 1 ? left[0] : undefined;
  }
  // The id of an option is no text that somebody wrote.
  return typeof answer !== 'string' || (asked && !wasTyped(asked)) ? undefined : answer;
}

const CHOSEN = ['one-of', 'some-of', 'scale', 'tick'];

/** Whether an answer was in a person's own words, and not chosen from ours. */
export function wasTyped({ kind }: Asked): boolean {
  return !CHOSEN.includes(kind);
}

function sameAnswer(before: Answer | undefined, now: Answer | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  const [a, b] = [before, now].map((answer) => (typeof answer === 'string' ? [answer] : answer));
  return a?.length === b?.length && a?.every((one) => b?.includes(one)) === true;
}
