import type { FormDefinition } from '#core/forms/definition.ts';
import { localPath } from '#i18n/paths.ts';
import type { Words } from '#i18n/words.ts';
import { programmeOf } from './form-programme.ts';

/**
 * Where to ask about a form: the page of the first service of its programme, which has the contact panel.
 * For a form of all programmes: the list of their services.
 */
export function contactOf(
  form: Pick<FormDefinition, 'system'>,
  { lang, t }: Words,
): { readonly text: string; readonly href: string } {
  const programme = programmeOf(form, lang);
  const first = programme?.facts.services[0];
  return {
    text: programme?.text.name ?? t('site:nav.services'),
    href: localPath(lang, first ? `/services/${first}/` : '/services/'),
  };
}
