// A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n;]|^\s|\s$/;

/** A table as RFC 4180 has it: a line of names, then a line a row, each ended by CR LF. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map(toCsvLine).join('');
}

/** One line of such a table. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** Text that could be a formula gets an apostrophe before it, which a spreadsheet shows as text. */
function toCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
