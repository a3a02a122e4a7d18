import { offeredLanguages } from '#i18n/site-words.ts';
import type { Words } from '#i18n/words.ts';
import { formPaths } from '../lint/form-references.ts';
import { contentPagesIn, programmesIn, serviceIds, serviceIn, siteContent } from '../queries.ts';
import { siteSettings } from '../settings.ts';
import { takesForms } from '../standing.ts';
import { readForms } from './read-forms.ts';

/** A thing to choose, with its name in the reader's language. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the form builder's page fetches: its words, and what an author may choose from. */
export interface BuilderData {
  readonly words: { readonly [key: string]: string };
  readonly languages: readonly (Named & { readonly direction: 'ltr' | 'rtl' })[];
  /** Who may receive a form, worded in each language. */
  readonly recipients: readonly { readonly id: string; readonly words: { readonly [language: string]: string } }[];
  readonly programmes: readonly Named[];
  /** Versions of the privacy notice in use, each with whose it is. */
  readonly notices: readonly Named[];
  /** Equality forms that may be offered after sending. */
  readonly monitoring: readonly Named[];
  /** Pages of this site that a form may lead to. */
  readonly places: readonly Named[];
  /** Every page that a link may lead to. */
  readonly paths: readonly string[];
}

/** All that an author may choose from, in one language. */
export function builderData(words: Words): BuilderData {
  const { lang } = words;
  const forms = readForms();
  const programmes = programmesIn(lang).map(({ facts, text }) => ({ id: facts.id, name: text.name }));
  const ownerOf = (system: string) => programmes.find(({ id }) => id === system)?.name ?? words.t('site:siteName');
  const notices = new Map(
    forms.map(({ definition: { privacyNotice, system } }) => [privacyNotice, `${ownerOf(system)} (${privacyNotice})`]),
  );
  const monitoring = new Set(forms.flatMap(({ definition }) => definition.monitoring ?? []));
  const titleOf = (id: string) => {
    const text = forms.find(({ definition }) => definition.id === id)?.text;
    return (text?.[lang] ?? text?.en)?.title ?? id;
  };
  return {
    words: { ...words.all('builder'), ...conditionWords(words), ...exchangeWords(words) },
    languages: offeredLanguages().map(({ code, name, direction }) => ({ id: code, name, direction })),
    recipients: recipients(),
    programmes,
    notices: [...notices].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    monitoring: [...monitoring].map((id) => ({ id, name: titleOf(id) })),
    places: placesIn(words),
    paths: [...formPaths(siteContent())].sort(),
  };
}

/** The same sentences as on paper say who is asked something. */
function conditionWords(words: Words) {
  return Object.fromEntries(Object.entries(words.all('paper')).filter(([key]) => key.startsWith('when.')));
}

/** What could not be kept of a file of another program. */
function exchangeWords(words: Words) {
  return Object.fromEntries(Object.entries(words.all('exchange')).map(([key, text]) => [`exchange.${key}`, text]));
}

/** Those that some form, programme or the site names. A form's own words say who that is. */
function recipients(): BuilderData['recipients'] {
  const forms = readForms();
  const named = [...siteSettings().recipients, ...siteContent().programmes.flatMap(({ facts }) => facts.recipients)];
  const routed = forms.flatMap(({ definition }) => definition.routes.map(({ recipient }) => recipient));
  return [...new Set([...named, ...routed])].sort().map((id) => ({
    id,
    words: Object.fromEntries(
      offeredLanguages().flatMap(({ code }) => {
        // Forms say it in several ways: the shortest fits any of them.
        const [shortest] = forms
          .flatMap(({ text }) => text[code]?.recipients[id] ?? [])
          .sort((a, b) => a.length - b.length);
        return shortest === undefined ? [] : [[code, shortest]];
      }),
    ),
  }));
}

function placesIn({ lang, t }: Words): readonly Named[] {
  const forms = readForms().map(({ definition: { id }, text }) => ({
    id: `/forms/${id}/`,
    name: (text[lang] ?? text.en)?.title ?? id,
  }));
  const services = serviceIds()
    .map((id) => serviceIn(lang, id))
    .filter(({ standing }) => takesForms(standing))
    .map(({ facts, text }) => ({ id: `/services/${facts.id}/`, name: text.name }));
  const pages = contentPagesIn(lang).map(({ facts, text }) => ({ id: `/${facts.id}/`, name: text.title }));
  const help = { id: '/help-now/', name: t('site:nav.helpNow') };
  const all = { id: '/services/', name: t('site:nav.services') };
  return [help, all, ...pages.filter(({ id }) => id !== help.id), ...services, ...forms];
}
