import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { canonicalJson, type Json } from '#core/canonical-json.ts';
import { type Composed, composeForm, groupsOf } from '#core/forms/compose.ts';
import { composeText } from '#core/forms/compose-text.ts';
import type { FormDefinition, FormText, PublishedForm } from '#core/forms/definition.ts';
import type { FormFault } from '#core/forms/fault.ts';
import { type FormContent, NO_CONTENT } from '#core/forms/from-content.ts';
import {
  type FormSource,
  formSourceSchema,
  formTextSchema,
  type GroupSource,
  groupSourceSchema,
  groupTextSchema,
} from '#core/forms/parse-form.ts';
import { bakedForm, madeFiles } from './baked-forms.ts';
import { formContent } from './form-content.ts';
import { faultOfShape } from './shape-faults.ts';

/** A form folder that cannot be published: file, place and cure, for its author. */
export class FormError extends Error {
  readonly file: string;
  readonly fault: FormFault;

  constructor(file: string, fault: FormFault) {
    super(`${file}: ${fault.where}\n  ${fault.what}\n  ${fault.cure}`);
    this.name = 'FormError';
    this.file = file;
    this.fault = fault;
  }
}

/** The project's own forms; those made in the builder stand beside them. */
const OWN = 'forms';
const NAMES_CONTENT = /"(optionsFrom|linksFrom)"/;
const TEXT_FILE = /^text\.([A-Za-z-]+)\.json$/;

const read = new Map<string, readonly PublishedForm[]>();

/**
 * Every form below a `forms/` folder, composed, in order of id. Read once a build: every page asks.
 * Throws `FormError` at the first mistake.
 */
export function readForms(root = OWN): readonly PublishedForm[] {
  const name = resolve(root);
  const before = read.get(name);
  if (before && !import.meta.env?.DEV) return before;
  const { forms, errors } = readFormsWithErrors(root);
  const [first] = errors;
  if (first) throw first;
  read.set(name, forms);
  return forms;
}

/** The forms that can be published, and the first mistake of each that cannot. */
export function readFormsWithErrors(root = OWN): {
  readonly forms: readonly PublishedForm[];
  readonly errors: readonly FormError[];
} {
  const forms: PublishedForm[] = [];
  const errors: FormError[] = [];
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      errors.push(error);
    }
  };
  const groups = new Map<string, GroupSource>();
  for (const id of foldersIn(join(root, 'shared'))) {
    attempt(() => void groups.set(id, readJson(join(root, 'shared', id, 'group.json'), groupSourceSchema)));
  }
  const ids = ownForms(root);
  const made = root === OWN ? madeFiles().filter(({ source }) => !ids.includes(source.id)) : [];
  const content = needsContent(root) || made.some(namesContent) ? formContent(join(root, '..')) : NO_CONTENT;
  for (const id of ids) attempt(() => void forms.push(readForm(root, id, groups, content)));
  for (const files of made) {
    const whole = bakedForm(files, root, groups, content);
    if (whole.ok) forms.push({ ...whole.value, version: versionOf(whole.value.definition) });
  }
  return { forms: forms.sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1)), errors };
}

const namesContent = (files: object) => NAMES_CONTENT.test(JSON.stringify(files));

/** The ids of the forms in the project's own folder: those that a developer changes. */
export function ownForms(root = OWN): readonly string[] {
  return foldersIn(root).filter((id) => id !== 'shared');
}

/** Names a definition by its content: the first 16 hex digits of the SHA-256 of its canonical JSON. */
export function versionOf(definition: FormDefinition): string {
  const json = canonicalJson(JSON.parse(JSON.stringify(definition)) as Json);
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reading the content takes longer than all forms: only where a form names some of it. */
function needsContent(root: string): boolean {
  const files = [
    ...foldersIn(root).map((id) => join(root, id, 'form.json')),
    ...foldersIn(join(root, 'shared')).map((id) => join(root, 'shared', id, 'group.json')),
  ];
  return files.some((file) => existsSync(file) && NAMES_CONTENT.test(readFileSync(file, 'utf8')));
}

function readForm(
  root: string,
  id: string,
  groups: ReadonlyMap<string, GroupSource>,
  content: FormContent,
): PublishedForm {
  const file = join(root, id, 'form.json');
  const source = readJson(file, formSourceSchema);
  if (source.id !== id) {
    const what = `It is "${source.id}"; its folder is "${id}".`;
    throw new FormError(file, { where: 'id', what, cure: 'Give both the same name.' });
  }
  const composed = composeForm(source, groups, content);
  if (!composed.ok) throw new FormError(file, composed.problem);
  const { definition } = composed.value;
  const text = Object.fromEntries(
    readdirSync(join(root, id)).flatMap((name) => {
      const language = TEXT_FILE.exec(name)?.[1];
      return language ? [[language, readText(root, source, composed.value, language)]] : [];
    }),
  );
  return { definition, version: versionOf(definition), text };
}

function readText(root: string, source: FormSource, form: Composed, language: string): FormText {
  const name = `text.${language}.json`;
  const file = join(root, source.id, name);
  const groupTexts = [...new Set(groupsOf(source))].map((group) =>
    readJson(join(root, 'shared', group, name), groupTextSchema),
  );
  const composed = composeText(form, readJson(file, formTextSchema), groupTexts, language);
  if (!composed.ok) throw new FormError(file, composed.problem);
  return composed.value;
}

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  if (!existsSync(file)) {
    throw new FormError(file, { where: 'the whole file', what: 'It is not there.', cure: 'Add it.' });
  }
  const value = parseJson(file);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new FormError(file, faultOfShape(parsed.error, value));
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const what = `It is not JSON: ${(error as Error).message}`;
    throw new FormError(file, { where: 'the whole file', what, cure: 'Correct it.' });
  }
}
