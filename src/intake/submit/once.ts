import { createHmac, randomBytes } from 'node:crypto';
import type { FormDefinition } from '#core/forms/definition.ts';

const REMEMBERED_MS = 10 * 60_000;
// Two people may well tick the same in a survey; two presses come closer together.
const REMEMBERED_ANONYMOUS_MS = 30_000;

/**
 * Tells a second press of "Send" from a second form: the same answers within ten minutes get the first one's result,
 * those without a name within half a minute.
 * Only a keyed hash is remembered, in memory, under a key that dies with the process.
 */
export function rememberSent<Result>(now: () => number) {
  const key = randomBytes(32);
  interface Remembered {
    readonly at: number;
    readonly kind: FormDefinition['kind'];
    readonly result: Promise<Result>;
  }
  const sent = new Map<string, Remembered>();

  return (form: Pick<FormDefinition, 'id' | 'kind'>, answers: string, send: () => Promise<Result>): Promise<Result> => {
    const isOver = ({ at, kind }: Remembered) =>
      now() - at > (kind === 'monitoring' ? REMEMBERED_ANONYMOUS_MS : REMEMBERED_MS);
    for (const [name, one] of sent) if (isOver(one)) sent.delete(name);

    const name = createHmac('sha256', key).update(form.id).update('\0').update(answers).digest('base64');
    const before = sent.get(name);
    if (before) return before.result;
    const result = send();
    sent.set(name, { at: now(), kind: form.kind, result });
    // A failure is no result: pressing again must try again.
    result.catch(() => sent.delete(name));
    return result;
  };
}
