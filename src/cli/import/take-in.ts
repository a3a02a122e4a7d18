import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { circleIn } from '#core/directory/oruk/cycles.ts';
import { faultIn, isAbsent } from '#core/directory/oruk/fault.ts';
import { fromService } from '#core/directory/oruk/from-service.ts';
import type { Listing } from '#core/directory/oruk/listing.ts';
import { nameLost } from '#core/directory/oruk/lost.ts';
import { hasTags } from '#core/directory/oruk/plain-lines.ts';
import { type Row, textOf } from '#core/directory/oruk/row.ts';
import { WrongInput } from '../problems.ts';
import { isAddress, type Numbered, type Reading, readFeed } from './read-feed.ts';
import { toServiceRow } from './services-only.ts';
import { Tally } from './tally.ts';
import { toFiles } from './to-files.ts';

/** Reads a whole feed into a folder of listings, one record at a time. The first thing wrong stops it, by name. */
export async function takeIn(feed: string, name: string, folder: string, reading: Reading): Promise<Tally> {
  const tally = new Tally();
  const parents = new Map<string, string>();
  const names = new Map<string, string>();
  const seen = new Map<string, number>();

  for await (const numbered of readFeed(feed, reading)) {
    const { row, isLink } = toServiceRow(numbered);
    checkRow(feed, numbered, row);
    const { listing, remarks } = fromService(row);
    if (listing.name === '') throw refused(feed, numbered, row, 'name', 'is empty');
    const before = seen.get(listing.id);
    if (before !== undefined) {
      if (!isLink) throw saidTwice(feed, numbered, row, before);
      tally.remark('repeatedLink', listing.name);
      continue;
    }
    seen.set(listing.id, numbered.number);
    noteParents(listing, parents, names);
    for (const remark of remarks) tally.remark(remark, listing.name);
    if (hasTags(textOf(row, 'description'))) tally.remark('html', listing.name);
    nameLost('service', row, (field, example) => tally.lose(field, example));
    tally.keep(listing);
    write(folder, toFiles(listing, name, isAddress(feed) ? feed : basename(feed)));
  }

  const circle = circleIn(parents);
  if (circle) {
    const said = circle.map((id) => `"${names.get(id) ?? id}"`).join(' is below ');
    throw new WrongInput(
      `${feed}: a circle of parents: ${said}. Ask the owner of the feed to correct parent_organization_id or parent_id there, then import again. Nothing was changed.`,
    );
  }
  return tally;
}

const SAID: { readonly [code: string]: string } = {
  missing: 'is missing',
  notText: 'is not a text',
  notNumber: 'is not a number',
  notList: 'is not a list',
  notObject: 'is not an object',
};

function checkRow(feed: string, numbered: Numbered, row: Row): void {
  if ('openapi_url' in row && !('status' in row)) {
    throw new WrongInput(
      `${feed}: this is the front page of a feed. Give the address of its services: it ends in /services.`,
    );
  }
  if (isAbsent(row['status'])) {
    throw new WrongInput(
      `${feed}: record ${numbered.number}${nameOf(row)}: status is missing, so it is no service. Give the services of the feed, or ask its owner to add the status. Nothing was changed.`,
    );
  }
  for (const field of ['id', 'name']) {
    if (isAbsent(row[field])) throw refused(feed, numbered, row, field, 'is missing');
  }
  const fault = faultIn('service', row, 'loose');
  if (fault) throw refused(feed, numbered, row, fault.path, SAID[fault.code] ?? fault.code);
}

function refused(feed: string, { number }: Numbered, row: Row, field: string, what: string): WrongInput {
  return new WrongInput(
    `${feed}: record ${number}${nameOf(row)}: ${field} ${what}. Ask the owner of the feed to correct that service, or take it out, then import again. Nothing was changed.`,
  );
}

function saidTwice(feed: string, { number }: Numbered, row: Row, before: number): WrongInput {
  return new WrongInput(
    `${feed}: record ${number}${nameOf(row)} has the id of record ${before}, ${textOf(row, 'id')}. Ask the owner of the feed which is right, take the other out, then import again. Nothing was changed.`,
  );
}

function nameOf(row: Row): string {
  const name = textOf(row, 'name') ?? textOf(row, 'id');
  return name === undefined ? '' : `, "${name}"`;
}

function noteParents({ organisation, terms }: Listing, parents: Map<string, string>, names: Map<string, string>): void {
  for (const one of [...(organisation ? [organisation] : []), ...terms]) {
    names.set(one.id, one.name);
    if (one.parent !== undefined) parents.set(one.id, one.parent);
  }
}

function write(folder: string, { id, facts, text }: ReturnType<typeof toFiles>): void {
  const own = join(folder, id);
  mkdirSync(own);
  writeFileSync(join(own, 'listing.yaml'), facts);
  writeFileSync(join(own, 'text.en.yaml'), text);
}
