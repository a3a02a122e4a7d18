import { flatten, type Messages } from '#i18n/messages.ts';
import type { ListedForms } from '#islands/outbox/listed.ts';
import { mountOutbox } from '#islands/outbox/start.ts';

/** "Your forms" as the site shows it, with the words and forms of the test. */
const read = (selector: string): unknown => JSON.parse(document.querySelector(selector)?.textContent ?? '{}');
const root = document.querySelector<HTMLElement>('[data-outbox]');
if (root) {
  const words = Object.fromEntries(flatten(read('[data-nested]') as Messages));
  void mountOutbox(root, words, read('[data-forms]') as ListedForms);
}
