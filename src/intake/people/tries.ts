/** Who is asking, as far as it counts for slowing down. */
export interface Asker {
  /** The name or id that was typed, whether or not anybody has it. */
  readonly whom: string;
  readonly address: string;
  /** The hash of the mark of a browser on which this very person signed in before. */
  readonly device?: string;
}

/** Slows down guessing. */
export interface Tries {
  /** Counts one more try and answers 0; or answers the seconds to wait, and the passphrase is not looked at. */
  begin(asker: Asker): number;
  /** It was right: what they did before is forgotten. */
  succeed(asker: Asker): void;
}

interface Tally {
  readonly count: number;
  readonly openAt: number;
  readonly lastAt: number;
}

const FREE = 5;
const FREE_OF_ADDRESS = 30;
const LONGEST_SECONDS = 300;
const LONGEST_ON_OWN_DEVICE_SECONDS = 30;
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;
const MOST_KEPT = 50_000;

/**
 * After five wrong tries for one name from one address each further one waits twice as long, up to five minutes. A
 * browser on which the person signed in before counts by itself, and alone. So nobody can lock out somebody else:
 * there is no count for a person, whatever is tried elsewhere. Passphrases of 12 characters, none of them common,
 * and two slow hashes at a time are what guessing from many addresses runs into. It is all kept in memory only.
 */
export function makeTries(nowMs: () => number): Tries {
  const tallies = new Map<string, Tally>();

  function count(key: string, free: number, longestSeconds: number): void {
    const before = tallies.get(key);
    const count = before && nowMs() - before.lastAt < FORGOTTEN_AFTER_MS ? before.count : 0;
    const waitSeconds = count < free - 1 ? 0 : Math.min(2 ** (count - free + 2), longestSeconds);
    tallies.delete(key);
    tallies.set(key, { count: count + 1, openAt: nowMs() + waitSeconds * 1000, lastAt: nowMs() });
    // The oldest is forgotten first.
    if (tallies.size > MOST_KEPT) tallies.delete(tallies.keys().next().value as string);
  }

  const rulesFor = ({ whom, address, device }: Asker): readonly [string, number, number][] =>
    device === undefined
      ? [
          [`name ${whom} ${prefixOf(address)}`, FREE, LONGEST_SECONDS],
          [`address ${prefixOf(address)}`, FREE_OF_ADDRESS, LONGEST_ON_OWN_DEVICE_SECONDS],
        ]
      : [[`device ${whom} ${device}`, FREE, LONGEST_ON_OWN_DEVICE_SECONDS]];

  return {
    begin(asker) {
      const rules = rulesFor(asker);
      const waits = rules.map(([key]) => Math.ceil(((tallies.get(key)?.openAt ?? 0) - nowMs()) / 1000));
      // A clock that was set back must not make anybody wait for longer.
      const wait = Math.min(Math.max(0, ...waits), LONGEST_SECONDS);
      if (wait > 0) return wait;
      for (const rule of rules) count(...rule);
      return 0;
    },
    succeed(asker) {
      for (const [key] of rulesFor(asker)) {
        const tally = tallies.get(key);
        // Others behind the same address may be guessing all the same.
        if (tally && key.startsWith('address ')) tallies.set(key, { ...tally, count: tally.count - 1, openAt: 0 });
        else tallies.delete(key);
      }
    },
  };
}

/** One household or phone has a whole /64 of IPv6 addresses. */
function prefixOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const parts = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - parts.length - tail.split(':').filter(Boolean).length;
  return [...parts, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':');
}
