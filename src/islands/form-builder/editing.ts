import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Groups } from '#core/forms/edit/find.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import type { EditProblem, Step } from '#core/forms/edit/step.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData, FormGroups } from './builder-data.ts';

/** What the panel beside the outline is about. */
export type Chosen =
  | { readonly at: 'form' }
  | { readonly at: 'page'; readonly page: string }
  | { readonly at: 'question'; readonly question: string }
  /** Something is about to be added there. */
  | { readonly at: 'newPage'; readonly after: string | undefined }
  | { readonly at: 'newQuestion'; readonly page: string; readonly after: string | undefined };

/** What each part of the editor sees, and the one way in which it changes the form. */
export interface Editing {
  readonly draft: string;
  readonly files: FormFiles;
  readonly groups: Groups;
  readonly known: Known;
  readonly shared: FormGroups;
  readonly data: BuilderData;
  readonly words: FormWords;
  /** The reader's language, not the form's. */
  readonly language: string;
  readonly chosen: Chosen;
  /** The field whose own typing was the last change of the form. */
  readonly typing: { current: string | undefined };
  choose(chosen: Chosen, focus?: string): void;
  /** Takes one step, or several that are undone together, and says what it did; answers what stood in the way. */
  take(steps: Step | readonly Step[], after?: After): EditProblem | undefined;
}

/** What happens once a step is taken. */
export interface After {
  /** What the step was about is chosen: its panel opens. */
  readonly go?: boolean;
  readonly choose?: Chosen;
  /** The `data-focus` of what takes focus once it is drawn. */
  readonly focus?: string;
  /** The field that the step was typed into. */
  readonly by?: string;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('There is no form to edit here.');
  return editing;
}
