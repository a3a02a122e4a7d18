import type { Json } from '#core/canonical-json.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import {
  type Envelope,
  type EnvelopeProblem,
  isEnvelopeId,
  kindOfId,
  LARGEST_ENVELOPE_BYTES,
  parseEnvelope,
} from '#core/submission/envelope.ts';
import { isIntact } from '#sealing/open.ts';
import type { KnownForms } from '../known-forms.ts';

/** Why a document is not taken. The device parks it under "needs attention". */
export type Refusal = EnvelopeProblem | 'badGeneration' | 'unknownForm' | 'unknownFormVersion' | 'unknownRecipient';

const FIRST_REVISION = /^1-([0-9a-f]{1,64})$/;

/** Looks at one pushed document. What comes out is written anew, field by field; what it came in is thrown away. */
export async function admit(given: Json, forms: KnownForms): Promise<Outcome<Envelope, Refusal>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return bad('notAnEnvelope');
  if (Buffer.byteLength(JSON.stringify(given)) > LARGEST_ENVELOPE_BYTES) return bad('tooLarge');

  const { _rev, _revisions, ...fields } = given as { readonly [field: string]: Json };
  if (!isEnvelopeId(fields['_id'])) return bad('wrongId');
  if (!isFirstGeneration(_rev, _revisions)) return bad('badGeneration');
  return admitEnvelope(fields, forms);
}

/** Looks at an envelope by itself: its shape, its hash, and whether it is for somebody here. */
export async function admitEnvelope(given: Json, forms: KnownForms): Promise<Outcome<Envelope, Refusal>> {
  const read = parseEnvelope(given);
  if (!read.ok) return read;
  if (!(await isIntact(read.value))) return bad('wrongId');
  return toKnownAddress(read.value, forms);
}

/** PouchDB sends both; a later generation, or a second branch, is somebody's attempt to change what was sent. */
function isFirstGeneration(revision: Json | undefined, revisions: Json | undefined): boolean {
  const hash = typeof revision === 'string' ? FIRST_REVISION.exec(revision)?.[1] : undefined;
  if (hash === undefined) return false;
  return revisions === undefined || JSON.stringify(revisions) === JSON.stringify({ start: 1, ids: [hash] });
}

function toKnownAddress(envelope: Envelope, forms: KnownForms): Outcome<Envelope, Refusal> {
  const form = forms.find(envelope.form, envelope.formVersion);
  if (typeof form === 'string') return bad(form);
  if (form.definition.kind !== kindOfId(envelope._id)) return bad('wrongId');
  const isRouted = form.definition.routes.some(({ recipient }) => recipient === envelope.recipient);
  return isRouted ? good(envelope) : bad('unknownRecipient');
}
