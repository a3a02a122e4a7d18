import type { FormContent } from '../from-content.ts';
import type { GroupSource, GroupTextSource } from '../parse-form.ts';

/** What a form is judged against, and an author may choose from: what else there is beside the form. */
export interface Known {
  /** The shared groups by name: `forms/shared`. */
  readonly groups: ReadonlyMap<string, GroupSource>;
  /** Their words, by language and group. */
  readonly groupTexts: { readonly [language: string]: { readonly [group: string]: GroupTextSource } };
  readonly content: FormContent;
  /** Left out: what a form names of it is not checked. */
  readonly systems?: readonly string[];
  readonly recipients?: readonly string[];
  readonly privacyNotices?: readonly string[];
  /** Forms of kind `monitoring`, to be offered after sending. */
  readonly monitoringForms?: readonly string[];
  /** Paths of the site, for links. */
  readonly paths?: ReadonlySet<string>;
  /** The languages a form is offered in: all of them have to have its words. */
  readonly languages?: readonly string[];
}
