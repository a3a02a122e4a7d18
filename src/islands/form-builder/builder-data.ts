import type { FormContent } from '#core/forms/from-content.ts';
import type { GroupSource, GroupTextSource } from '#core/forms/parse-form.ts';
import { readBeside } from '../beside/read-beside.ts';

/** A thing to choose, with its name in the reader's language. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the build puts beside the page (publish/forms/builder-data.ts). */
export interface BuilderData {
  readonly words: { readonly [key: string]: string };
  readonly languages: readonly (Named & { readonly direction: 'ltr' | 'rtl' })[];
  readonly recipients: readonly { readonly id: string; readonly words: { readonly [language: string]: string } }[];
  readonly programmes: readonly Named[];
  readonly notices: readonly Named[];
  readonly monitoring: readonly Named[];
  readonly places: readonly Named[];
  /** Every page that a link may lead to. */
  readonly paths: readonly string[];
}

/** The shared groups of questions, and what of the content a form may offer (publish/forms/form-groups.ts). */
export interface FormGroups {
  readonly groups: {
    readonly [group: string]: {
      readonly source: GroupSource;
      readonly texts: { readonly [language: string]: GroupTextSource };
    };
  };
  readonly content: FormContent;
}

export const readBuilderData = (language: string) => readBeside<BuilderData>(`/${language}/build/builder.json`);
export const readFormGroups = () => readBeside<FormGroups>('/wayin/form-groups.json');
