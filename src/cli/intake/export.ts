import type { JWK } from 'jose';
import type { FormDefinition, PublishedForm } from '#core/forms/definition.ts';
import { londonDate } from '#intake/clock.ts';
import type { DocumentKind, Held, ReadingShelf } from '#intake/shelf/shelf.ts';
import { readPrivateKeys } from '../keys/key-files.ts';
import { WrongInput } from '../problems.ts';
import { PROJECT } from '../settings.ts';
import { deadlinesOf } from './counts/deadlines.ts';
import type { ExportOptions } from './export-options.ts';
import { printedAs } from './export-printed.ts';
import { receiptOf } from './held-receipt.ts';
import { explain, type HeldProblem, type Opened, openHeld } from './open-held.ts';
import { newestOutcomes } from './outcomes.ts';

/** Opened at the same time: a second core, and the disk, have something to do meanwhile. */
const AT_ONCE = 32;

/**
 * Prints what arrived, one after the other as the store has it: a hundred thousand need no more memory than a few. One that
 * cannot be opened is named on stderr, the rest is still printed, and the exit is 1. Equality answers are printed only
 * when their own form is asked for, never beside people's names.
 */
export async function exportAll(shelf: ReadingShelf, keysFolder: string, options: ExportOptions): Promise<void> {
  const published = await readForms(shelf);
  const forms = formsToExport([...published.values()], options);
  const privateKeys = await readPrivateKeys(keysFolder);
  const outcomes = await newestOutcomes(shelf, privateKeys);
  for (const line of options.quarter ? await deadlinesOf(PROJECT, options.quarter) : []) {
    process.stderr.write(`wayin: ${line}\n`);
  }

  const printed = printedAs(options, forms);
  await write(printed.head());
  let unopened = 0;
  for await (const one of openedOnes(shelf, forms, options, published, privateKeys)) {
    if (one.problem === undefined) {
      const outcome = outcomes.get(one.opened.id);
      await write(printed.one({ ...one.opened, ...(outcome ? { outcome } : {}) }, one.form));
    } else {
      process.stderr.write(`wayin: ${explain(one.held, one.problem, keysFolder)}\n`);
      unopened += 1;
    }
  }
  await write(printed.foot());
  if (unopened > 0)
    throw new WrongInput(
      `${unopened} could not be opened and ${unopened === 1 ? 'is' : 'are'} not in this export: see above.`,
    );
}

type One =
  | { readonly problem?: never; readonly opened: Opened; readonly form: FormDefinition }
  | { readonly problem: HeldProblem; readonly held: Held };

async function* openedOnes(
  shelf: ReadingShelf,
  forms: readonly FormDefinition[],
  options: ExportOptions,
  published: ReadonlyMap<string, PublishedForm>,
  privateKeys: readonly JWK[],
): AsyncIterable<One> {
  // Asking the shelf for the form of every single one takes longer than opening it.
  const known = { form: async (id: string, version: string) => published.get(`${id} ${version}`) };
  const open = async (held: Held): Promise<One> => {
    const opened = await openHeld(held, privateKeys, known);
    if (!opened.ok) return { problem: opened.problem, held };
    const form = published.get(`${held.envelope.form} ${held.envelope.formVersion}`);
    return form ? { opened: opened.value, form: form.definition } : { problem: 'unknownFormVersion', held };
  };
  for (const kind of new Set(forms.map((form): DocumentKind => form.kind))) {
    let batch: Promise<One>[] = [];
    for await (const held of shelf.list(kind)) {
      if (!isWanted(held, options)) continue;
      batch.push(open(held));
      if (batch.length < AT_ONCE) continue;
      yield* await Promise.all(batch);
      batch = [];
    }
    yield* await Promise.all(batch);
  }
}

async function readForms(shelf: ReadingShelf): Promise<ReadonlyMap<string, PublishedForm>> {
  const forms = new Map<string, PublishedForm>();
  for await (const form of shelf.forms()) forms.set(`${form.definition.id} ${form.version}`, form);
  return forms;
}

function formsToExport(published: readonly PublishedForm[], { form }: ExportOptions): readonly FormDefinition[] {
  const known = published.map(({ definition }) => definition);
  const wanted = known.filter(({ id, kind }) => (form === undefined ? kind === 'submission' : id === form));
  if (form === undefined || wanted.length > 0) return wanted;
  const ids = [...new Set(known.map(({ id }) => id))].sort().join(', ');
  throw new WrongInput(`--form: there is no form "${form}". The store has: ${ids}.`);
}

/** By the day of receipt in London; anonymous answers, of which only the month is known, by their month. */
function isWanted(held: Held, { form, recipient, from, to }: ExportOptions): boolean {
  if (form !== undefined && held.envelope.form !== form) return false;
  if (recipient !== undefined && held.envelope.recipient !== recipient) return false;
  const receivedAt = receiptOf(held)?.receivedAt;
  // Better one too many than one that nobody ever sees.
  if (receivedAt === undefined) return true;
  const day = receivedAt.includes('T') ? londonDate(receivedAt) : receivedAt;
  return (
    (from === undefined || day >= from.slice(0, day.length)) && (to === undefined || day <= to.slice(0, day.length))
  );
}

/** Waits until whoever reads has taken it: a slow reader must not fill the memory. */
async function write(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
