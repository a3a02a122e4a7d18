import { bad, good, type Outcome } from '../outcome.ts';

/** A General JWE (RFC 7516 §7.2.1) with one recipient. */
export interface Sealed {
  readonly protected: string;
  readonly aad: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
  readonly recipients: readonly {
    readonly encrypted_key: string;
    readonly header: { readonly [name: string]: unknown };
  }[];
}

/** What travels and is stored: only the routing is readable. */
export interface Envelope {
  /** `submission:`, `monitoring:` or `outcome:` and the SHA-256 (hex) of the canonical JSON of all other fields. */
  readonly _id: string;
  readonly form: string;
  readonly formVersion: string;
  readonly recipient: string;
  readonly sealed: Sealed;
}

export type EnvelopeProblem = 'notAnEnvelope' | 'unknownField' | 'wrongId' | 'tooLarge';

/** The largest document the intake takes, in bytes of JSON. */
export const LARGEST_ENVELOPE_BYTES = 64 * 1024;

const ID = /^(submission|monitoring|outcome):[0-9a-f]{64}$/;

/** Answers of a person; anonymous answers; what staff noted of an answer. Each kind has databases of its own. */
export type DocumentKind = 'submission' | 'monitoring' | 'outcome';
const NAME = /^[a-z][a-z0-9-]{0,63}$/;
const VERSION = /^[0-9a-f]{16}$/;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

const ENVELOPE_FIELDS = ['_id', 'form', 'formVersion', 'recipient', 'sealed'];
const SEALED_FIELDS = ['protected', 'aad', 'iv', 'ciphertext', 'tag', 'recipients'];
const RECIPIENT_FIELDS = ['encrypted_key', 'header'];

/** Whether text has the form of an envelope's id. It says nothing about whether the hash is true. */
export function isEnvelopeId(id: unknown): id is string {
  return typeof id === 'string' && ID.test(id);
}

/** Which kind of document an id names: equality answers are kept apart from everything else. */
export function kindOfId(id: string): DocumentKind {
  if (id.startsWith('outcome:')) return 'outcome';
  return id.startsWith('monitoring:') ? 'monitoring' : 'submission';
}

/**
 * Reads an envelope: exactly these fields, each of its own shape, nothing beside them in plain text.
 * Whether the id is the true hash, and whether the form is known, is for whoever can ask.
 */
export function parseEnvelope(given: unknown): Outcome<Envelope, EnvelopeProblem> {
  if (!isRecord(given)) return bad('notAnEnvelope');
  if (hasOthers(given, ENVELOPE_FIELDS)) return bad('unknownField');
  if (!isEnvelopeId(given['_id'])) return bad('wrongId');
  if (!isLike(given['form'], NAME) || !isLike(given['recipient'], NAME)) return bad('notAnEnvelope');
  if (!isLike(given['formVersion'], VERSION)) return bad('notAnEnvelope');

  const problem = problemOfSealed(given['sealed']);
  return problem ? bad(problem) : good(given as unknown as Envelope);
}

function problemOfSealed(sealed: unknown): EnvelopeProblem | undefined {
  if (!isRecord(sealed)) return 'notAnEnvelope';
  if (hasOthers(sealed, SEALED_FIELDS)) return 'unknownField';
  if (!isBase64Url(sealed['protected']) || !isBase64Url(sealed['aad'])) return 'notAnEnvelope';
  if (!isBytes(sealed['iv'], 12) || !isBytes(sealed['tag'], 16)) return 'notAnEnvelope';
  if (!isBase64Url(sealed['ciphertext'])) return 'notAnEnvelope';
  if (sealed['ciphertext'].length > LARGEST_ENVELOPE_BYTES) return 'tooLarge';

  const recipients = sealed['recipients'];
  if (!Array.isArray(recipients) || recipients.length !== 1) return 'notAnEnvelope';
  return problemOfRecipient(recipients[0]);
}

function problemOfRecipient(recipient: unknown): EnvelopeProblem | undefined {
  if (!isRecord(recipient)) return 'notAnEnvelope';
  if (hasOthers(recipient, RECIPIENT_FIELDS)) return 'unknownField';
  if (!isBytes(recipient['encrypted_key'], 40) || !isRecord(recipient['header'])) return 'notAnEnvelope';
  // Only the key's name may stand in the open: a header is a place to smuggle words past the seal.
  if (hasOthers(recipient['header'], ['kid'])) return 'unknownField';
  return isBytes(recipient['header']['kid'], 32) ? undefined : 'notAnEnvelope';
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOthers(value: object, known: readonly string[]): boolean {
  return Object.keys(value).some((key) => !known.includes(key));
}

function isLike(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isBase64Url(value: unknown): value is string {
  return isLike(value, BASE64URL) && value.length % 4 !== 1;
}

function isBytes(value: unknown, bytes: number): boolean {
  return isBase64Url(value) && value.length === Math.ceil((bytes * 4) / 3);
}
