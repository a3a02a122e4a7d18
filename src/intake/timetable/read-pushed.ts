import type { Json } from '#core/canonical-json.ts';
import { bad, type Outcome } from '#core/outcome.ts';
import { hashedPart, LARGEST_CHANGE_BYTES, revisionOf, type TimetableDocument } from '#core/timetable/change.ts';
import { type ChangeProblem, parseDocument } from '#core/timetable/parse-change.ts';
import { sha256Hex } from '#sealing/hash.ts';
import type { SenseProblem } from './check-names.ts';
import type { RightsProblem } from './check-rights.ts';

/** Why a document is not taken. The device shows it in words beside the change. */
export type Refusal = ChangeProblem | 'wrongId' | 'notGenerationOne' | 'appendOnly' | RightsProblem | SenseProblem;

/** Looks at one pushed document by itself: one revision, the one its id gives it; its shape; its hash. */
export async function readPushed(given: Json): Promise<Outcome<TimetableDocument, Refusal>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return bad('notAChange');
  const { _rev, _revisions, ...fields } = given as { readonly [field: string]: Json };
  if (Buffer.byteLength(JSON.stringify(fields)) > LARGEST_CHANGE_BYTES) return bad('tooLarge');
  if ('_deleted' in fields) return bad('appendOnly');
  if (!isFirstGeneration(fields['_id'], _rev, _revisions)) return bad('notGenerationOne');

  const read = parseDocument(fields);
  if (!read.ok) return read;
  return (await idOf(read.value)) === read.value._id ? read : bad('wrongId');
}

/** The id that a document must have. */
export async function idOf(document: Omit<TimetableDocument, '_id'>): Promise<string> {
  return `${document.kind}:${await sha256Hex(hashedPart(document))}`;
}

/** Any other revision is somebody's attempt to write over a document, or to put a second one beside it. */
function isFirstGeneration(id: Json | undefined, revision: Json | undefined, revisions: Json | undefined): boolean {
  if (typeof id !== 'string' || revision !== revisionOf(id)) return false;
  const history = JSON.stringify({ start: 1, ids: [revision.slice(2)] });
  return revisions === undefined || JSON.stringify(revisions) === history;
}
