import { unreachable } from '#core/unreachable.ts';
import type { Parcel } from '#store/parcel.ts';
import type { SubmissionStatus } from '#ui/submission-status/submission-status.ts';

/** How a parcel stands, as a person is told. A parcel still being saved was promised to nobody, and is not shown. */
export function toStatus(parcel: Parcel): SubmissionStatus | undefined {
  switch (parcel.state) {
    case 'saving':
      return undefined;
    case 'waiting': {
      const { tryAgainAt, problem } = parcel;
      return { state: 'saved', tryAgainAt, ...(problem ? { problem } : {}) };
    }
    case 'received': {
      const { receivedAt, respondBy, seenBy } = parcel.receipt;
      return { state: 'sent', receivedAt, ...(respondBy ? { respondBy } : {}), ...(seenBy ? { seenBy } : {}) };
    }
    case 'refused':
      return { state: 'needs-attention', problem: parcel.problem };
    default:
      return unreachable(parcel);
  }
}
