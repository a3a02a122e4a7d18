import { canonicalJson } from '#core/canonical-json.ts';
import type { SubmissionContent } from '#core/submission/content.ts';
import { toReference } from '#core/submission/reference.ts';
import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { openEnvelope } from '#sealing/open.ts';
import { readPrivateKeys } from '../../keys/key-files.ts';

const A_DAY_MS = 86_400_000;

/**
 * A submission of the same form with the same answers, taken in within a day. It is found by opening what came
 * for the same recipient, with the private key: a fingerprint of the answers, kept beside them, would betray them.
 */
export async function sameKeyedBefore(
  shelf: Pick<ReadingShelf, 'list'>,
  keysFolder: string,
  content: SubmissionContent,
): Promise<{ readonly reference: string; readonly at: string } | undefined> {
  const keys = await readPrivateKeys(keysFolder);
  let unread = 0;
  for await (const { envelope } of shelf.list('submission')) {
    if (envelope.form !== content.form || envelope.recipient !== content.recipient) continue;
    const opened = await openEnvelope(envelope, keys);
    if (!opened.ok) unread += 1;
    else if (isSame(opened.value, content)) {
      const { createdAt } = opened.value as SubmissionContent;
      return { reference: toReference(envelope._id), at: createdAt };
    }
  }
  if (unread > 0) {
    process.stderr.write(
      `wayin: ${unread} could not be opened without the private key of ${content.recipient}, so a repeat of one of them would not be seen.\n`,
    );
  }
  return undefined;
}

function isSame(other: { readonly kind: string }, content: SubmissionContent): boolean {
  if (other.kind !== 'submission') return false;
  const { createdAt, answers } = other as SubmissionContent;
  const apartMs = Math.abs(Date.parse(content.createdAt) - Date.parse(createdAt));
  return apartMs < A_DAY_MS && canonicalJson({ ...answers }) === canonicalJson({ ...content.answers });
}
