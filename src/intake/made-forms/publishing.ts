import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormDefinition, FormText } from '#core/forms/definition.ts';
import type { FormFault } from '#core/forms/fault.ts';
import { NO_CONTENT } from '#core/forms/from-content.ts';
import type { Parts } from '#core/forms/made/put-together.ts';
import type { Site } from '../site/read-site.ts';

/** What the build says about publishing forms without one. */
export interface Publishing {
  /** Ids of forms in the site's own `forms/` folder: those a developer changes. */
  readonly ownForms: readonly string[];
  /** Programmes that take forms now; `all` is always one. */
  readonly open: readonly string[];
  /** Services that a form can be sealed to. */
  readonly recipients: readonly string[];
  /** Whom to ask about a form of a programme, by language. */
  readonly contacts: { readonly [system: string]: { readonly [language: string]: Contact } };
}

interface Contact {
  readonly text: string;
  readonly href: string;
}

export type PublishProblem =
  | { readonly code: 'fault'; readonly fault: FormFault & { readonly language?: string } }
  | { readonly code: 'idTaken' | 'needsEnglish' }
  | { readonly code: 'closedProgramme' | 'unknownRecipient'; readonly id: string };

/** What keeps a form, whole in itself, from being published on this site. */
export function problemOf(
  { id, system, routes }: FormDefinition,
  text: { readonly [language: string]: FormText },
  { ownForms, open, recipients }: Publishing,
): PublishProblem | undefined {
  if (ownForms.includes(id)) return { code: 'idTaken' };
  // Where a form is not in somebody's language, it is shown in English.
  if (!text['en']) return { code: 'needsEnglish' };
  if (system !== 'all' && !open.includes(system)) return { code: 'closedProgramme', id: system };
  const unknown = routes.find(({ recipient }) => !recipients.includes(recipient));
  return unknown && { code: 'unknownRecipient', id: unknown.recipient };
}

/** What a built site has for publishing forms; one built before there was any offers nothing. */
export async function readPublishing({
  folder,
  keys,
}: Site): Promise<{ readonly publishing: Publishing; readonly parts: Parts }> {
  const [groups, publishing] = await Promise.all(
    ['form-groups.json', 'form-publishing.json'].map((name) => readIfThere(join(folder, 'wayin', name))),
  );
  const recipients = Object.keys(keys.recipients);
  const none: Publishing = { ownForms: [], open: [], recipients, contacts: {} };
  return {
    publishing: { ...none, ...(publishing as object | undefined), recipients },
    parts: (groups as Parts | undefined) ?? { groups: {}, content: NO_CONTENT },
  };
}

async function readIfThere(path: string): Promise<unknown> {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : undefined;
}
