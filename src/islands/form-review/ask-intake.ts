import type { PublishedForm } from '#core/forms/definition.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { DraftState } from '#core/forms/made/made-form.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';

/** One time that a form was sent, and what became of it. */
export interface SentVersion {
  readonly draft: string;
  readonly title: string;
  /** The id of the person. */
  readonly by: string;
  /** The service's clock, ISO 8601. */
  readonly sentAt: string;
  readonly state: DraftState;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** What the editor wrote. */
  readonly why?: string;
}

/** A form with all versions that were ever sent, the newest first. */
export interface MadeForm {
  readonly form: string;
  readonly title: string;
  /** How many decisions there are about it: said back with the next, so that nobody decides over another's head. */
  readonly decisions: number;
  readonly drafts: readonly SentVersion[];
  readonly withdrawn?: { readonly at: string; readonly why?: string };
}

/** A version as its author wrote it, and as residents get it; not so where it cannot be put together any more. */
export interface ReadVersion {
  readonly files: FormFiles;
  readonly published?: PublishedForm;
}

export type AskProblem = 'noSignal' | 'signIn' | 'notAllowed' | 'decidedMeanwhile' | 'notThere';

const API = '/organise/api/forms';
// The intake takes no change without it: no other site can send it.
const HEADERS = { 'content-type': 'application/json', 'x-wayin': '1' };

/** All forms for those who decide; for others the ones that they began. */
export async function readForms(): Promise<Outcome<readonly MadeForm[], AskProblem>> {
  const answer = await ask<{ readonly forms: readonly MadeForm[] }>('');
  return answer.ok ? good(answer.value.forms) : answer;
}

export const readVersion = (draft: string) => ask<ReadVersion>(`/${encodeURIComponent(draft)}`);

interface Decision {
  readonly draft: string;
  readonly verdict: 'published' | 'refused';
  readonly why?: string;
  readonly seen: number;
}

/** Publishes a version, an earlier one again too, or sends it back with a reason. */
export const sendDecision = (decision: Decision) => ask('/decide', decision);

/** Takes a published form away: people read a friendly page in its place. */
export const sendWithdrawal = (about: { readonly form: string; readonly why: string; readonly seen: number }) =>
  ask('/withdraw', about);

const PROBLEMS: { readonly [status: number]: AskProblem } = {
  401: 'signIn',
  403: 'notAllowed',
  404: 'notThere',
  409: 'decidedMeanwhile',
};

async function ask<Body>(path: string, body?: object): Promise<Outcome<Body, AskProblem>> {
  const sending = body ? { method: 'POST', headers: HEADERS, body: JSON.stringify(body) } : {};
  try {
    const answer = await fetch(`${API}${path}`, { ...sending, credentials: 'same-origin', cache: 'no-store' });
    if (answer.ok) return good((await answer.json()) as Body);
    return bad(PROBLEMS[answer.status] ?? 'noSignal');
  } catch {
    // No network, or a sign-in page of one in place of the service.
    return bad('noSignal');
  }
}
