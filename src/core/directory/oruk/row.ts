/** A thing of a feed: fields by the names of the standard. */
export interface Row {
  readonly [field: string]: unknown;
}

/** The row without fields that say nothing. */
export function tidy(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The text of a field, trimmed; nothing where it is absent, empty or no text. */
export function textOf(row: Row, field: string): string | undefined {
  const value = Object.hasOwn(row, field) ? row[field] : undefined;
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The number of a field. Feeds put numbers in quotes. */
export function numberOf(row: Row, field: string): number | undefined {
  const text = textOf(row, field);
  const number = Number(text);
  return text !== undefined && Number.isFinite(number) ? number : undefined;
}

/** The thing in a field. */
export function rowOf(row: Row, field: string): Row | undefined {
  const value = Object.hasOwn(row, field) ? row[field] : undefined;
  return isRow(value) ? value : undefined;
}

/** The list of things in a field; empty where there is none. */
export function rowsOf(row: Row, field: string): readonly Row[] {
  const value = Object.hasOwn(row, field) ? row[field] : undefined;
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** Whether a value is a thing with fields. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
