import { isForWork } from '#core/offline/for-work.ts';
import { hasReminders } from '#store/reminders-here.ts';
import { waitingHere } from '#store/waiting-here.ts';
import { KEEP_LANGUAGE, TAKE_OVER } from './messages.ts';

const WORKER = '/service-worker.js';
const LOOK_AGAIN_MS = 60 * 60_000;

/**
 * On every page: keeps the site for use without a signal, and sends what waits. Reason for the island: a form must
 * go out from whatever page its writer opens next. Loads nothing where nothing waits.
 */
export function start(): void {
  void waitingHere().then(async ({ parcels, timetable }) => {
    if (parcels) (await import('#store/deliver-when.ts')).keepDelivering();
    if (timetable) await (await import('#store/timetable/keep-in-step.ts')).keepInStep(false);
  });
  if (hasReminders()) void import('../reminders/remind.ts').then(({ keepReminding }) => keepReminding());
  // After the page itself: fetching the whole site must not compete with what the person came for.
  if (document.readyState === 'complete') void keepSite();
  else addEventListener('load', () => void keepSite());
}

async function keepSite(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers || !import.meta.env.PROD) return;
  const isFirst = !workers.controller;
  try {
    const registration = await workers.register(WORKER, { updateViaCache: 'none' });
    offerUpdate(registration);
    if (isFirst) {
      const { active } = await workers.ready;
      // It may have begun on another page, for residents alone.
      if (isForWork(location.pathname)) active?.postMessage(KEEP_LANGUAGE);
      (await import('./works-offline.ts')).sayWorksOffline();
    } else keepThisLanguage(workers);
  } catch {
    // Refused (private mode) or no signal just now: the site works without, and the next page tries again.
  }
}

/** Once a tab and language, and once for those who work here: the worker looks through all of its files for it. */
function keepThisLanguage(workers: ServiceWorkerContainer): void {
  const flag = `wayin-kept-${document.documentElement.lang}${isForWork(location.pathname) ? '-for-work' : ''}`;
  try {
    if (sessionStorage.getItem(flag)) return;
    sessionStorage.setItem(flag, 'asked');
  } catch {
    // Refused: asking again does no harm.
  }
  workers.controller?.postMessage(KEEP_LANGUAGE);
}

/** A new version takes over between pages, never under a form; the worker looks at the other tabs itself. */
function offerUpdate(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    if (!location.pathname.includes('/forms/')) registration.waiting?.postMessage(TAKE_OVER);
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = Date.now();
    void registration.update().catch(() => undefined);
  });
}
