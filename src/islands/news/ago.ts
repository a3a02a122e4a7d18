const MINUTE_MS = 60_000;
const STEPS = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** "10 minutes ago", "2 hours ago", "now", as the language says it. */
export function agoInWords(atMs: number, nowMs: number, lang: string): string {
  const words = new Intl.RelativeTimeFormat(lang === 'en' ? 'en-GB' : lang, { numeric: 'auto' });
  const minutes = Math.max(0, Math.floor((nowMs - atMs) / MINUTE_MS));
  const [unit, size] = STEPS.find(([, one]) => minutes >= one) ?? (['second', 1] as const);
  return words.format(unit === 'second' ? 0 : -Math.floor(minutes / size), unit);
}
