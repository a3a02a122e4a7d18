import type { FormDefinition, FormText } from '#core/forms/definition.ts';
import type { PaperPart } from '#core/forms/paper/lay-out.ts';
import type { FormWords } from '../form/form-words.ts';
import type { PaperWording, Reader } from './wording.ts';

/** Where a sheet can be handed in or sent to; facts that nobody has given yet say so. */
export interface PaperPlace {
  readonly name: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly isKnown: boolean }[];
}

/** What a sheet needs to be drawn. */
export interface PaperProps {
  readonly form: FormDefinition;
  readonly parts: readonly PaperPart[];
  readonly text: FormText;
  readonly language: string;
  /** Which form and version it is. */
  readonly code: string;
  readonly reader: Reader;
  readonly wording: PaperWording;
  /** Words of the namespaces `paper` and `form`. */
  readonly words: FormWords;
  readonly formWords: FormWords;
  /** A path of the site as it is written down: `https://…/en/privacy/`. */
  readonly address: (path: string) => string;
  readonly places: readonly PaperPlace[];
  /** Whose form it is: the programme, or the site. */
  readonly team: string;
  /** What to do in danger, in sentences with numbers. Empty where the form needs none. */
  readonly crisis: readonly string[];
}
