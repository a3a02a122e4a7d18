import { readForms } from '#publish/forms/read-forms.ts';

export function getStaticPaths() {
  return readForms().map((published) => ({ params: { form: published.definition.id }, props: { published } }));
}

/** A form as published: what the intake checks posts with, and what opens its submissions later. */
export function GET({ props }: { props: { published: unknown } }) {
  return new Response(JSON.stringify(props.published), { headers: { 'content-type': 'application/json' } });
}
