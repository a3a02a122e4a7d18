import type { Envelope } from '#core/submission/envelope.ts';
import { envelopeId } from '#sealing/hash.ts';

/** An envelope of the right shape, different each time. What is sealed in it is noise: the store never looks. */
export async function anEnvelope(kind: 'submission' | 'monitoring' = 'submission'): Promise<Envelope> {
  const noise = () => Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
  const rest = {
    form: kind === 'submission' ? 'derby-self' : 'derby-equality',
    formVersion: '0123456789abcdef',
    recipient: 'derby',
    sealed: {
      protected: noise(),
      aad: noise(),
      iv: noise(),
      ciphertext: noise(),
      tag: noise(),
      recipients: [{ encrypted_key: noise(), header: { kid: noise() } }],
    },
  };
  return { _id: await envelopeId(kind, rest), ...rest };
}
