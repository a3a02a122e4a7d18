import type { PublishedForm } from '#core/forms/definition.ts';
import { layOutOnPaper, paperCode } from '#core/forms/paper/lay-out.ts';
import type { Key } from '#i18n/key.ts';
import { localPath } from '#i18n/paths.ts';
import { offeredLanguages, wordsFor } from '#i18n/site-words.ts';
import type { Words } from '#i18n/words.ts';
import { isOpen, programmeOf } from '#publish/forms/form-programme.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { type ProgrammeIn, programmesIn } from '#publish/queries.ts';
import { siteSettings } from '#publish/settings.ts';
import { takesForms } from '#publish/standing.ts';
import type { PaperPlace, PaperProps } from '#ui/paper/paper-props.ts';
import { paperWording, type Reader } from '#ui/paper/wording.ts';

/** One route for each form that can be filled in now, in every language: a closed form has no paper. */
export function paperRoutes() {
  const forms = readForms().filter(({ definition }) => isOpen(definition));
  return offeredLanguages().flatMap(({ code }) =>
    forms.map((published) => ({ params: { lang: code, form: published.definition.id }, props: { published } })),
  );
}

/** A form as a sheet, for the person who fills it in or for somebody who asks on the phone. */
export function paperSheet(published: PublishedForm, lang: string, reader: Reader, site?: URL): PaperProps {
  const { definition: form, version } = published;
  const own = published.text[lang];
  const text = own ?? published.text.en;
  if (!text) throw new Error(`forms/${form.id}/text.en.json: file\n  It is not there. Add it.`);
  const language = own ? lang : 'en';
  const words = wordsFor(language);
  const say = (namespace: 'paper' | 'form') => (key: string, blanks?: { readonly [name: string]: string | number }) =>
    words.t(`${namespace}:${key}`, blanks);
  const parts = layOutOnPaper(form);
  const programme = programmeOf(form, language);
  return {
    form,
    parts,
    text,
    language,
    code: paperCode(form.id, version),
    reader,
    wording: paperWording(parts, text, language, say('paper')),
    words: say('paper'),
    formWords: say('form'),
    address: (path) => (site ? new URL(localPath(language, path), site).href : localPath(language, path)),
    places: (programme ? [programme] : programmesIn(language).filter(({ standing }) => takesForms(standing))).map(
      (one) => placeOf(one, words),
    ),
    team: programme?.text.name ?? words.t('site:siteName'),
    crisis: form.crisisPanel
      ? siteSettings().crisis.map(({ id, telephone }) => words.t(`site:crisis.${id}`, { number: telephone }))
      : [],
  };
}

const ALWAYS = ['post', 'address', 'landline', 'minicom', 'email'] as const;

function placeOf({ facts, text }: ProgrammeIn, { t }: Words): PaperPlace {
  return {
    name: text.name,
    facts: ALWAYS.map((contact) => {
      const value = facts.contacts[contact];
      const label = t(`site:contact.${contact}` satisfies Key);
      return { label, value: value ?? t('site:contact.notYet'), isKnown: value !== null };
    }),
  };
}
