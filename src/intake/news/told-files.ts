import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { Words } from '#i18n/words.ts';
import { type Clock, londonDate } from '../clock.ts';
import type { NewsDesk } from './news-desk.ts';
import { toldCalendar } from './told-calendar.ts';
import { toldPage } from './told-page.ts';

export interface ToldFilesNeeds {
  readonly folder: string;
  readonly base: TimetableBase;
  readonly desk: NewsDesk;
  readonly words: ReadonlyMap<string, Words>;
  readonly now: Clock;
}

/** Text ready to be sent, plain and with Brotli. */
export interface Told {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
}

/** Pages and calendars with the news in them. */
export interface ToldFiles {
  /** Whether the path is of a page or a calendar that may have to say news. */
  mayTell(path: string): boolean;
  /** The file with the news in it; nothing if it says all of it as it was built, or is not there. */
  read(path: string): Promise<Told | undefined>;
  /** All the news of a language. */
  readNews(lang: string): Promise<Told | undefined>;
}

const PAGE = /^\/([a-z]{2,3})\/(?:timetable|groups)\/(?:[a-z0-9-]+\/)*$/;
const CALENDAR = /^\/([a-z]{2,3})\/(?:groups|programmes)\/[a-z0-9-]+(?:\/([a-z0-9-]+))?\.ics$/;
const TYPES = {
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json',
} as const;
// A page is compressed once for each change: quicker matters more than the last tenth.
const QUALITY = 6;

const compress = promisify(brotliCompress);

/** The files, each made when it is first asked for after a change, and kept until the next one. */
export function toldFiles({ folder, base, desk, words, now }: ToldFilesNeeds): ToldFiles {
  const made = new Map<string, { readonly version: string; readonly told: Promise<Told | undefined> }>();

  async function once(path: string, lang: string, make: () => Promise<Told | undefined>): Promise<Told | undefined> {
    const news = await desk.news(lang);
    if (!news) return undefined;
    const version = `${news.version} ${londonDate(now())}`;
    const before = made.get(path);
    if (before?.version === version) return before.told;
    const told = make();
    made.set(path, { version, told });
    return told;
  }

  async function readPage(path: string, lang: string): Promise<Told | undefined> {
    const news = await desk.news(lang);
    if (!news || Object.keys(news.groups).length === 0) return undefined;
    const built = await readIfThere(join(folder, path, 'index.html'));
    const page = built && toldPage(built, news, londonDate(now()));
    return page === undefined ? undefined : toTold(page, TYPES.html);
  }

  async function readCalendar(path: string, lang: string, session: string | undefined): Promise<Told | undefined> {
    const own = words.get(lang);
    const groups = await desk.groups();
    const built = own && groups.size > 0 ? await readIfThere(join(folder, path)) : undefined;
    if (!own || built === undefined) return undefined;
    const file = toldCalendar(built, groups, base, own, session);
    return file === built ? undefined : toTold(file, TYPES.ics);
  }

  return {
    mayTell: (path) => PAGE.test(path) || CALENDAR.test(path),
    async read(path) {
      const [, lang] = PAGE.exec(path) ?? [];
      if (lang !== undefined) return once(path, lang, () => readPage(path, lang));
      const [, calendarLang, session] = CALENDAR.exec(path) ?? [];
      if (calendarLang === undefined) return undefined;
      return once(path, calendarLang, () => readCalendar(path, calendarLang, session));
    },
    readNews: (lang) => once(lang, lang, async () => toTold(JSON.stringify(await desk.news(lang)), TYPES.json)),
  };
}

async function toTold(text: string, type: string): Promise<Told> {
  const plain = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const etag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`;
  return { type, etag, plain, packed: await compress(plain, { params }) };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Not there, or a folder: whoever serves the site as it was built says so.
    return undefined;
  }
}
