import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { PublishedForm } from '#core/forms/definition.ts';
import type { Holidays } from '#core/submission/promise.ts';
import { type TimetableBase, timetableBase } from '#core/timetable/base.ts';
import { formVersion } from '#sealing/hash.ts';

export interface SiteLanguage {
  readonly code: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The built site, as far as the intake must know it. */
export interface Site {
  readonly folder: string;
  readonly languages: readonly SiteLanguage[];
  readonly forms: readonly PublishedForm[];
  /** Forms that cannot be filled in now, by id: why. */
  readonly closed: { readonly [form: string]: string };
  readonly keys: { readonly recipients: { readonly [recipient: string]: JWK }; readonly receipts: readonly JWK[] };
  readonly holidays: Holidays;
  /** Groups and places as the build knew them: what organisers' changes are changes to. */
  readonly timetable: TimetableBase;
}

interface Calendar {
  readonly lastYear: number;
  readonly dates: readonly { readonly date: string }[];
}

/** Reads what the build published under `wayin/`. A site without it is a broken installation: that throws. */
export async function readSite(folder: string): Promise<Site> {
  const published = join(folder, 'wayin');
  const [languages, keys, calendar, closed, timetable, forms] = await Promise.all([
    readJson<readonly SiteLanguage[]>(join(published, 'languages.json')),
    readJson<Site['keys']>(join(published, 'keys.json')),
    readJson<Calendar>(join(published, 'calendar.json')),
    readJson<Site['closed']>(join(published, 'closed.json')),
    readJson<unknown>(join(published, 'timetable.json')),
    readForms(join(published, 'forms')),
  ]);
  const holidays = { dates: calendar.dates.map(({ date }) => date), lastYear: calendar.lastYear };
  return { folder, languages, forms, closed, keys, holidays, timetable: timetableBase.parse(timetable) };
}

async function readForms(folder: string): Promise<readonly PublishedForm[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const forms = await Promise.all(files.map((name) => readJson<PublishedForm>(join(folder, name))));
  for (const { definition, version } of forms) {
    if ((await formVersion(definition)) === version) continue;
    throw new Error(
      `${folder}/${definition.id}.json: its version is not the hash of its structure. Build the site again.`,
    );
  }
  return forms;
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, 'utf8')) as Value;
}
