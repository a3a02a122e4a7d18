import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { formatFormFiles } from '#core/forms/exchange/format-files.ts';
import { isObject } from '#core/forms/exchange/plain.ts';

/** A form's folder in one file: what the builder saves, and opens again. */
interface Bundle {
  readonly kind: 'form-files';
  readonly version: 1;
  readonly files: { readonly [name: string]: unknown };
}

export function toBundle(files: FormFiles): string {
  const named = Object.entries(formatFormFiles(files)).map(([name, text]) => [name, JSON.parse(text) as unknown]);
  const bundle: Bundle = { kind: 'form-files', version: 1, files: Object.fromEntries(named) };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** The files of a bundle by name, as texts; nothing where it is none. */
export function filesOfBundle(value: unknown): { readonly [name: string]: string } | undefined {
  if (!isObject(value) || value['kind'] !== 'form-files' || !isObject(value['files'])) return undefined;
  return Object.fromEntries(Object.entries(value['files']).map(([name, file]) => [name, JSON.stringify(file)]));
}
