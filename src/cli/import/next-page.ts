import { numberOf, type Row } from '#core/directory/oruk/row.ts';

/** The address of the page after this one; nothing after the last. */
export function nextPage(address: URL, page: Row): URL | undefined {
  // Two envelopes are about: HSDS 3.0, and that of Outpost.
  const last = page['last_page'] ?? page['last'];
  const number = numberOf(page, 'page_number') ?? numberOf(page, 'number');
  const pages = numberOf(page, 'total_pages') ?? numberOf(page, 'totalPages');
  if (last === true || page['empty'] === true || number === undefined) return undefined;
  if (pages === undefined ? last !== false : number >= pages) return undefined;

  const next = new URL(address);
  // A feed of plain files, such as our own: /services/1.json, /services/2.json.
  if (/\/\d+\.json$/.test(next.pathname)) next.pathname = next.pathname.replace(/\d+(?=\.json$)/, String(number + 1));
  else next.searchParams.set('page', String(number + 1));
  return next;
}

/** Whether there are pages beside this one. */
export function isOneOfMany(page: Row): boolean {
  return (numberOf(page, 'total_pages') ?? numberOf(page, 'totalPages') ?? 1) > 1;
}
