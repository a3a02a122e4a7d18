import type { PublishedForm } from '#core/forms/definition.ts';
import { sendingData } from '#i18n/form-data.ts';
import { offeredLanguages, wordsFor } from '#i18n/site-words.ts';
import { contactOf } from '#publish/forms/form-contact.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { publicKeys } from '#publish/public-keys.ts';

export function getStaticPaths() {
  return offeredLanguages().flatMap(({ code: lang }) =>
    readForms().map((published) => ({ params: { lang, form: published.definition.id }, props: { published, lang } })),
  );
}

/** What a form page fetches when its answers are checked: the page itself stays light. */
export function GET({ props }: { props: { published: PublishedForm; lang: string } }) {
  const { definition } = props.published;
  const words = wordsFor(props.lang);
  const data = sendingData(definition, publicKeys(), contactOf(definition, words), words);
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } });
}
