import type { AddressInfo } from 'node:net';
import { londonClock } from '#intake/clock.ts';
import { serveDesk } from '#intake/desk-socket.ts';
import { makeIntake } from '#intake/intake.ts';
import { type KeyedDesk, keyedDesk } from '#intake/keyed-desk.ts';
import { knownForms } from '#intake/known-forms.ts';
import { logTo } from '#intake/log.ts';
import { storeFolder } from '#intake/open-shelf.ts';
import { peopleOn } from '#intake/people/people.ts';
import { shelfOn } from '#intake/shelf/shelf-on.ts';
import { readSite } from '#intake/site/read-site.ts';
import { checkDataFolder, checkPort, openOwnStore } from './before-start.ts';
import { readyKeys } from './keys/published-keys.ts';
import { Misuse } from './problems.ts';
import { PROJECT, readSettings, type Settings } from './settings.ts';
import { type BuiltSite, builtSite } from './site/built-site.ts';
import { publishedOn } from './site/published.ts';

const say = (text: string) => process.stdout.write(text);

/** `wayin start`: whatever is missing is made, whatever is in the way is said, then site and intake are served. */
export async function start(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new Misuse('It is: wayin start. Settings are read from the environment.');
  const settings = readSettings(process.env);
  await checkDataFolder(settings.data);
  await checkPort(settings.port, settings.host);
  const store = await openOwnStore(settings);
  const shelf = shelfOn(store);
  const now = londonClock(settings.today);
  let paper: KeyedDesk | undefined;
  const people = peopleOn(store.collections.people, now);
  const folder = storeFolder(settings.data);
  const desk = settings.couchUrl ? undefined : await serveDesk(shelf, folder, () => paper, people);

  const stopEarly = () => process.exit(0);
  process.once('SIGINT', stopEarly).once('SIGTERM', stopEarly);
  const began = performance.now();
  const close = async () => {
    await desk?.close();
    await store.close();
  };
  try {
    const { publicKeys, signingKey } = await readyKeys(PROJECT, settings.keys);
    const site = await builtSite(PROJECT, publicKeys, await publishedOn(shelf));
    const seconds = Math.round((performance.now() - began) / 1000);

    const log = logTo(say, now);
    const { hasTls, host, port } = settings;
    const published = await readSite(site.folder);
    const app = await makeIntake({ site: published, store, signingKey, now, log, hasTls });
    const forms = await knownForms(published.forms, shelf, now());
    paper = keyedDesk({ shelf, forms, signingKey, holidays: published.holidays, now, log });
    await app.listen({ port, host });
    say(welcome(settings, (app.server.address() as AddressInfo).port, site, seconds));
    log({ code: 'started' });

    process.off('SIGINT', stopEarly).off('SIGTERM', stopEarly);
    await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    await app.close();
    log({ code: 'stopped' });
  } finally {
    await close();
  }
}

function welcome(settings: Settings, port: number, { folder, state }: BuiltSite, seconds: number): string {
  const { host, data, keys, couchUrl, today } = settings;
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  const lines = [
    '',
    'Way In is ready.',
    '',
    `  Site          http://${name}:${port}/`,
    '  What arrives  npx wayin intake list',
    '                npx wayin intake open <id or reference>',
    '                npx wayin intake export --format csv',
    `  Data          ${data}${couchUrl ? `, and CouchDB at ${couchUrl.host}` : ''}`,
    `  Keys          ${keys}`,
    '                Keep a copy in a safe place: without the private keys nothing that arrives can be opened.',
    `  Built site    ${folder} (${state === 'built' ? `built in ${seconds} s` : 'nothing had changed'})`,
    ...(today ? [`  Date          taken to be ${today} (WAYIN_TODAY), for the site and for receipts`] : []),
    '',
    'Ctrl+C stops it.',
    '',
    '',
  ];
  return lines.join('\n');
}
