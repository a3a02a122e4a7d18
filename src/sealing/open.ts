import { base64url, type GeneralJWE, generalDecrypt, importJWK, type JWK } from 'jose';
import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Content, OutcomeContent } from '#core/submission/content.ts';
import { type Envelope, kindOfId, parseEnvelope } from '#core/submission/envelope.ts';
import { envelopeId } from './hash.ts';
import { SEALING_ALGORITHM } from './keys.ts';
import { additionalData } from './seal.ts';

/**
 * `wrongKey`: sealed to a key that is not among these. `damaged`: not what was sealed, or sent to another address.
 * `unknownVersion`: sealed by a newer Way In than this one.
 */
export type OpenProblem = 'wrongKey' | 'damaged' | 'unknownVersion';

/** Whether id, routing and seal belong together. Anyone can ask this: it needs no key. */
export async function isIntact(envelope: Envelope): Promise<boolean> {
  const { _id, form, formVersion, recipient, sealed } = envelope;
  if ((await envelopeId(kindOfId(_id), { form, formVersion, recipient, sealed })) !== _id) return false;
  return sealed.aad === base64url.encode(additionalData(envelope)) && isOurHeader(sealed.protected);
}

// The header is readable by all: anything in it beside what the seal needs would be words outside the seal.
function isOurHeader(encoded: string): boolean {
  try {
    const header = JSON.parse(new TextDecoder().decode(base64url.decode(encoded)));
    const members = `${Object.keys(header).sort()} ${Object.keys(header.epk).sort()}`;
    return members === 'alg,enc,epk crv,kty,x,y' && header.alg === SEALING_ALGORITHM && header.enc === 'A256GCM';
  } catch {
    return false;
  }
}

/** What was sealed, if one of the keys opens it. Keys that are no longer used still open what was sealed to them. */
export function openEnvelope(envelope: Envelope, privateKeys: readonly JWK[]): Promise<Outcome<Content, OpenProblem>> {
  return openSealed<Content>(envelope, privateKeys);
}

/** What staff sealed, likewise. */
export function openOutcome(
  envelope: Envelope,
  privateKeys: readonly JWK[],
): Promise<Outcome<OutcomeContent, OpenProblem>> {
  return openSealed<OutcomeContent>(envelope, privateKeys);
}

async function openSealed<Inside extends Content | OutcomeContent>(
  envelope: Envelope,
  privateKeys: readonly JWK[],
): Promise<Outcome<Inside, OpenProblem>> {
  const read = parseEnvelope(envelope);
  if (!read.ok || !(await isIntact(read.value))) return bad('damaged');

  const kid = read.value.sealed.recipients[0]?.header['kid'];
  const privateKey = privateKeys.find((key) => key.kid === kid);
  if (!privateKey) return bad('wrongKey');

  const json = await decrypt(read.value, privateKey);
  return json === undefined ? bad('damaged') : toContent(json, read.value);
}

async function decrypt(envelope: Envelope, privateKey: JWK): Promise<unknown> {
  try {
    const key = await importJWK(privateKey, SEALING_ALGORITHM);
    const { plaintext } = await generalDecrypt(envelope.sealed as GeneralJWE, key, {
      keyManagementAlgorithms: [SEALING_ALGORITHM],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch {
    return undefined;
  }
}

function toContent<Inside extends Content | OutcomeContent>(
  json: unknown,
  envelope: Envelope,
): Outcome<Inside, OpenProblem> {
  if (typeof json !== 'object' || json === null) return bad('damaged');
  const content = json as Partial<Inside>;
  if (content.version !== 1) return bad('unknownVersion');

  const sameRouting =
    content.kind === kindOfId(envelope._id) &&
    content.form === envelope.form &&
    content.formVersion === envelope.formVersion &&
    content.recipient === envelope.recipient;
  const hasAnswers = typeof content.answers === 'object' && content.answers !== null;
  return sameRouting && hasAnswers ? good(content as Inside) : bad('damaged');
}
