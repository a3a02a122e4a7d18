import { h, render } from 'preact';
import type { DraftToCarry } from '#core/forms/draft.ts';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { readDraft, saveDraft } from '#store/drafts.ts';
import { readDraftWords } from './draft-words.ts';
import { type Opened, OpenFile } from './open-file.ts';
import { Written } from './written.ts';

interface Needs {
  readonly language: string;
  /** The title of a form that is published now. */
  readonly titleOf: (form: string) => string | undefined;
  /** A draft was put on this device. */
  readonly kept: () => void;
}

/** Opening a file in "Your forms": the draft goes onto this device, and a link leads to its form. */
export async function mountInYourForms(place: Element, { language, titleOf, kept }: Needs): Promise<void> {
  const words = await readDraftWords(language);
  const take = async ({ form, title, draft }: DraftToCarry): Promise<Opened> => {
    const now = titleOf(form);
    if (now === undefined) return { text: words('open.gone', { form: title }), more: h(Written, { draft }) };
    const link = h(
      'p',
      null,
      h('a', { href: localPath(language, `/forms/${form}/`) }, words('open.goOn', { form: now })),
    );
    const result = await saveDraft(form, { ...draft, savedAt: Date.now() });
    if (!result.ok) return { text: words('problem.notKept'), isProblem: true, more: link };
    kept();
    return { text: words('open.here', { when: dateAndTimeInWords(draft.savedAt, language) }), more: link };
  };
  const isTaken = async ({ form }: DraftToCarry) => (await readDraft(form)) !== undefined;
  render(h(OpenFile, { words, isTaken, take }), place);
}
