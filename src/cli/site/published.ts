import { readFile } from 'node:fs/promises';
import { type MadeDocument, madeForms } from '#core/forms/made/made-form.ts';
import { openDesk } from '#intake/open-shelf.ts';
import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { WrongInput } from '../problems.ts';
import type { Settings } from '../settings.ts';

/** What was published in the store since content and forms were written: a build takes it in. */
export interface Published {
  /** What `wayin timetable export` writes; empty where nothing is published. */
  readonly changes: string;
  /** The files of the forms that were made in the builder, as JSON; empty where none is published. */
  readonly forms: string;
}

export const NOTHING_PUBLISHED: Published = { changes: '', forms: '' };

type Read = Pick<ReadingShelf, 'timetable' | 'madeForms'>;

/** All that was published, from a store that is open. */
export async function publishedOn(shelf: Read): Promise<Published> {
  return { changes: await changesOn(shelf), forms: await formsOn(shelf) };
}

/** The same for `wayin build`: changes from the file that WAYIN_CHANGES names, all else from the store, a running server's too. */
export async function publishedForBuild(settings: Settings): Promise<Published> {
  const given = settings.changes === undefined ? undefined : await readGiven(settings.changes);
  const desk = await openDesk(settings);
  if (!desk.ok && desk.problem === 'noStore') return { ...NOTHING_PUBLISHED, changes: given ?? '' };
  if (!desk.ok) {
    throw new WrongInput(
      `The store in ${settings.data} is locked by a program that does not answer. Stop it, then try again.`,
    );
  }
  try {
    const { changes, forms } = await publishedOn(desk.value);
    return { changes: given ?? changes, forms };
  } finally {
    await desk.value.close();
  }
}

/** What organisers changed. What waits goes along: it says who had seen what. */
async function changesOn(shelf: Read): Promise<string> {
  const lines: string[] = [];
  let isPublished = false;
  for await (const document of shelf.timetable()) {
    lines.push(`${JSON.stringify(document)}\n`);
    if (document.kind === 'decision' && document.verdict === 'published') isPublished = true;
  }
  return isPublished ? lines.join('') : '';
}

async function formsOn(shelf: Read): Promise<string> {
  const documents: MadeDocument[] = [];
  for await (const document of shelf.madeForms()) documents.push(document);
  const files = madeForms(documents).flatMap(({ now }) => (now ? [now.files] : []));
  return files.length > 0 ? JSON.stringify(files) : '';
}

async function readGiven(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new WrongInput(`WAYIN_CHANGES: ${file} cannot be read. Make it with: wayin timetable export --out <file>.`);
  }
}
