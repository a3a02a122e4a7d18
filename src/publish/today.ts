// Made once: every page asks, and making one takes longer than the page's words.
const LONDON = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The day the site is built as of: WAYIN_TODAY, or today in London. */
export function today(): string {
  return process.env.WAYIN_TODAY ?? LONDON.format(new Date());
}
