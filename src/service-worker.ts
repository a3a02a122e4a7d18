import { isForWork } from './core/offline/for-work.ts';
import { answerFor, filesToKeep, type KeptFile, languagesIn, preferredLanguage } from './islands/offline/kept-files.ts';
import { KEEP_LANGUAGE, TAKE_OVER } from './islands/offline/messages.ts';
import { keepPacks, packsOf } from './islands/offline/packs.ts';
import { dropStale, keepFiles, keepOne, openKept, readKept, readOlder } from './islands/offline/page-cache.ts';
import { SYNC_TAG } from './store/sync-tag.ts';

/** Every file of the build, put in by src/publish/precache. */
declare const FILES: readonly KeptFile[];
/** The packs that hold them, each with how many of FILES it holds, in their order. */
declare const PACKS: readonly (readonly [path: string, files: number])[];

// TypeScript's library for workers cannot stand beside the one for pages, so what is used here is said here.
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Page {
  readonly url: string;
  postMessage(message: string): void;
}
interface Worker {
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    claim(): Promise<void>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly navigator: Navigator & { readonly connection?: { readonly saveData?: boolean } };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerEvent & { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'notificationclick',
    listener: (event: WorkerEvent & { readonly notification: Notification }) => void,
  ): void;
  addEventListener(type: 'sync', listener: (event: WorkerEvent & { readonly tag: string }) => void): void;
}
const worker = globalThis as unknown as Worker;

const hashes = new Map(FILES.map(([path, hash]) => [path, hash]));
const paths = new Set(hashes.keys());
const languages = languagesIn(paths);

const openPages = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
const ownLanguage = () => preferredLanguage(worker.navigator.languages, languages) ?? 'en';

// Installed means: everything that this device's readers need is here. So `navigator.serviceWorker.ready` means it too.
worker.addEventListener('install', (event) => {
  event.waitUntil(keepFor(openLanguages()));
});

async function keepFor(languagesRead: Promise<readonly string[]>): Promise<void> {
  const saveData = worker.navigator.connection?.saveData ?? false;
  const wanted = filesToKeep(FILES, { read: await languagesRead, saveData, worksHere: await worksHere() });
  await keepPacks(packsOf(FILES, PACKS), wanted);
  await keepFiles(wanted);
}

/** A page for those who run groups or make forms is open, or was. */
async function worksHere(): Promise<boolean> {
  const isOpen = (await openPages()).some(({ url }) => isForWork(new URL(url).pathname));
  return isOpen || (await openKept()).hasAny(isForWork);
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropStale(FILES).then(() => worker.clients.claim()));
});

/** The languages of the pages that are open, or else the reader's own. */
async function openLanguages(): Promise<readonly string[]> {
  const open = (await openPages()).map(({ url }) => new URL(url).pathname.split('/')[1] ?? '');
  const known = [...new Set(open)].filter((language) => languages.includes(language));
  return known.length > 0 ? known : [ownLanguage()];
}

worker.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(takeOverIfNobodyWrites());
  // A page in a language that was not read here before. What does not come now comes with the next page.
  if (event.data === KEEP_LANGUAGE) event.waitUntil(keepFor(openLanguages()).catch(() => undefined));
});

async function takeOverIfNobodyWrites(): Promise<void> {
  const isForm = ({ url }: Page) => new URL(url).pathname.includes('/forms/');
  if (!(await openPages()).some(isForm)) await worker.skipWaiting();
}

// The outbox lives in pages: PouchDB is too much for a worker that may be stopped at any moment.
worker.addEventListener('sync', (event) => {
  if (event.tag !== SYNC_TAG) return;
  event.waitUntil(
    openPages().then((pages) => {
      for (const page of pages) page.postMessage(SYNC_TAG);
    }),
  );
});

// A reminder leads to its group's page.
worker.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  if (typeof notification.data === 'string') event.waitUntil(worker.clients.openWindow(notification.data));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = {
    method: request.method,
    url: new URL(request.url),
    origin: location.origin,
    isNavigation: request.mode === 'navigate',
    isRange: request.headers.has('range'),
  };
  const answer = answerFor(asked, paths);
  switch (answer.kind) {
    case 'leave':
      return;
    case 'kept':
      return event.respondWith(fromCache(answer.path, request));
    case 'redirect':
      return event.respondWith(Promise.resolve(redirect(answer.path + asked.url.search)));
    case 'chooseLanguage':
      return event.respondWith(Promise.resolve(redirect(`/${ownLanguage()}/`)));
    case 'older':
      return event.respondWith(readOlder(asked.url.pathname).then((kept) => kept ?? fetch(request)));
    case 'networkPage':
      return event.respondWith(fetch(request).catch(() => offlinePage(asked.url)));
  }
});

function redirect(path: string): Response {
  return Response.redirect(new URL(path, location.origin), 302);
}

async function fromCache(path: string, request: Request): Promise<Response> {
  const file: KeptFile = [path, hashes.get(path) ?? ''];
  // A calendar has no script to tell it what groups have changed since the build: the intake's own comes first.
  const fresh = path.endsWith('.ics') ? await fetch(request).catch(() => undefined) : undefined;
  if (fresh?.ok) return fresh;
  const kept = (await readKept(file)) ?? (await keepOne(file).catch(() => undefined));
  // Not as it was built: a newer build, or somebody's sign-in page. That is for the person to see, not to keep.
  return (
    kept ??
    fetch(request).catch((error) =>
      request.mode === 'navigate' ? offlinePage(new URL(request.url)) : Promise.reject(error),
    )
  );
}

async function offlinePage(url: URL): Promise<Response> {
  const first = url.pathname.split('/')[1] ?? '';
  const language = languages.includes(first) ? first : ownLanguage();
  for (const path of [`/${language}/offline/`, `/${language}/help-now/`]) {
    const kept = await readKept([path, hashes.get(path) ?? '']);
    if (kept) return new Response(kept.body, { status: 503, headers: kept.headers });
  }
  return Response.error();
}
