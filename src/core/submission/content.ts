import type { Answers } from '../criteria/criterion.ts';
import type { OutcomeNote } from './outcome-note.ts';

/** What is sealed: the hand-over record of domain.md §2.3 as far as the device knows it. */
export interface SubmissionContent {
  readonly kind: 'submission';
  readonly version: 1;
  /** Random, made once a form is begun; the same for a draft opened in two tabs. */
  readonly draft: string;
  readonly form: string;
  readonly formVersion: string;
  readonly recipient: string;
  readonly system: string;
  /** By the device's clock, which is not trusted for promises. */
  readonly createdAt: string;
  readonly language: string;
  /** `paper-keyed`: typed in from paper; `assisted`: asked on the phone and typed in. */
  readonly channel: 'online' | 'queued-offline' | 'no-script' | 'paper-keyed' | 'assisted';
  readonly consent: { readonly privacyNotice: string; readonly agreedAt: string; readonly share: readonly string[] };
  /** Relevant answers only. */
  readonly answers: Answers;
}

/** Equality answers: no name, no draft id, the month only. */
export interface MonitoringContent {
  readonly kind: 'monitoring';
  readonly version: 1;
  readonly form: string;
  readonly formVersion: string;
  readonly recipient: string;
  readonly system: string;
  readonly month: string;
  readonly answers: Answers;
}

/** What became of a submission, noted by staff. Only the seal says which one it is about. */
export interface OutcomeContent {
  readonly kind: 'outcome';
  readonly version: 1;
  readonly form: string;
  readonly formVersion: string;
  readonly recipient: string;
  /** The id of the submission. */
  readonly about: string;
  readonly notedAt: string;
  readonly answers: OutcomeNote;
}

/** What a person sends. */
export type Content = SubmissionContent | MonitoringContent;
