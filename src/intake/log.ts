/** What may stand in a log: a code, the reference a person can read out, and a code for why. Nothing else ever. */
export interface LogLine {
  readonly code: string;
  readonly reference?: string;
  readonly reason?: string;
}

export type Log = (line: LogLine) => void;

const CODE = /^[A-Za-z_]{1,40}$/;
const REFERENCE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** Writes JSON lines. A field that is not of its form is left out, so that no answer or address can slip in. */
export function logTo(write: (text: string) => void, now: () => string): Log {
  return ({ code, reference, reason }) => {
    const line = {
      time: now(),
      code: matching(code, CODE),
      reference: matching(reference, REFERENCE),
      reason: matching(reason, CODE),
    };
    write(`${JSON.stringify(line)}\n`);
  };
}

function matching(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined;
}
