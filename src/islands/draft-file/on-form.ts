import { h, render } from 'preact';
import type { Draft, DraftToCarry } from '#core/forms/draft.ts';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { readDraftWords } from './draft-words.ts';
import { type Opened, OpenFile } from './open-file.ts';
import { SaveToFile } from './save-to-file.ts';

/** A form on the screen, as far as a file of it goes. */
export interface FormToCarry {
  readonly form: string;
  readonly language: string;
  /** The form as it stands now. */
  draft(): Draft;
  /** Puts a draft in the place of what is there. */
  open(draft: Draft): Promise<void>;
}

/** Saving a form page's form to a file, or opening one there. */
export async function mountOnForm(place: Element, part: 'save' | 'open', carry: FormToCarry): Promise<void> {
  const words = await readDraftWords(carry.language);
  render(part === 'save' ? saving(carry, words) : opening(carry, words), place);
}

const hasAnswers = ({ answers }: Draft) => Object.keys(answers).length > 0;

function saving(carry: FormToCarry, words: FormWords) {
  const toCarry = (): DraftToCarry | undefined => {
    const draft = carry.draft();
    const title = document.querySelector('[data-form-part] h1')?.textContent ?? carry.form;
    return hasAnswers(draft) ? { kind: 'draft', version: 1, form: carry.form, title, draft } : undefined;
  };
  return h(SaveToFile, { words, carry: toCarry, today: () => new Date().toISOString().slice(0, 10) });
}

function opening(carry: FormToCarry, words: FormWords) {
  const take = async ({ form, title, draft }: DraftToCarry): Promise<Opened> => {
    if (form !== carry.form) {
      const link = h('a', { href: localPath(carry.language, '/your-forms/') }, words('open.yourForms'));
      return { text: words('problem.otherForm', { form: title }), isProblem: true, more: h('p', null, link) };
    }
    await carry.open(draft);
    return { text: words('open.done', { when: dateAndTimeInWords(draft.savedAt, carry.language) }) };
  };
  const isTaken = async ({ form }: DraftToCarry) => form === carry.form && hasAnswers(carry.draft());
  return h(OpenFile, { words, isTaken, take });
}
