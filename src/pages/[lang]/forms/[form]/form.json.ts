import { formData } from '#i18n/form-data.ts';
import { offeredLanguages, wordsFor } from '#i18n/site-words.ts';
import { readForms } from '#publish/forms/read-forms.ts';

export function getStaticPaths() {
  return offeredLanguages().flatMap(({ code: lang }) =>
    readForms().map((published) => ({ params: { lang, form: published.definition.id }, props: { published, lang } })),
  );
}

/** What a form page's script fetches at once: the page itself stays light. */
export function GET({ props }: { props: { published: Parameters<typeof formData>[0]; lang: string } }) {
  const data = formData(props.published, wordsFor(props.lang));
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } });
}
