import type { Promised } from '#core/forms/definition.ts';
import { toReference } from '#core/submission/reference.ts';
import { isMonitoring, type Parcel } from '#store/parcel.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { StatusProps } from '#ui/submission-status/submission-status.ts';

/** What the page says about a form, written by the build. */
export interface ListedForm {
  readonly title: string;
  readonly promise: Promised;
  /** Of those of its services that promise something else. */
  readonly promises?: { readonly [recipient: string]: Promised };
  readonly teams: { readonly [recipient: string]: string };
  readonly contact?: { readonly text: string; readonly href: string };
  /** Its page, where that is not a form's. */
  readonly path?: string;
}

export type ListedForms = { readonly [form: string]: ListedForm };

/** What every part of "Your forms" speaks with. */
export interface Telling {
  readonly forms: ListedForms;
  readonly words: FormWords;
  readonly language: string;
}

/** A form that is not published any more has no title left but its id. */
export function titleOf(form: string, forms: ListedForms): string {
  return forms[form]?.title ?? form;
}

/** The page on which somebody goes on with it, without its language. */
export function pathOf(form: string, forms: ListedForms): string {
  return forms[form]?.path ?? `/forms/${form}/`;
}

/** The reference of a form; equality answers have none, or they could be told apart by it. */
export function referenceOf(parcel: Parcel): string | undefined {
  return isMonitoring(parcel) ? undefined : toReference(parcel.id);
}

/** Everything about a parcel's status but the status itself. */
export function circumstancesOf(
  parcel: Parcel,
  { forms, words, language }: Telling,
  now: number,
): Omit<StatusProps, 'status'> {
  const form = forms[parcel.form];
  const reference = referenceOf(parcel);
  const team = form?.teams[parcel.recipient];
  return {
    promise: parcel.isNameless ? 'anonymous' : (form?.promises?.[parcel.recipient] ?? form?.promise ?? 'none'),
    language,
    now,
    words,
    ...(reference ? { reference } : {}),
    ...(team ? { team } : {}),
    ...(form?.contact ? { contact: form.contact } : {}),
  };
}
