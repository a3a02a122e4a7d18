import { GeneralEncrypt, importJWK, type JWK } from 'jose';
import { canonicalJson } from '#core/canonical-json.ts';
import type { Content, OutcomeContent } from '#core/submission/content.ts';
import type { Envelope, Sealed } from '#core/submission/envelope.ts';
import { envelopeId } from './hash.ts';
import { SEALING_ALGORITHM } from './keys.ts';

/** The only lengths a sealed text may have, in bytes: how much someone wrote is nobody's business. */
const SIZE_CLASSES = [2, 4, 8, 16, 32].map((kibibytes) => kibibytes * 1024);

/** The answers are longer than the largest size class. The question limits of a form keep this from happening. */
export class TooLargeToSeal extends Error {
  override readonly name = 'TooLargeToSeal';
}

/** Where an envelope goes: readable by all, bound to the sealed text so that it cannot be changed unnoticed. */
export type Routing = Pick<Envelope, 'form' | 'formVersion' | 'recipient'>;

/** The routing as the seal covers it. */
export function additionalData({ form, formVersion, recipient }: Routing): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson({ form, formVersion, recipient }));
}

/** Seals to the receiving service's public key. Whoever seals cannot open it again. */
export async function seal(content: Content | OutcomeContent, publicKey: JWK): Promise<Envelope> {
  if (publicKey.kid === undefined) throw new Error('A public key without a kid cannot be told from another.');
  const { form, formVersion, recipient } = content;
  const routing = { form, formVersion, recipient };

  const sealed = await new GeneralEncrypt(padded(JSON.stringify(content)))
    .setProtectedHeader({ alg: SEALING_ALGORITHM, enc: 'A256GCM' })
    .setAdditionalAuthenticatedData(additionalData(routing))
    .addRecipient(await importJWK(publicKey, SEALING_ALGORITHM))
    .setUnprotectedHeader({ kid: publicKey.kid })
    .encrypt();

  const rest = { ...routing, sealed: sealed as Sealed };
  return { _id: await envelopeId(content.kind, rest), ...rest };
}

// White space after JSON means nothing to its reader, so padding needs no length of its own.
function padded(json: string): Uint8Array {
  const bytes = new TextEncoder().encode(json);
  const size = SIZE_CLASSES.find((largest) => bytes.length <= largest);
  if (size === undefined) throw new TooLargeToSeal(`${bytes.length} bytes do not fit the largest size class.`);

  const filled = new Uint8Array(size).fill(0x20);
  filled.set(bytes);
  return filled;
}
