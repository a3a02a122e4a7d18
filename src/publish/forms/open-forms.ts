import type { PublishedForm } from '#core/forms/definition.ts';
import { localPath } from '#i18n/paths.ts';
import { oncePer } from '../once.ts';
import { siteContent } from '../queries.ts';
import { isOpen } from './form-programme.ts';
import { readForms } from './read-forms.ts';

const formsOnce = oncePer<ReadonlyMap<string, PublishedForm>>();

function formsById(): ReadonlyMap<string, PublishedForm> {
  return formsOnce(siteContent(), 'forms', () => new Map(readForms().map((form) => [form.definition.id, form])));
}

/** Whether a form may be offered: that of a programme while the programme takes forms, that of all programmes always. */
export function isFormOpen(id: string): boolean {
  const form = formsById().get(id);
  return form !== undefined && isOpen(form.definition);
}

/** Whether a link leads to a form that may not be offered now (A2). */
export function leadsToClosedForm(href: string): boolean {
  const id = /^\/forms\/([a-z0-9-]+)\//.exec(href)?.[1];
  return id !== undefined && !isFormOpen(id);
}

/** Links to those of some forms that may be offered, named by their titles. `lang` is said where the title is English. */
export function formLinks(
  lang: string,
  ids: readonly string[],
): readonly { readonly text: string; readonly href: string; readonly lang?: string }[] {
  return ids.filter(isFormOpen).flatMap((id) => {
    const own = formsById().get(id)?.text;
    const title = (own?.[lang] ?? own?.['en'])?.title;
    return title
      ? [{ text: title, href: localPath(lang, `/forms/${id}/`), ...(own?.[lang] ? {} : { lang: 'en' }) }]
      : [];
  });
}
