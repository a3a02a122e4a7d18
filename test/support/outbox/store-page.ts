import { forgetEverything } from '#store/clear-device.ts';
import { deliver, sendDirectly } from '#store/deliver.ts';
import { keepDelivering, readReceiptKeys, sendNow } from '#store/deliver-when.ts';
import { listDrafts, readDraft, removeDraft, saveDraft } from '#store/drafts.ts';
import { fileOf, forgetParcel, parcel, parcelOfDraft, parcels, recoverParcels, saveParcel } from '#store/outbox.ts';
import { markSharedComputer } from '#store/shared-computer.ts';
import { storageWorks } from '#store/storage-check.ts';

/** The store as a page of the site sees it, laid open for tests. */
const store = {
  parcelOfDraft,
  fileOf,
  forgetParcel,
  parcel,
  parcels,
  recoverParcels,
  saveParcel,
  forgetEverything,
  deliver,
  sendDirectly,
  keepDelivering,
  readReceiptKeys,
  sendNow,
  listDrafts,
  readDraft,
  removeDraft,
  saveDraft,
  markSharedComputer,
  storageWorks,
};

export type Store = typeof store;

Object.assign(globalThis, { store });
