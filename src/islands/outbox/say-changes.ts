import { parcel as readParcel } from '#store/outbox.ts';
import type { Parcel } from '#store/parcel.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { problemInWords } from '#ui/submission-status/submission-status.ts';
import { referenceOf, type Telling, titleOf } from './listed.ts';
import { toStatus } from './to-status.ts';

/** Says a change of state aloud, once, when it happens: "sent", or "needs attention" (G40). */
export function changeSayer(telling: Telling): (parcels: readonly Parcel[]) => void {
  let before: ReadonlyMap<string, Parcel['state']> | undefined;
  return (parcels) => {
    const known = before;
    before = new Map(parcels.map(({ id, state }) => [id, state]));
    const changed = known && parcels.filter(({ id, state }) => known.has(id) && known.get(id) !== state);
    const texts = (changed ?? []).flatMap((parcel) => standingInWords(parcel, telling) ?? []);
    if (texts.length > 0) announce(texts.join(' '));
  };
}

/** After "Send now": a form that still waits says why. One that moved on was announced by `changeSayer`. */
export async function sayStanding(id: string, telling: Telling): Promise<void> {
  const parcel = await readParcel(id);
  const status = parcel && toStatus(parcel);
  if (!parcel || status?.state !== 'saved') return;
  const { words, forms } = telling;
  const problem = problemInWords(status, words) ?? '';
  announce(words('announce.stillWaiting', { form: titleOf(parcel.form, forms), problem }));
}

/** One sentence for the live region. */
export function standingInWords(parcel: Parcel, { words, forms }: Telling): string | undefined {
  const status = toStatus(parcel);
  const form = titleOf(parcel.form, forms);
  const reference = referenceOf(parcel);
  switch (status?.state) {
    case 'saved':
      return words('announce.saved', { form });
    case 'sent':
      return reference ? words('announce.sent', { form, reference }) : words('announce.sentNoReference', { form });
    case 'needs-attention':
      return words('announce.needsAttention', { form });
    default:
      return undefined;
  }
}
