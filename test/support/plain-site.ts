import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JWK } from 'jose';
import type { PublishedForm } from '#core/forms/definition.ts';
import { offeredLanguages, readCatalogue } from '#i18n/site-words.ts';
import { readForms } from '#publish/forms/read-forms.ts';

interface Keys {
  readonly recipients: { readonly [recipient: string]: JWK };
  readonly receipts: readonly JWK[];
}

/**
 * What a build would publish for people without script: the project's own forms and words, between pages that hold
 * only the marks that the intake fills in. The looks of the pages are for the browser tests.
 */
export function plainSite(keys: Keys, forms: readonly PublishedForm[] = readForms()): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-plain-'));
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  for (const form of forms) write(`wayin/forms/${form.definition.id}.json`, form);
  const languages = offeredLanguages();
  write('wayin/languages.json', languages);
  for (const { code } of languages) {
    const page = (title: string, inside: string) =>
      `<!doctype html><html lang="${code}"><head><title>${title}</title></head><body>${inside}</body></html>`;
    const { form = {}, outbox = {}, intake = {} } = readCatalogue(code);
    write(`wayin/words/${code}.json`, { form, outbox, intake });
    write(`${code}/404/index.html`, page('lost', ''));
    write(`${code}/sent/index.html`, page('sent', '<!--way-in:result-->'));
    for (const { definition } of forms) {
      write(`${code}/forms/${definition.id}/index.html`, page(definition.id, '<!--way-in:form--><!--/way-in:form-->'));
    }
  }
  write('wayin/keys.json', keys);
  write('wayin/closed.json', {});
  write('wayin/calendar.json', { lastYear: 2027, dates: [] });
  const nothingMeets = { groups: {}, places: {}, holidays: [], changes: [] } as const;
  write('wayin/timetable.json', { builtOn: '2026-11-26', lastDay: '2027-01-20', ...nothingMeets });
  return folder;
}
