import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import type { Answer, Answers } from '#core/criteria/criterion.ts';
import type { PostcodeSets } from '#core/directory/postcode-sets.ts';
import { analyse } from '#core/eligibility/analyse/analyse.ts';
import { domainOf } from '#core/eligibility/analyse/domain.ts';
import { NOT_SURE } from '#core/eligibility/definition.ts';
import { judgeAll } from '#core/eligibility/judge-all.ts';
import { checkerIn, postcodeSets, postcodesFor, surroundingsOn } from '#publish/checkers/checkers.ts';
import { checkerIds } from '#publish/checkers/read-checkers.ts';
import { weigh } from '../support/weigh.ts';
import { median } from './table.ts';

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** What each check weighs in English once its first question is there, and the heaviest in the other languages. */
export async function checkerWeights(browser: Browser, url: string): Promise<readonly (readonly string[])[]> {
  const paths = [
    ...checkerIds().map((id) => `/en/check/${id}/`),
    ...['pl', 'ar'].map((language) => `/${language}/check/southwark-works/`),
  ];
  const rows: string[][] = [];
  for (const path of paths) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const { html, css, js, data } = await weigh(await context.newPage(), `${url}${path}`);
    rows.push([path, kB(html), kB(css), kB(js), kB(data), kB(html + css + js + data)]);
    await context.close();
  }
  return rows;
}

/** Milliseconds of processor time that the whole analysis of each checker takes, the least of three runs. */
export function analysisTimes(): readonly (readonly string[])[] {
  return checkerIds().map((id) => {
    const { definition } = checkerIn('en', id);
    const times = [1, 2, 3].map(() => cpuMs(() => analyse(definition)));
    const { shortest, longest } = analyse(definition).paths;
    return [id, Math.min(...times).toFixed(0), `${shortest.length} to ${longest.length}`];
  });
}

/** How long a call takes that judges all programmes at once, over random answers; and every checker one after another. */
export function judgeTimes(calls: number, seed = 20261125): readonly (readonly string[])[] {
  const chance = random(seed);
  const surroundings = surroundingsOn('2026-11-22');
  const checkers = checkerIds().map((id) => checkerIn('en', id));
  const answersTo = checkers.map(({ definition }) => {
    const { values } = domainOf(definition);
    const answer = (id: string): Answer => {
      const all = [NOT_SURE, ...(values.get(id) ?? [])];
      return all[Math.floor(chance() * all.length)] ?? NOT_SURE;
    };
    return Array.from(
      { length: calls },
      (): Answers =>
        Object.fromEntries(definition.questions.flatMap(({ id }) => (chance() < 0.8 ? [[id, answer(id)]] : []))),
    );
  });
  const time = (call: number, which: readonly number[]) => {
    const began = performance.now();
    for (const at of which) {
      const checker = checkers[at];
      if (checker) judgeAll(checker, answersTo[at]?.[call] ?? {}, surroundings);
    }
    return performance.now() - began;
  };
  const row = (what: string, which: readonly number[]) => {
    const times = Array.from({ length: calls }, (_, call) => time(call, which)).sort((a, b) => a - b);
    const late = times[Math.floor(times.length * 0.99)] ?? Number.NaN;
    return [what, `${median(times).toFixed(3)} ms`, `${late.toFixed(3)} ms`];
  };
  const everything = checkers.findIndex(({ definition }) => definition.id === 'everything');
  return [
    row('all programmes at once (everything, with its parts)', [everything]),
    row(`all ${checkers.length} checkers, one after another`, [...checkers.keys()]),
  ];
}

/** The postcode sets beside a plain sorted list of the same postcodes with their councils, and gzip of that list. */
export function postcodeSizes(): readonly (readonly string[])[] {
  const sets = postcodeSets();
  const page = postcodesFor(checkerIn('en', 'southwark-works'));
  const raw = readFileSync('content/postcodes/gb.json');
  const lines = plainList(sets);
  const list = Buffer.from(`${lines.join('\n')}\n`);
  const sizes = (what: string, bytes: Buffer) => [
    what,
    kB(bytes.length),
    kB(gzipSync(bytes, { level: 9 }).length),
    kB(brotliCompressSync(bytes).length),
  ];
  return [
    sizes('sets of all Great Britain', raw),
    ...(page ? [sizes('the part that the Southwark Works page takes', Buffer.from(JSON.stringify(page)))] : []),
    sizes(`what the sets say as a plain sorted list, ${lines.length} lines`, list),
  ];
}

/** Every statement of the sets on a line of its own: an outcode, a sector or a postcode, with its council. */
function plainList({ las, o }: PostcodeSets): readonly string[] {
  return Object.entries(o)
    .flatMap(([outcode, [usual, bySector = {}, exceptions = {}]]) => [
      `${outcode} ${las[usual]}`,
      ...Object.entries(bySector).map(([sector, council]) => `${outcode} ${sector} ${las[council]}`),
      ...Object.entries(exceptions).flatMap(([council, groups]) =>
        groups.split(' ').flatMap((group) => {
          const units = group.slice(1).match(/../g) ?? [];
          return units.map((unit) => `${outcode} ${group.slice(0, 1)}${unit} ${las[Number(council)]}`);
        }),
      ),
    ])
    .sort();
}

function cpuMs(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
