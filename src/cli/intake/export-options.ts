import { Misuse, WrongInput } from '../problems.ts';
import { type FinancialQuarter, type Period, parseQuarter } from './counts/period.ts';

export interface ExportOptions {
  readonly format: 'csv' | 'json';
  /** First and last day of receipt, in London, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly form?: string;
  /** One receiving service: nothing of any other is even looked at (row F-14). */
  readonly recipient?: string;
  readonly quarter?: FinancialQuarter;
  /** Totals by month or quarter in place of the submissions. */
  readonly counts?: Period;
  /** The statements of a survey, with how many agree, in place of the submissions. */
  readonly statements: boolean;
  /** The fields of the registration record in place of all answers (domain.md D.9). */
  readonly registration: boolean;
  /** Small numbers are printed too: for the service itself, not to pass on. */
  readonly exact: boolean;
}

export const EXPORT_OPTIONS = ['format', 'from', 'to', 'quarter', 'form', 'recipient', 'counts', 'show', 'small'];

/** Reads the options of `wayin intake export`. */
export function parseExportOptions(values: { readonly [option: string]: string | undefined }): ExportOptions {
  const { format, form, recipient, counts, show, small } = values;
  if (format !== 'csv' && format !== 'json') throw new Misuse('Say --format csv or --format json.');
  if (counts !== undefined && counts !== 'quarter' && counts !== 'month') {
    throw new Misuse('Counts are by month or quarter: --counts quarter.');
  }
  if (show !== undefined && show !== 'statements' && show !== 'registration') {
    throw new Misuse('It is --show statements or --show registration.');
  }
  if (show !== undefined && counts !== undefined) throw new Misuse('Say --show or --counts, not both.');
  if (small !== undefined && small !== 'shown') throw new Misuse('It is --small shown.');
  if (show === 'statements' && form === undefined) throw new Misuse('Say whose statements: --form derby-outcomes.');

  const quarter = quarterIn(values);
  const from = dateIn(values, 'from') ?? quarter?.from;
  const to = dateIn(values, 'to') ?? quarter?.to;
  return {
    format,
    statements: show === 'statements',
    registration: show === 'registration',
    exact: small === 'shown',
    ...(counts === undefined ? {} : { counts }),
    ...(quarter === undefined ? {} : { quarter }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(form === undefined ? {} : { form }),
    ...(recipient === undefined ? {} : { recipient }),
  };
}

type Values = { readonly [option: string]: string | undefined };

function quarterIn({ quarter }: Values): FinancialQuarter | undefined {
  if (quarter === undefined) return undefined;
  const read = parseQuarter(quarter);
  if (!read)
    throw new WrongInput(`--quarter: "${quarter}" is not a quarter. Give one such as "2026/27 Q1" (April to June).`);
  return read;
}

function dateIn(values: Values, name: 'from' | 'to'): string | undefined {
  const text = values[name];
  if (text === undefined || isDate(text)) return text;
  throw new WrongInput(`--${name}: "${text}" is not a date. Give one such as 2026-04-02.`);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
