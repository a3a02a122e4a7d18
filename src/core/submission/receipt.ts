/** The signed proof that the intake holds a submission. */
export interface Receipt {
  readonly id: string;
  /** SHA-256 (hex) of what is held: the part of the id after the colon. */
  readonly hash: string;
  readonly form: string;
  readonly formVersion: string;
  /** ISO 8601 with zone by the intake's clock; for monitoring answers the month only (`2026-11`). */
  readonly receivedAt: string;
  /** Last days (ISO dates, Europe/London) to reply and to be seen; only where the service promises them. */
  readonly respondBy?: string;
  readonly seenBy?: string;
}
