import { Agent, request } from 'node:http';
import { DEMONSTRATION } from '../support/prepare-site.ts';
import { anOrganiser, type Organiser } from '../support/push-change.ts';
import { startWayIn } from '../support/way-in.ts';
import { median } from './table.ts';

/** What a telephone's browser sends along with such a request (Chrome 140 on Android). */
const PHONE = {
  'sec-ch-ua-platform': '"Android"',
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"',
  'sec-ch-ua-mobile': '?1',
  accept: '*/*',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en-GB,en;q=0.9',
} as const;

/** A resident opens pages with dates this often a day, and groups publish while they sleep. */
const PAGES_A_DAY = 10;
const GROUPS = ['monday-talking-group', 'slow-and-easy', 'telephone-circle', 'late-circle', 'southwark-job-club'];
const DAYS: { readonly [group: string]: readonly string[] } = {
  'monday-talking-group': ['2026-11-23', '2026-12-07', '2026-12-14'],
  'slow-and-easy': ['2026-11-24', '2026-12-01', '2026-12-08'],
  'telephone-circle': ['2026-11-23', '2026-11-30', '2026-12-07'],
  'late-circle': ['2026-11-23', '2026-11-25', '2026-11-27'],
  'southwark-job-club': ['2026-11-23', '2026-11-30', '2026-12-07'],
};

/** Bytes of the file of changes with all headers, both ways, and how long a change takes to be in it. */
export async function newsFigures(): Promise<readonly (readonly string[])[]> {
  const site = await startWayIn({ env: DEMONSTRATION });
  const organiser = await anOrganiser(site, GROUPS);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = `${site.url}/timetable/en/changes.json`;
  const rows: (readonly string[])[] = [];
  const add = async (what: string) => {
    const first = await ask(agent, url);
    const again = await ask(agent, url, first.etag);
    const day = first.bytes + (PAGES_A_DAY - 1) * again.bytes;
    rows.push([
      what,
      `${first.bytes} B`,
      `${again.bytes} B (the answer alone ${again.answer} B)`,
      `${(day / 1000).toFixed(1)} kB`,
    ]);
  };
  await add('no change');
  const times = [await timeOf(organiser, url, 'monday-talking-group')];
  await add('one session called off');
  for (const group of GROUPS.slice(1)) times.push(await timeOf(organiser, url, group));
  await add('five');
  for (const group of GROUPS) {
    for (const day of (DAYS[group] ?? []).slice(1)) times.push(await timeOf(organiser, url, group, day));
  }
  await add('fifteen');
  rows.push([
    `a change pushed until it is in the file, median of ${times.length}`,
    `${Math.round(median(times))} ms`,
    '',
    '',
  ]);
  agent.destroy();
  await site.stop();
  return rows;
}

async function timeOf(organiser: Organiser, url: string, group: string, day = DAYS[group]?.[0] ?? ''): Promise<number> {
  const began = performance.now();
  await organiser.publish(group, `date:main:${day}`, { is: 'cancelled' });
  for (;;) {
    const news = await (await fetch(url)).json();
    const lines: readonly { at: string; state: string }[] = news.groups[group]?.lines ?? [];
    if (lines.some(({ at, state }) => at.startsWith(day) && state === 'cancelled')) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Fetched {
  /** Both ways. */
  readonly bytes: number;
  readonly answer: number;
  readonly etag: string;
}

/** One request over a connection that is open already; every byte both ways counts. */
function ask(agent: Agent, url: string, etag?: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const headers = { ...PHONE, referer: url, ...(etag === undefined ? {} : { 'if-none-match': etag }) };
    let before = { read: 0, written: 0 };
    const asking = request(url, { agent, headers }, (answer) => {
      const { socket } = answer;
      answer.resume().once('end', () => {
        const received = socket.bytesRead - before.read;
        const bytes = received + socket.bytesWritten - before.written;
        resolve({ bytes, answer: received, etag: String(answer.headers.etag ?? '') });
      });
    });
    asking.once('socket', (socket) => {
      before = { read: socket.bytesRead, written: socket.bytesWritten };
    });
    asking.once('error', reject).end();
  });
}
