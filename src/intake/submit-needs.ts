import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '#core/submission/receipt.ts';
import type { Catalogue } from '#i18n/messages.ts';
import { createWords, type Words } from '#i18n/words.ts';
import { readReceipt } from '#sealing/receipts.ts';
import type { Clock } from './clock.ts';
import type { KnownForms } from './known-forms.ts';
import type { Log } from './log.ts';
import type { Frame } from './made-forms/frames.ts';
import type { MadeForms } from './made-forms/made-forms.ts';
import type { ReceivingDesk } from './receive.ts';
import type { Site } from './site/read-site.ts';
import type { SubmitDeps } from './submit/register.ts';

interface Needs {
  readonly site: Site;
  readonly desk: ReceivingDesk;
  readonly forms: KnownForms;
  readonly made: MadeForms;
  readonly frame: Frame;
  readonly words: ReadonlyMap<string, Words>;
  readonly now: Clock;
  readonly log: Log;
}

/** What the form post without script is given: the same desk as the drop box, and the words the build published. */
export function submitNeeds({ site, desk, forms, made, frame, words, now, log }: Needs): SubmitDeps {
  return {
    site: site.folder,
    languages: site.languages.map(({ code }) => code),
    recipients: site.keys.recipients,
    closed: (form) => (made.withdrawn(form) ? 'ended' : made.published(form) ? undefined : site.closed[form]),
    frame,
    async form(id, version) {
      const built = () => site.forms.find(({ definition }) => definition.id === id);
      if (version === undefined) return made.published(id) ?? made.withdrawn(id)?.form ?? built();
      const found = forms.find(id, version);
      return typeof found === 'string' ? undefined : found;
    },
    words(language, namespace) {
      const own = words.get(language);
      return own && ((key, blanks) => own.t(`${namespace}:${key}`, blanks));
    },
    accept: async (envelope) => ownReceipt(await desk.receive(envelope), site),
    async receipt(id) {
      const receipt = await desk.prove(id);
      return receipt === undefined ? undefined : ownReceipt(receipt, site);
    },
    now: () => new Date(now()),
    log,
  };
}

/** The words that the build put out for the intake, by language. */
export async function readWords({ folder, languages }: Site): Promise<ReadonlyMap<string, Words>> {
  const read = async (code: string) =>
    JSON.parse(await readFile(join(folder, 'wayin', 'words', `${code}.json`), 'utf8')) as Catalogue;

  const english = await read('en');
  const pairs = languages.map(
    async (language) => [language.code, createWords(language, await read(language.code), english)] as const,
  );
  return new Map(await Promise.all(pairs));
}

/** Read with the published keys: what they do not prove here, they would not prove on a phone. */
async function ownReceipt(jws: string, { keys }: Site): Promise<Receipt> {
  const read = await readReceipt(jws, keys.receipts);
  if (!read.ok) throw new Error(`The site's published keys do not prove our own receipt: ${read.problem}.`);
  return read.value;
}
