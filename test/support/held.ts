import { expect } from '@playwright/test';
import type { WayIn } from './way-in.ts';

/** What the service reads when it opens a submission. */
export interface Opened {
  readonly form: string;
  readonly formVersion: string;
  readonly recipient: string;
  readonly receivedAt: string;
  readonly language: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

/** Ids of what the intake holds, as `wayin intake list` prints them. */
export async function heldIds(wayIn: WayIn, kind = 'submission'): Promise<readonly string[]> {
  const { status, stdout, stderr } = await wayIn.wayin('intake', 'list');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\n').flatMap((line) => line.match(new RegExp(`\\b${kind}:[0-9a-f]{64}\\b`)) ?? []);
}

/** Opens a submission with the service's private key. */
export async function openHeld(wayIn: WayIn, id: string): Promise<Opened> {
  const { status, stdout, stderr } = await wayIn.wayin('intake', 'open', id);
  expect(`${status} ${stderr}`).toBe('0 ');
  return JSON.parse(stdout) as Opened;
}

/** Exactly one submission is held; answers what it says. */
export async function expectOneHeld(wayIn: WayIn): Promise<Opened> {
  const ids = await heldIds(wayIn);
  expect(ids).toHaveLength(1);
  return openHeld(wayIn, ids[0] ?? '');
}
