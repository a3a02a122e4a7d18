import { canonicalJson, type Json } from '#core/canonical-json.ts';
import type { FormDefinition } from '#core/forms/definition.ts';
import type { DocumentKind, Envelope } from '#core/submission/envelope.ts';

const VERSION_DIGITS = 16;

/** The SHA-256 of the text's UTF-8 bytes, in lower-case hex. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The id that these contents must have. Routing is hashed along with the ciphertext,
 * so neither can be exchanged without the id becoming untrue.
 */
export async function envelopeId(prefix: DocumentKind, rest: Omit<Envelope, '_id'>): Promise<string> {
  return `${prefix}:${await sha256Hex(canonicalJson(rest as unknown as Json))}`;
}

/** The version of a form is its structure's hash: the same structure has the same version anywhere. */
export async function formVersion(definition: FormDefinition): Promise<string> {
  return (await sha256Hex(canonicalJson(definition as unknown as Json))).slice(0, VERSION_DIGITS);
}
