import type { JWK } from 'jose';
import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Envelope } from '#core/submission/envelope.ts';
import { dueParcels, monitoringDelayMs, waitMs } from './backoff.ts';
import { withLock, withLockIfFree } from './locks.ts';
import { isMonitoring, type Parcel, type RefusedProblem, type WaitingProblem } from './parcel.ts';
import { moveParcel, readAllParcels, readParcel } from './parcel-index.ts';
import { type PushProblem, pushParcel, pushWithoutStorage } from './push.ts';
import { fetchProof, type Proof } from './receipt-check.ts';
import { destroySealed, loadPouch, readSealed } from './sealed-database.ts';

export interface Delivery {
  readonly now: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly receiptKeys: readonly JWK[];
  /** Only this parcel. */
  readonly only?: string;
  /** A person asked for it: the waiting time does not count, and another tab's push is waited for. */
  readonly force?: boolean;
}

/** Tries every parcel that is due. What came of it stands in the parcels themselves; `watchParcels` tells. */
export async function deliver(delivery: Delivery): Promise<void> {
  const round = () => deliverRound(delivery);
  await (delivery.force ? withLock('push', round) : withLockIfFree('push', round));
}

async function deliverRound({ now, chance, receiptKeys, only, force = false }: Delivery): Promise<void> {
  const due = dueParcels(await readAllParcels(), now(), force).filter(({ id }) => only === undefined || id === only);
  for (const { id } of due) {
    // Another tab may have sent or removed it while we were busy with the one before.
    const parcel = await readParcel(id);
    if (parcel?.state !== 'waiting') continue;
    await deliverOne(parcel, receiptKeys, now, chance);
    if (!isMonitoring(parcel)) await holdBackMonitoring(now(), chance);
  }
}

async function deliverOne(
  parcel: Parcel,
  receiptKeys: readonly JWK[],
  now: () => number,
  chance: () => number,
): Promise<void> {
  const attempts = parcel.attempts + 1;
  const wait = (problem: WaitingProblem, askedMs = 0) => {
    const triedAt = now();
    const tryAgainAt = triedAt + Math.max(askedMs, waitMs(attempts, chance()));
    return moveParcel(parcel.id, attempts, { state: 'waiting', triedAt, tryAgainAt, problem });
  };

  try {
    await loadPouch();
  } catch {
    // A page that is not kept for offline use yet: what pushes has to be fetched first.
    return wait('noConnection');
  }
  let problem: PushProblem | undefined;
  try {
    // An empty database pushes nothing and is content with it.
    if (!(await readSealed(parcel.id))) {
      return await moveParcel(parcel.id, attempts, { state: 'refused', problem: 'lostHere' });
    }
    problem = await pushParcel(parcel.id, now);
  } catch {
    return wait('deviceTrouble');
  }
  if (problem?.kind === 'refused') {
    return moveParcel(parcel.id, attempts, { state: 'refused', problem: problem.problem });
  }
  if (problem) return wait(problem.problem, problem.retryAfterMs);

  const proof = await fetchProof(parcel, receiptKeys);
  if (!proof.ok) return wait(proof.problem);
  await moveParcel(parcel.id, attempts, { state: 'received', ...proof.value });
  // Left behind if the browser dies here: `recoverParcels` takes it away.
  await destroySealed(parcel.id).catch(() => undefined);
}

/** After a form with a name on it has gone, equality answers keep still for a while, so that time does not join them. */
async function holdBackMonitoring(now: number, chance: () => number): Promise<void> {
  for (const parcel of await readAllParcels()) {
    if (parcel.state !== 'waiting' || !isMonitoring(parcel)) continue;
    const { attempts, problem } = parcel;
    const tryAgainAt = Math.max(parcel.tryAgainAt, now + monitoringDelayMs(chance()));
    await moveParcel(parcel.id, attempts, {
      state: 'waiting',
      triedAt: now,
      tryAgainAt,
      ...(problem ? { problem } : {}),
    });
  }
}

/**
 * For a browser that refuses to keep anything: sends at once, while the answers stay on screen. The proof is the
 * same signed receipt; without it nothing was sent, and the person is told to try again or to use another way.
 */
export async function sendDirectly(
  envelope: Envelope,
  receiptKeys: readonly JWK[],
  now: () => number = Date.now,
): Promise<Outcome<Proof, WaitingProblem | RefusedProblem>> {
  const problem = await pushWithoutStorage(envelope, now);
  if (problem) return bad(problem.problem);
  const proof = await fetchProof({ id: envelope._id, ...envelope }, receiptKeys);
  return proof.ok ? good(proof.value) : bad(proof.problem);
}
