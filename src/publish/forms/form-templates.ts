import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { readFormFiles } from '#core/forms/exchange/read-files.ts';
import { readYaml } from '../read-yaml.ts';
import { FormError } from './read-forms.ts';

/** `content/form-templates/<id>/template.yaml`. */
const templateSchema = z.strictObject({
  /** Its place in the list. */
  order: z.int(),
  /** The forms of the project that its words come from. */
  from: z.array(z.string()),
  /** What it is for, by language. */
  purpose: z.record(z.string(), z.string().min(1)),
});

/** A form to begin a new one with: complete but for who receives it, and its privacy notice. */
export interface FormTemplate extends FormFiles {
  readonly purpose: { readonly [language: string]: string };
}

/** The templates of a project, in order. Throws `FormError` at the first mistake. */
export function readTemplates(root = '.'): readonly FormTemplate[] {
  const folder = join(root, 'content', 'form-templates');
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readTemplate(join(folder, name), name));
  return all.sort((a, b) => a.order - b.order).map(({ template }) => template);
}

function readTemplate(folder: string, id: string): { readonly order: number; readonly template: FormTemplate } {
  const { order, purpose } = readYaml(join(folder, 'template.yaml'), templateSchema);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = readFormFiles(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  if (!files.ok) {
    const { file, where, code, params } = files.problem;
    throw new FormError(join(folder, file), {
      where: where || 'the whole file',
      what: params['what'] ?? (code === 'missing' ? 'It is not there.' : 'It cannot be read.'),
      cure: 'Correct it.',
    });
  }
  if (files.value.source.id !== id) {
    const what = `It is "${files.value.source.id}"; its folder is "${id}".`;
    throw new FormError(join(folder, 'form.json'), { where: 'id', what, cure: 'Give both the same name.' });
  }
  return { order, template: { ...files.value, purpose } };
}
