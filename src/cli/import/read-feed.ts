import { type Broken, type Found, RecordReader } from '#core/directory/oruk/records.ts';
import type { Row } from '#core/directory/oruk/row.ts';
import { WrongInput } from '../problems.ts';
import { openAddress, openFile, type Pieces, textOfPieces } from './feed-pieces.ts';
import { isOneOfMany, nextPage } from './next-page.ts';

const MOST_PAGES = 20_000;

/** A record with its place in the feed. */
export interface Numbered {
  readonly number: number;
  readonly record: Row;
  readonly within: Row;
}

/** What the reading of a feed tells beside its records. */
export interface Reading {
  bytes: number;
  pages: number;
  /** The file is one page of several, and the others are not in it. */
  isPartial: boolean;
}

/** The records of a file or an address, one after the other, all pages of an address included. */
export async function* readFeed(feed: string, reading: Reading): AsyncGenerator<Numbered> {
  const numbered = { number: 0, name: '' };
  if (!isAddress(feed)) {
    for await (const found of readOne(feed, await open(feed), numbered, reading)) {
      if (found.kind === 'record') yield { ...found, number: numbered.number };
      else reading.isPartial ||= isOneOfMany(found.page);
    }
    return;
  }
  let address: URL | undefined = new URL(feed);
  while (address !== undefined) {
    let next: URL | undefined;
    let records = 0;
    for await (const found of readOne(address.href, await open(address), numbered, reading)) {
      if (found.kind === 'record') {
        records += 1;
        yield { ...found, number: numbered.number };
      } else next = nextPage(address, found.page);
    }
    // A server that never says "last" says it by an empty page.
    address = records === 0 || reading.pages >= MOST_PAGES ? undefined : next;
  }
}

/** Whether a feed is named by its address. */
export function isAddress(feed: string): boolean {
  return /^https?:\/\//i.test(feed);
}

async function open(feed: string | URL): Promise<Pieces> {
  const opened = typeof feed === 'string' ? await openFile(feed) : await openAddress(feed);
  if (opened.ok) return opened.value;
  throw new WrongInput(`${String(feed)}: ${opened.problem} Correct the name, then try again.`);
}

async function* readOne(
  feed: string,
  pieces: Pieces,
  numbered: { number: number; name: string },
  reading: Reading,
): AsyncGenerator<Found> {
  const reader = new RecordReader();
  reading.pages += 1;
  const fail = (problem: Broken | 'notText' | 'lost') => new WrongInput(sayBroken(feed, problem, numbered));
  try {
    for await (const piece of textOfPieces(counted(pieces, reading))) {
      const found = reader.read(piece);
      if (!found.ok) throw fail(found.problem);
      for (const one of found.value) {
        if (one.kind === 'record') {
          numbered.number += 1;
          numbered.name = String(one.record['name'] ?? one.record['id'] ?? '');
        }
        yield one;
      }
    }
  } catch (error) {
    if (error instanceof WrongInput) throw error;
    if (error instanceof TypeError) throw fail(/decod|encod/i.test(error.message) ? 'notText' : 'lost');
    throw fail('lost');
  }
  const ended = reader.end();
  if (!ended.ok) throw fail(ended.problem);
}

async function* counted(pieces: Pieces, reading: Reading): Pieces {
  for await (const piece of pieces) {
    reading.bytes += piece.length;
    yield piece;
  }
}

const SAID: { readonly [problem in Broken | 'notText' | 'lost']: readonly [what: string, cure: string] } = {
  cutOff: ['it is cut off', 'Get the whole feed again'],
  lost: ['the connection broke', 'Try again'],
  notJson: ['what follows is not JSON', 'Ask the owner of the feed to correct it'],
  notText: ['what follows is not UTF-8 text', 'Save it as UTF-8'],
  notRecords: ['what follows is not a list of services', 'Give the services of the feed'],
  tooLong: ['what follows is longer than 4 million letters', 'Take that record out'],
  tooDeep: ['what follows is nested deeper than 64 levels', 'Take that record out'],
  empty: ['it is empty', 'Give another file'],
};

function sayBroken(
  feed: string,
  problem: keyof typeof SAID,
  { number, name }: { number: number; name: string },
): string {
  const [what, cure] = SAID[problem];
  const after = number === 0 ? 'at its beginning' : `after record ${number}, "${name}"`;
  return `${feed}: ${what} (${after}). ${cure}, then import again. Nothing was changed.`;
}
