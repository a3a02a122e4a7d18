import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { fromDefra } from '#core/forms/exchange/defra.ts';
import type { Given } from '#core/forms/exchange/found.ts';
import { fromJsonSchema } from '#core/forms/exchange/json-schema.ts';
import { type Imported, type ImportProblem, type Kept, LIMITS } from '#core/forms/exchange/kept.ts';
import { isObject, listOf } from '#core/forms/exchange/plain.ts';
import { type FilesProblem, readFormFiles } from '#core/forms/exchange/read-files.ts';
import { readWorkbook, type Unpack } from '#core/forms/exchange/read-workbook.ts';
import { fromSurveyJs } from '#core/forms/exchange/surveyjs.ts';
import { fromXlsForm } from '#core/forms/exchange/xlsform.ts';
import { filesInZip, type Packed } from '#core/forms/exchange/zip.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { filesOfBundle } from './bundle.ts';

export interface Opened {
  readonly files: FormFiles;
  readonly report: readonly Kept[];
}

export type OpenProblem =
  | { readonly code: 'unknown' | 'tooLarge' }
  | { readonly code: 'otherShape'; readonly problem: FilesProblem }
  | { readonly code: 'import'; readonly problem: ImportProblem };

/** A form saved here holds its words in every language: more than what others' files may have. */
const MOST_BYTES = 8 * LIMITS.bytes;

/** A form from files of whatever format, or why it cannot be had. Nothing in them is run or believed. */
export async function readAny(chosen: readonly File[], given: Given): Promise<Outcome<Opened, OpenProblem>> {
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return bad({ code: 'tooLarge' });
  const [first] = chosen;
  if (!first) return bad({ code: 'unknown' });
  if (chosen.length > 1) {
    const named = await Promise.all(chosen.map(async (file) => [file.name, await file.text()] as const));
    return ofFolder(Object.fromEntries(named));
  }
  const bytes = new Uint8Array(await first.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return ofArchive(bytes, given);
  return ofText(new TextDecoder().decode(bytes), given);
}

function ofText(text: string, given: Given): Outcome<Opened, OpenProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return bad({ code: 'unknown' });
  }
  const bundle = filesOfBundle(json);
  if (bundle) return ofFolder(bundle);
  if (!isObject(json)) return bad({ code: 'unknown' });
  const pages = listOf(json['pages']).filter(isObject);
  if (pages.some((page) => 'elements' in page) || 'elements' in json) return imported(fromSurveyJs(json, given));
  if (pages.some((page) => 'components' in page || 'path' in page)) return imported(fromDefra(json, given));
  if ('properties' in json || 'schema' in json || '$schema' in json) return imported(fromJsonSchema(json, given));
  // `form.json` alone: it has no words, and says so.
  if ('pages' in json && 'routes' in json) return ofFolder({ 'form.json': text });
  return bad({ code: 'unknown' });
}

function ofFolder(files: { readonly [name: string]: string }): Outcome<Opened, OpenProblem> {
  const read = readFormFiles(files);
  return read.ok ? good({ files: read.value, report: [] }) : bad({ code: 'otherShape', problem: read.problem });
}

/** A spreadsheet, or a folder of a form that somebody packed. */
async function ofArchive(bytes: Uint8Array, given: Given): Promise<Outcome<Opened, OpenProblem>> {
  const packed = filesInZip(bytes) ?? [];
  const form = packed.find(({ name }) => /(^|\/)form\.json$/.test(name));
  if (form) {
    const folder = form.name.slice(0, form.name.length - 'form.json'.length);
    const inside = packed.filter(({ name }) => name.startsWith(folder) && !name.slice(folder.length).includes('/'));
    const named = await Promise.all(
      inside.map(async (file) => [file.name.slice(folder.length), (await unpack(file)) ?? ''] as const),
    );
    return ofFolder(Object.fromEntries(named));
  }
  const sheets = await readWorkbook(bytes, unpack);
  return sheets.ok ? imported(fromXlsForm(sheets.value, given)) : bad({ code: 'import', problem: sheets.problem });
}

function imported(read: Outcome<Imported, ImportProblem>): Outcome<Opened, OpenProblem> {
  return read.ok ? read : bad({ code: 'import', problem: read.problem });
}

/** Never more than the archive says a file has: a small one can hold a great deal of nothing. */
const unpack: Unpack = async ({ bytes, isDeflated, size }: Packed) => {
  if (size > MOST_BYTES) return undefined;
  const decoder = new TextDecoder();
  if (!isDeflated) return decoder.decode(bytes);
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    let text = '';
    let count = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      count += value.byteLength;
      if (count > size) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // Not packed as it says: the file is broken.
    return undefined;
  }
};
