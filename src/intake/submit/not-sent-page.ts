import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FormWords } from '#ui/form/form-words.ts';
import { RESULT_PLACE } from './sent-page.ts';

interface NotSent {
  readonly site: string;
  readonly language: string;
  /** A key of the `intake` words: what happened, and what to do. */
  readonly why: 'tooLong' | 'notRead' | 'unknownForm';
  /** The form to go to, if it is one of ours. */
  readonly form?: string;
  readonly intake: FormWords;
}

const TITLE = /<title>[^<]*<\/title>/;

/** A page for a post that could not even be read as a form: nothing was sent, and where to go. */
export async function notSentPage({ site, language, why, form, intake }: NotSent): Promise<string> {
  const page = await readFile(join(site, language, 'sent', 'index.html'), 'utf8');
  const link = form
    ? h('a', { href: `/${language}/forms/${form}/` }, intake('toForm'))
    : h('a', { href: `/${language}/services/` }, intake('toServices'));
  const text = [h('h1', null, intake('notSent')), h('p', null, intake(why)), h('p', null, link)];
  const html = renderToString(h('div', { class: 'notice notice--warning' }, text));
  return page
    .replace(RESULT_PLACE, () => html)
    .replace(TITLE, () => renderToString(h('title', null, intake('notSent'))));
}
