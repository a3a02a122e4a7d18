import { waitMs } from '../backoff.ts';
import { withLock, withLockIfFree } from '../locks.ts';
import { SYNC_TAG } from '../sync-tag.ts';
import { finishLeaving } from './leave.ts';
import { readLedger } from './ledger.ts';
import { replicateOnce, type SyncFailure, type SyncProblem } from './replicate.ts';
import { signedIn } from './signed-in.ts';

/** How this device and the service get on. */
export type Step =
  | { readonly state: 'working' }
  | { readonly state: 'inStep' }
  | { readonly state: 'apart'; readonly problem: SyncProblem; readonly tryAgainAt: number };

// While somebody looks at the page, others' changes come in about so often.
const LOOK_MS = 30_000;
// A timer of a page in the background may sleep for long; a shorter one notices a clock that was set.
const LONGEST_TIMER_MS = 60_000;

const listeners = new Set<(step: Step) => void>();
let last: Step | undefined;
let started = false;
let attempts = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls `listener` with how things are now, and whenever that changes. Answers a way to stop. */
export function watchStep(listener: (step: Step) => void): () => void {
  listeners.add(listener);
  if (last) listener(last);
  return () => listeners.delete(listener);
}

/**
 * Keeps the copy of whoever is signed in in step with the service: now, at the network's return, when the page is shown
 * again, after each change, at the time of the next try. `forever`: others' changes are looked for too; else it ends
 * once nothing waits.
 */
export async function keepInStep(forever: boolean): Promise<void> {
  if (!started) {
    started = true;
    addEventListener('online', () => void stepNow());
    addEventListener('pageshow', () => void stepNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void stepNow();
    });
    navigator.serviceWorker?.addEventListener('message', ({ data }) => {
      if (data === SYNC_TAG) void stepNow();
    });
  }
  looksForOthers ||= forever;
  await stepNow();
}

let looksForOthers = false;

/** A round now. After a change was saved, and when somebody presses "Send now", another tab's round is waited for. */
export async function stepNow({ force = false } = {}): Promise<void> {
  clearTimeout(timer);
  // A cookie that is to be given back must not carry anything any more.
  if (!(await finishLeaving().catch(() => false))) return plan(LOOK_MS);
  const organiser = await signedIn().catch(() => undefined);
  if (!organiser) return;
  const { id } = organiser;
  if (!looksForOthers && (await readLedger(id)).waiting.length === 0) return;

  const round = async () => {
    say({ state: 'working' });
    return replicateOnce(id, Date.now());
  };
  const came = await (force ? withLock('timetable', round) : withLockIfFree('timetable', round));
  if (came === 'busy') return plan(LOOK_MS);
  settle(came);
}

function settle(failure: SyncFailure | undefined): void {
  if (failure === undefined) {
    attempts = 0;
    say({ state: 'inStep' });
    plan(LOOK_MS);
    return;
  }
  attempts += 1;
  const wait = Math.max(failure.retryAfterMs ?? 0, waitMs(attempts, Math.random()));
  say({ state: 'apart', problem: failure.problem, tryAgainAt: Date.now() + wait });
  plan(wait);
}

function plan(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void stepNow(), Math.min(ms, LONGEST_TIMER_MS));
}

function say(step: Step): void {
  last = step;
  for (const listener of [...listeners]) listener(step);
}
