import type { PublishedForm } from '#core/forms/definition.ts';
import type { MadeDocument } from '#core/forms/made/made-form.ts';
import type { DocumentKind, Envelope } from '#core/submission/envelope.ts';
import type { TimetableDocument } from '#core/timetable/change.ts';

/** An envelope and its receipt as they are kept. */
export interface Held {
  readonly envelope: Envelope;
  /** The signed receipt (JWS). Absent only where the intake was cut off between the two writes, until it is asked for. */
  readonly receipt?: string;
}

export type { DocumentKind };

/** What is left of a submission that was destroyed: that there was one, and why it went. Nothing of what it said. */
export interface Destroyed {
  /** The id of what went. */
  readonly id: string;
  readonly form: string;
  /** The day, or for anonymous answers the month. */
  readonly receivedAt: string;
  readonly destroyedAt: string;
  readonly why: 'retention' | 'request';
}

/** What the recipient's side reads. */
export interface ReadingShelf {
  get(id: string): Promise<Held | undefined>;
  /** All of one kind, by id: in an order that says nothing about when they came. */
  list(kind: DocumentKind): AsyncIterable<Held>;
  form(id: string, version: string): Promise<PublishedForm | undefined>;
  /** Every version of every form that was ever published here, in the order in which they were. */
  forms(): AsyncIterable<PublishedForm>;
  destroyed(): AsyncIterable<Destroyed>;
  /** Every change of the timetable and every decision about one, in the order in which they came. */
  timetable(): AsyncIterable<TimetableDocument>;
  /** Every form that was made in the builder and sent, and every decision about one. */
  madeForms(): AsyncIterable<MadeDocument>;
  close(): Promise<void>;
}

/** What the recipient's side may do beside reading: note what became of a submission, and destroy one. */
export interface DeskShelf extends ReadingShelf {
  /** Keeps a sealed note of staff. */
  note(outcome: Envelope): Promise<void>;
  /** Removes a document and its receipt for good. The log is written first: nothing goes without a trace. */
  destroy(entry: Destroyed): Promise<void>;
}

/**
 * Where accepted submissions are kept. Putting the same one twice is not an error; nothing is ever changed,
 * and nothing removed but by `destroy`.
 */
export interface Shelf extends DeskShelf {
  /** Those of the ids that are not held. */
  missing(ids: readonly string[]): Promise<readonly string[]>;
  /** Keeps the first envelope and the first receipt of an id. Answers the receipt that counts. */
  put(
    envelope: Envelope,
    receipt: string,
  ): Promise<{ readonly kept: 'new' | 'already here'; readonly receipt: string }>;
  /** The receipt of a submission that is held; a receipt alone proves nothing and is not shown. */
  receipt(id: string): Promise<string | undefined>;
  /** `keptAt` (ISO 8601) counts the first time. */
  keepForm(form: PublishedForm, keptAt: string): Promise<void>;
  /** Throws when the store does not answer. */
  ping(): Promise<void>;
}
