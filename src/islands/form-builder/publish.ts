import { canonicalJson, type Json } from '#core/canonical-json.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';

/** One time that a form was sent to be published, and what became of it. */
export interface SentDraft {
  readonly draft: string;
  readonly title: string;
  /** The service's clock, ISO 8601. */
  readonly sentAt: string;
  readonly state: 'waiting' | 'published' | 'replaced' | 'refused' | 'withdrawn';
  /** What the editor wrote. */
  readonly why?: string;
}

/** A form as the service knows it, the newest draft first. */
export interface SentForm {
  readonly form: string;
  readonly title: string;
  readonly drafts: readonly SentDraft[];
  readonly withdrawn?: { readonly at: string; readonly why?: string };
}

/** What the intake finds in a form, and the author can do something about. */
const FOUND = ['closedProgramme', 'needsEnglish', 'unknownRecipient', 'tooMany', 'tooLarge'] as const;

export type SendProblem = 'signIn' | 'notAllowed' | 'idTaken' | 'refusedByIntake' | 'noSignal' | (typeof FOUND)[number];

const API = '/organise/api/forms';
// The intake takes no change without it: no other site can send it.
const HEADERS = { 'content-type': 'application/json', 'x-wayin': '1' };

/** Names the files as they are: it tells whether they have changed since they were sent. */
export async function digestOf(files: FormFiles): Promise<string> {
  const text = canonicalJson(JSON.parse(JSON.stringify(files)) as Json);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends a form to be looked at by an editor; answers the name of what was sent. */
export async function sendForReview(files: FormFiles): Promise<Outcome<string, SendProblem>> {
  const { source, texts, sourceLanguage, translated } = files;
  const sent = { source, texts, sourceLanguage, ...(translated ? { translated } : {}) };
  const answer = await read<{ readonly draft: string }>(API, post({ files: sent }));
  return answer.ok ? good(answer.value.draft) : answer;
}

/** The forms that the person who is signed in has sent; for editors all of them. */
export async function readSent(): Promise<Outcome<readonly SentForm[], SendProblem>> {
  const answer = await read<{ readonly forms: readonly SentForm[] }>(API, {});
  return answer.ok ? good(answer.value.forms) : answer;
}

/** Takes a published form away: people read a friendly page in its place. */
export async function withdrawForm(form: string, why = ''): Promise<Outcome<'withdrawn', SendProblem>> {
  const answer = await read(`${API}/withdraw`, post({ form, why }));
  return answer.ok ? good('withdrawn') : answer;
}

const post = (body: object): RequestInit => ({ method: 'POST', headers: HEADERS, body: JSON.stringify(body) });

async function read<Body>(address: string, options: RequestInit): Promise<Outcome<Body, SendProblem>> {
  try {
    const answer = await fetch(address, { ...options, credentials: 'same-origin', cache: 'no-store' });
    if (answer.ok) return good((await answer.json()) as Body);
    if (answer.status === 401) return bad('signIn');
    if (answer.status === 403) return bad('notAllowed');
    if (answer.status === 409) return bad('idTaken');
    if (answer.status === 413) return bad('tooLarge');
    if (answer.status !== 400 && answer.status !== 422) return bad('noSignal');
    const { problem } = (await answer.json()) as { readonly problem?: unknown };
    return bad(FOUND.find((code) => code === problem) ?? 'refusedByIntake');
  } catch {
    // No network, or a sign-in page of one in place of the service.
    return bad('noSignal');
  }
}
