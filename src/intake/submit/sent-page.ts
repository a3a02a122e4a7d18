import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PublishedForm } from '#core/forms/definition.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { toReference } from '#core/submission/reference.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { SubmissionStatusView } from '#ui/submission-status/submission-status.ts';

export interface SentForm {
  readonly site: string;
  readonly language: string;
  readonly receipt: Receipt;
  /** Nobody can reply to it. */
  readonly isNameless: boolean;
  readonly published: PublishedForm;
  readonly words: FormWords;
  readonly outbox: FormWords;
}

/** Where the result stands on the built page. */
export const RESULT_PLACE = '<!--way-in:result-->';

/** The page that says what became of a form sent without script: its reference and, where promised, the dates. */
export async function sentPage(sent: SentForm): Promise<string> {
  const { site, language, receipt, isNameless, published, words, outbox } = sent;
  const page = await readFile(join(site, language, 'sent', 'index.html'), 'utf8');
  const { definition, text } = published;
  const { receivedAt, respondBy, seenBy } = receipt;
  const status = h(SubmissionStatusView, {
    status: { state: 'sent', receivedAt, ...(respondBy ? { respondBy } : {}), ...(seenBy ? { seenBy } : {}) },
    ...(definition.kind === 'submission' ? { reference: toReference(receipt.id) } : {}),
    promise: isNameless ? 'anonymous' : definition.promise,
    language,
    now: Date.parse(receivedAt),
    words: outbox,
  });
  const monitoring =
    definition.monitoring &&
    h('div', null, [
      h('h2', null, words('monitoringTitle')),
      h('p', null, words('monitoringText')),
      h(
        'p',
        null,
        h(
          'a',
          { class: 'button button--secondary', href: `/${language}/forms/${definition.monitoring}/` },
          words('monitoringLink'),
        ),
      ),
    ]);
  const title = h('h1', null, (text[language] ?? text.en)?.title);
  const html = renderToString(h(Fragment, null, title, status, monitoring));
  return page.replace(RESULT_PLACE, () => `<section class="panel--sent">${html}</section>`);
}
