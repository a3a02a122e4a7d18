import type { Answers } from '#core/criteria/criterion.ts';
import { judgeAll } from '#core/eligibility/judge-all.ts';
import { nextQuestion } from '#core/eligibility/next-question.ts';
import { type CheckerData, judged, surroundingsOf } from './checker-data.ts';

/** What is on the screen: a question, something that comes before any other question, or the result. */
export type View =
  | { readonly at: 'question'; readonly question: string }
  | { readonly at: 'at-once'; readonly outcome: string }
  | { readonly at: 'result' };

/** The way through a checker so far, with the place one is at. In memory only. */
export interface Way {
  readonly answers: Answers;
  readonly views: readonly View[];
  readonly place: number;
  /** The place of its first question: "start again" moves it. */
  readonly begun: number;
}

/** A way from its beginning; after "start again", where the last one ended. */
export function begin(data: CheckerData, views: readonly View[] = []): Way {
  return { answers: {}, views: [...views, viewAfter(data, {}, [])], place: views.length, begun: views.length };
}

/** What comes after these answers. Only what is still open is asked; what is urgent is said first, once. */
export function viewAfter(data: CheckerData, answers: Answers, seen: readonly View[]): View {
  const surroundings = surroundingsOf(data);
  const urgent = judgeAll(data, judged(data, answers), surroundings).outcomes.find(
    ({ id, atOnce, result }) =>
      atOnce && result === 'yes' && !seen.some((view) => view.at === 'at-once' && view.outcome === id),
  );
  if (urgent) return { at: 'at-once', outcome: urgent.id };
  const question = nextQuestion(data.definition, answers, surroundings);
  return question ? { at: 'question', question: question.id } : { at: 'result' };
}

/** The way one step further. What was ahead, after going back, is walked anew. */
export function forward(way: Way, view: View): Way {
  return { ...way, views: [...way.views.slice(0, way.place + 1), view], place: way.place + 1 };
}

/** Another place on the way, as far as there is one. */
export function backTo(way: Way, place: number): Way {
  return { ...way, place: Math.max(way.begun, Math.min(place, way.views.length - 1)) };
}

/** Which question this is, counted from 1. */
export function numberOf({ views, place, begun }: Way): number {
  return views.slice(begun, place + 1).filter(({ at }) => at === 'question').length;
}
