import { localPath } from '#i18n/paths.ts';
import type { Words } from '#i18n/words.ts';
import { worksheetDraft, worksheetIds, worksheetIn } from '../worksheets.ts';
import { programmeOf } from './form-programme.ts';
import { readForms } from './read-forms.ts';

/**
 * What "Your forms" says about a form, by form id. As JSON for a script element, so `<` is escaped.
 * Forms that are no longer published are not in it: what was sent with them is listed without a title.
 */
export function listedForms({ lang }: Words): string {
  const forms = readForms().map(({ definition, text }) => {
    const own = text[lang] ?? text.en;
    const programme = programmeOf(definition, lang);
    const [service] = programme?.facts.services ?? [];
    const contact = programme &&
      service && { text: programme.text.name, href: localPath(lang, `/services/${service}/`) };
    const promises = Object.fromEntries(
      definition.routes.flatMap(({ recipient, promise }) => (promise ? [[recipient, promise]] : [])),
    );
    const facts = {
      title: own?.title,
      promise: definition.promise,
      teams: own?.recipients,
      ...(Object.keys(promises).length > 0 ? { promises } : {}),
    };
    return [definition.id, { ...facts, ...(contact ? { contact } : {}) }] as const;
  });
  // A worksheet is kept as the draft of a form is, so it is listed and removed there as well.
  const worksheets = worksheetIds().map((id) => {
    const { title } = worksheetIn(lang, id).text;
    return [worksheetDraft(id), { title, promise: 'none', teams: {}, path: `/worksheets/${id}/` }] as const;
  });
  return JSON.stringify(Object.fromEntries([...forms, ...worksheets])).replaceAll('<', '\\u003c');
}
