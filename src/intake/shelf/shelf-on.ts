import type { PublishedForm } from '#core/forms/definition.ts';
import type { MadeDocument } from '#core/forms/made/made-form.ts';
import { type Envelope, kindOfId } from '#core/submission/envelope.ts';
import type { TimetableDocument } from '#core/timetable/change.ts';
import type { Collection, Place, Store } from './collection.ts';
import type { Destroyed, DocumentKind, Held, Shelf } from './shelf.ts';

const PAGE = 200;
const ENVELOPES = { submission: 'submissions', monitoring: 'monitoring', outcome: 'outcomes' } as const;

/** The shelf on a store. What it promises is worked out here once, so that no store can differ. */
export function shelfOn(store: Store): Shelf {
  const { collections } = store;
  const forms = collections.forms;

  const envelopesOf = (kind: DocumentKind) => collections[ENVELOPES[kind]];
  const receiptsOf = (kind: DocumentKind) => collections[kind === 'monitoring' ? 'monitoring-receipts' : 'receipts'];

  const withReceipt = async (envelope: Envelope, kind: DocumentKind): Promise<Held> => {
    const receipt = kind === 'outcome' ? undefined : await receiptFrom(receiptsOf(kind), envelope._id);
    return receipt === undefined ? { envelope } : { envelope, receipt };
  };

  return {
    async missing(ids) {
      const kinds: readonly DocumentKind[] = ['submission', 'monitoring'];
      const lists = kinds.map((kind) => envelopesOf(kind).missing(ids.filter((id) => kindOfId(id) === kind)));
      return (await Promise.all(lists)).flat();
    },

    // The receipt first: a submission that is held can then always be proved, even after a power cut between the two.
    async put(envelope, receipt) {
      const kind = kindOfId(envelope._id);
      await receiptsOf(kind).keep({ _id: envelope._id, receipt });
      const kept = await envelopesOf(kind).keep({ ...envelope });
      const counts = await receiptFrom(receiptsOf(kind), envelope._id);
      if (counts === undefined) throw new Error('A receipt that was just written cannot be read.');
      return { kept, receipt: counts };
    },

    async receipt(id) {
      const kind = kindOfId(id);
      if (kind === 'outcome') return undefined;
      const receipt = await receiptFrom(receiptsOf(kind), id);
      if (receipt === undefined) return undefined;
      return (await envelopesOf(kind).missing([id])).length === 0 ? receipt : undefined;
    },

    async get(id) {
      const kind = kindOfId(id);
      const envelope = await envelopesOf(kind).read(id);
      return envelope && withReceipt(envelope as unknown as Envelope, kind);
    },

    // Both come in the order of their ids, so that they are read side by side, a page at a time.
    async *list(kind) {
      const receipts = kind === 'outcome' ? undefined : receiptsOf(kind).all()[Symbol.asyncIterator]();
      let next = await receipts?.next();
      for await (const document of envelopesOf(kind).all()) {
        const envelope = document as unknown as Envelope;
        while (next && !next.done && next.value._id < envelope._id) next = await receipts?.next();
        const isNext = next && !next.done && next.value._id === envelope._id;
        // One that came while we read may not have been on its page yet.
        yield isNext ? { envelope, receipt: next?.value['receipt'] as string } : await withReceipt(envelope, kind);
      }
    },

    async keepForm(form, keptAt) {
      await forms.keep({ _id: formId(form.definition.id, form.version), form, keptAt });
    },

    async note(outcome) {
      await collections.outcomes.keep({ ...outcome });
    },

    async destroy(entry) {
      const kind = kindOfId(entry.id);
      await collections.destroyed.keep({ _id: `destroyed:${entry.id}`, entry });
      await envelopesOf(kind).remove(entry.id);
      if (kind !== 'outcome') await receiptsOf(kind).remove(entry.id);
    },

    async *destroyed() {
      for await (const { entry } of collections.destroyed.all()) yield entry as Destroyed;
    },

    async *madeForms() {
      for await (const document of collections['made-forms'].all()) yield document as unknown as MadeDocument;
    },

    async *timetable() {
      let place: Place | undefined;
      for (;;) {
        const { last, rows } = await collections.timetable.since(place, PAGE);
        for (const { document } of rows) yield document as unknown as TimetableDocument;
        if (last === place) return;
        place = last;
      }
    },

    async form(id, version) {
      return (await forms.read(formId(id, version)))?.['form'] as PublishedForm | undefined;
    },

    async *forms() {
      const kept: { readonly form: PublishedForm; readonly keptAt: string }[] = [];
      for await (const { form, keptAt = '' } of forms.all()) {
        kept.push({ form: form as PublishedForm, keptAt: String(keptAt) });
      }
      kept.sort((a, b) => (a.keptAt < b.keptAt ? -1 : a.keptAt > b.keptAt ? 1 : 0));
      for (const { form } of kept) yield form;
    },

    ping: () => store.ping(),
    close: () => store.close(),
  };
}

function formId(id: string, version: string): string {
  return `form:${id}:${version}`;
}

async function receiptFrom(receipts: Collection, id: string): Promise<string | undefined> {
  return (await receipts.read(id))?.['receipt'] as string | undefined;
}
