/** Begins what a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as a CSV file (RFC 4180) that spreadsheets open as UTF-8, and of which they run nothing. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(','));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) || /^'[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a cell that `writeCsv` wrote, without the mark that keeps it from being run. */
export function fromCell(text: string): string {
  return /^'[=+\-@\t\r']/.test(text) ? text.slice(1) : text;
}

/** The rows of a CSV file, with commas, semicolons or tabs between cells. Nothing where a quotation is never closed. */
export function readCsv(given: string): readonly (readonly string[])[] | undefined {
  const text = given.replace(/^\ufeff/, '');
  const between = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 0;
  while (place < text.length) {
    let value = '';
    if (text[place] === '"') {
      let end = place + 1;
      for (;;) {
        const quote = text.indexOf('"', end);
        if (quote === -1) return undefined;
        value += text.slice(end, quote);
        end = quote + 1;
        if (text[end] !== '"') break;
        value += '"';
        end += 1;
      }
      place = end;
    }
    let end = place;
    while (end < text.length && text[end] !== between && text[end] !== '\n' && text[end] !== '\r') end += 1;
    row.push(value + text.slice(place, end));
    place = end;
    if (text[place] === between) {
      place += 1;
      if (place === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    if (text[place] === '\r') place += 1;
    if (text[place] === '\n') place += 1;
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((one) => one !== ''));
}

function separatorOf(text: string): string {
  const first = /^(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((mark) => [mark, first.split(mark).length] as const);
  return counts.sort(([, a], [, b]) => b - a)[0]?.[0] ?? ',';
}
