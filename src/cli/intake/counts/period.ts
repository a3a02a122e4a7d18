import { londonDate } from '#intake/clock.ts';

/** How finely counts are cut: by calendar month, or by three of them. */
export type Period = 'month' | 'quarter';

/** The period of receipt: `2026-04`, or `2026-04 to 2026-06` (the numbers of quarters differ between years and trades). */
export function periodOf(receivedAt: string | null, period: Period): string {
  if (receivedAt === null) return 'unknown';
  const day = receivedAt.includes('T') ? londonDate(receivedAt) : receivedAt;
  if (period === 'month') return day.slice(0, 'yyyy-mm'.length);
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${twoDigits(first)} to ${day.slice(0, 4)}-${twoDigits(first + 2)}`;
}

/** A quarter of a financial year, which begins in April (domain.md D.15). */
export interface FinancialQuarter {
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
}

/** Reads `2026/27 Q1`, also written `2026-27-Q1`. */
export function parseQuarter(text: string): FinancialQuarter | undefined {
  const [, year = '', next = '', quarter = ''] = /^(\d{4})[/-](\d{2})[ -]?Q([1-4])$/i.exec(text.trim()) ?? [];
  if (year === '' || Number(next) !== (Number(year) + 1) % 100) return undefined;
  const first = new Date(Date.UTC(Number(year), 3 + 3 * (Number(quarter) - 1), 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
  return { name: `${year}/${next} Q${quarter}`, from: isoDay(first), to: isoDay(last) };
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0');
}
