import { emptyForm, type FormFiles } from '#core/forms/edit/form-files.ts';
import { begin } from '#core/forms/edit/history.ts';
import { mintId } from '#core/forms/edit/mint-id.ts';
import type { FormDraft } from '#store/form-drafts.ts';

const ID_DIGITS = 8;

/** A draft of some files, under a name that no other draft has. */
export function draftOf(files: FormFiles, now: number): FormDraft {
  const id = `d-${crypto.randomUUID().replaceAll('-', '').slice(0, ID_DIGITS)}`;
  return { kind: 'form-draft', version: 1, id, history: begin(files), savedAt: now, writer: '' };
}

/** A new form of that name. Its id is made of the name once, and never changes. */
export function newForm(title: string, language: string): FormFiles {
  return emptyForm(
    mintId(title, 'page', () => false),
    language,
    title,
  );
}
