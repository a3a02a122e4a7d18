/** A document of our own making; what a store adds (`_rev`) is taken off. */
export interface KeptDocument {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** One database. What a store must be able to do is no more than this; only who may sign in is ever changed. */
export interface Collection {
  /** Those of the ids that are not kept. */
  missing(ids: readonly string[]): Promise<readonly string[]>;
  read(id: string): Promise<KeptDocument | undefined>;
  /** Keeps the first document of an id for ever. */
  keep(document: KeptDocument): Promise<'new' | 'already here'>;
  /** Keeps many at the price of one; of an id that is held, the first stays. If it throws, some may be kept. */
  keepAll(documents: readonly KeptDocument[]): Promise<void>;
  /**
   * Writes what `change` makes of the document that is there (or of none), and answers it. `undefined` leaves all as it
   * was. If somebody else is quicker, `change` is asked again with what they wrote: none of two changes is lost.
   */
  change(id: string, change: (before: KeptDocument | undefined) => Changed): Promise<Changed>;
  /** Takes a document away for good, its content included. One that is not there is no fault. */
  remove(id: string): Promise<void>;
  /** All of them by id, or those whose id begins so; a page at a time, so that many do not fill the memory. */
  all(prefix?: string): AsyncIterable<KeptDocument>;
  /** What was kept after a place in the order of arrival; without a place, from the beginning. At most so many. */
  since(place: Place | undefined, most: number): Promise<Arrivals>;
}

export type Changed = KeptDocument | undefined;

/** A place in a collection's order of arrival. Only the store that gave it can read it. */
export type Place = string;

export interface Arrivals {
  /** Where to go on: the place given, if nothing came after it. */
  readonly last: Place | undefined;
  readonly rows: readonly { readonly place: Place; readonly document: KeptDocument }[];
}

/** The databases. Equality answers have their own, so that no order of arrival joins them to a person. */
export const COLLECTIONS = [
  'submissions',
  'receipts',
  'monitoring',
  'monitoring-receipts',
  'forms',
  'outcomes',
  'destroyed',
  'timetable',
  'people',
  'made-forms',
] as const;

export type CollectionName = (typeof COLLECTIONS)[number];

/** A store that is open. */
export interface Store {
  readonly collections: { readonly [name in CollectionName]: Collection };
  ping(): Promise<void>;
  close(): Promise<void>;
}
