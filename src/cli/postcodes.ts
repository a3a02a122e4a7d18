import { createReadStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PostcodeCollection } from '#core/directory/build-postcode-sets.ts';
import { parsePostcode } from '#core/directory/postcode.ts';
import { Misuse, WrongInput } from './problems.ts';
import { readArguments } from './read-arguments.ts';
import { PROJECT } from './settings.ts';

/** Columns that may hold the postcode and the council, the newest names first (ONSPD, NSPL). */
const POSTCODE_COLUMNS = ['pcds', 'pcd', 'pcd2', 'pcd7', 'pcd8', 'postcode'];
const COUNCIL_COLUMN = /^(lad\d\dcd|laua|oslaua|lad_code)$/;

/** Codes of councils in England, Wales and Scotland. Northern Ireland (N) has another licence; L and M are no councils. */
const COUNCIL = /^[EWS]\d{8}$/;

const CREDIT = [
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
  'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right. Contains National Statistics data © Crown copyright and database right.',
];

/** `wayin postcodes <csv>`: builds `content/postcodes/gb.json` from an ONS file, line by line. */
export async function postcodes(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['out']);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new Misuse('It is: wayin postcodes <ONSPD or NSPL csv> [--out <file>].');
  }
  const { collection, taken, left } = await readPostcodes(file);
  if (taken === 0)
    throw new WrongInput(`${file}: no postcode of England, Wales or Scotland in it. Give an ONSPD or NSPL csv.`);

  const out = values['out'] ?? join(PROJECT, 'content/postcodes/gb.json');
  const sets = collection.toSets(
    `${basename(file)}, Office for National Statistics, Open Government Licence v3.0`,
    CREDIT,
  );
  // A reader never meets half a file.
  await writeFile(`${out}.new`, JSON.stringify(sets));
  await rename(`${out}.new`, out);
  process.stdout.write(`${out}: ${taken} postcodes, ${sets.las.length} councils; ${left} lines left out.\n`);
}

interface Collected {
  readonly collection: PostcodeCollection;
  readonly taken: number;
  readonly left: number;
}

async function readPostcodes(file: string): Promise<Collected> {
  const collection = new PostcodeCollection();
  let columns: { readonly postcode: number; readonly council: number } | undefined;
  let taken = 0;
  let left = 0;
  const stream = createReadStream(file, 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const cells = cellsOf(line);
      if (!columns) {
        columns = columnsOf(cells, file);
        continue;
      }
      const postcode = parsePostcode(cells[columns.postcode] ?? '');
      const council = cells[columns.council] ?? '';
      if (!postcode.ok || !COUNCIL.test(council)) {
        left += 1;
        continue;
      }
      const [outcode = '', inward = ''] = postcode.value.split(' ');
      collection.add(outcode, inward, council);
      taken += 1;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WrongInput(`${file} cannot be read (${code}). Give an ONSPD or NSPL csv.`);
  }
  return { collection, taken, left };
}

/** ONS puts text in quotes, and no comma or quote inside the columns read here. */
function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

function columnsOf(cells: readonly string[], file: string): { readonly postcode: number; readonly council: number } {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .replace(/^"|"$/g, '')
      .toLowerCase(),
  );
  const postcode = POSTCODE_COLUMNS.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
  const council = names.findIndex((name) => COUNCIL_COLUMN.test(name));
  if (postcode >= 0 && council >= 0) return { postcode, council };
  const missing = postcode < 0 ? `postcode (${POSTCODE_COLUMNS.join(', ')})` : 'council (lad24cd, laua, oslaua)';
  throw new WrongInput(`${file}: line 1 has no column for the ${missing}. Give an ONSPD or NSPL csv.`);
}
