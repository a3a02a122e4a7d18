import { startWayIn } from './way-in.ts';

/**
 * Other days and standings that tests look at, a built site each. The first is the day for which the examples were
 * written (one session is cancelled, one moved, one group not confirmed), with every programme open.
 */
export const DEMONSTRATION = { WAYIN_TODAY: '2026-11-22', WAYIN_OPEN: 'all' };
export const BEFORE_EASTER = { WAYIN_TODAY: '2026-04-02' };

/** Makes the run's keys and builds each site once, the way an operator does: by starting it. */
export default async function prepareSite(): Promise<void> {
  for (const env of [{}, DEMONSTRATION, BEFORE_EASTER]) {
    const began = performance.now();
    const wayIn = await startWayIn({ env });
    await wayIn.stop();
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(`The site ${JSON.stringify(env)} stands after ${seconds} s.`);
  }
}

if (import.meta.main) await prepareSite();
