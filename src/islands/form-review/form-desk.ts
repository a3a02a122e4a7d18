import type { FormWords } from '#ui/form/form-words.ts';
import type { Desk } from '../organiser/desk.ts';
import type { AskProblem, MadeForm } from './ask-intake.ts';
import type { Saying } from './difference-rows.ts';

/** Everything that the page of made forms works with. */
export interface FormDesk {
  readonly desk: Desk;
  readonly saying: Saying;
  /** Words of the `made` namespace. */
  readonly words: FormWords;
  /** After a decision, or a try at one: reads all anew, and says what happened. */
  readonly onDecided: (said: Said) => void;
}

/** What is told once the list is there again. */
export type Said =
  | { readonly kind: 'done'; readonly verdict: 'published' | 'refused' | 'withdrawn'; readonly title: string }
  | { readonly kind: 'problem'; readonly problem: AskProblem };

/** Whether the person may publish and refuse. */
export function mayDecide({ desk }: FormDesk): boolean {
  return desk.organiser.role !== 'organiser';
}

export const waitingIn = (forms: readonly MadeForm[]) =>
  forms.flatMap((form) => form.drafts.flatMap((version) => (version.state === 'waiting' ? [{ form, version }] : [])));
