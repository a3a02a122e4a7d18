import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { readBeside } from '../../beside/read-beside.ts';

/** A form to begin with (content/form-templates). */
export type Template = FormFiles & { readonly purpose: { readonly [language: string]: string } };

export const readTemplates = () => readBeside<readonly Template[]>('/wayin/form-templates.json');

/** A form like the template, written first in a language where the template has its words. */
export function fromTemplate({ purpose: _, ...files }: Template, language: string): FormFiles {
  return { ...files, sourceLanguage: files.texts[language] ? language : files.sourceLanguage };
}
