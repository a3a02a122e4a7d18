import { bad, good, type Outcome } from '../../outcome.ts';
import { type ImportProblem, LIMITS } from './kept.ts';
import { childrenOf, elementsIn, readXml, wordsOf, type XmlElement } from './read-xml.ts';
import { filesInZip, type Packed } from './zip.ts';

/** The sheets of a workbook by name in small letters, each as rows of texts. */
export type Sheets = { readonly [name: string]: readonly (readonly string[])[] };

/** How much a workbook may hold once unpacked: a small file can hold a great deal of nothing. */
const MOST_BYTES = 16 * LIMITS.bytes;
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;

const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** The text of a packed file, of `size` bytes at most; nothing where it cannot be unpacked. Browser and Node each have their own. */
export type Unpack = (file: Packed) => Promise<string | undefined>;

/** Reads the texts of an XLSX file. Formulas are not run: the value that was saved with them counts. */
export async function readWorkbook(bytes: Uint8Array, unpack: Unpack): Promise<Outcome<Sheets, ImportProblem>> {
  if (bytes.length > LIMITS.bytes) return bad({ code: 'tooLarge', where: '', params: { limit: LIMITS.bytes } });
  const not: Outcome<Sheets, ImportProblem> = bad({ code: 'notThatFormat', where: '', params: { format: 'XLSX' } });
  const packed = filesInZip(bytes);
  if (!packed) return not;
  const files = await unpacked(packed, unpack);
  if (files === 'tooLarge') return bad({ code: 'tooLarge', where: '', params: { limit: MOST_BYTES } });
  if (!files) return not;
  const read = (path: string) => readXml(files.get(path) ?? '');
  const workbook = read('xl/workbook.xml');
  const relations = read('xl/_rels/workbook.xml.rels');
  if (!workbook || !relations) return not;
  const targets = new Map(
    elementsIn(relations, 'Relationship').map(({ attributes }) => [
      attributes.get('Id'),
      attributes.get('Target') ?? '',
    ]),
  );
  const strings = elementsIn(read('xl/sharedStrings.xml') ?? NONE, 'si').map(withoutReading);
  const sheets: [string, readonly (readonly string[])[]][] = [];
  for (const { attributes } of elementsIn(workbook, 'sheet')) {
    const target = (targets.get(attributes.get('r:id') ?? attributes.get('id')) ?? '').replace(/^\/?(xl\/)?/, 'xl/');
    const sheet = read(target);
    if (sheet) sheets.push([(attributes.get('name') ?? '').trim().toLowerCase(), rowsOf(sheet, strings)]);
  }
  return good(Object.fromEntries(sheets));
}

const NONE: XmlElement = { name: '', attributes: new Map(), children: [] };

async function unpacked(
  packed: readonly Packed[],
  unpack: Unpack,
): Promise<ReadonlyMap<string, string> | 'tooLarge' | undefined> {
  const wanted = packed.filter(({ name }) => WANTED.test(name));
  const files = new Map<string, string>();
  let left = MOST_BYTES;
  for (const file of wanted) {
    // What it says of its size may be a lie: unpacking stops there by itself.
    if (file.size > left) return 'tooLarge';
    left -= file.size;
    const text = await unpack(file);
    if (text === undefined) return undefined;
    files.set(file.name, text);
  }
  return files;
}

/** A shared text, without how Japanese characters in it are read. */
function withoutReading(item: XmlElement): string {
  return wordsOf({ ...item, children: item.children.filter((one) => typeof one !== 'string' && one.name !== 'rPh') });
}

function rowsOf(sheet: XmlElement, strings: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const row of elementsIn(sheet, 'row').slice(0, MOST_ROWS)) {
    const cells: string[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes.get('r')) ?? cells.length;
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = textOfCell(cell, strings);
    }
    rows.push(cells);
  }
  return rows;
}

/** `B7` is the second column: 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOfCell(cell: XmlElement, strings: readonly string[]): string {
  const type = cell.attributes.get('t');
  if (type === 'inlineStr') return wordsOf(childrenOf(cell, 'is')[0]);
  const value = wordsOf(childrenOf(cell, 'v')[0]);
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'e' ? '' : value;
}
