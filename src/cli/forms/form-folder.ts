import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { formatFormFiles } from '#core/forms/exchange/format-files.ts';
import { type FilesProblem, readFormFiles } from '#core/forms/exchange/read-files.ts';
import { nearestName } from '#core/nearest-name.ts';
import { WrongInput } from '../problems.ts';

const ID = /^[a-z][a-z0-9-]{0,59}$/;

/** The id of a form that is to be made. */
export function parseNewId(project: string, id: string): string {
  if (!ID.test(id)) throw new WrongInput(`"${id}" cannot name a form. Use a-z, 0-9 and -, a letter first, 60 at most.`);
  if (id === 'shared' || existsSync(join(project, 'forms', id))) {
    throw new WrongInput(`forms/${id}: it is there already, and nothing of it is changed. Give another id.`);
  }
  return id;
}

/** The files of a form of the project. */
export function readFolder(project: string, id: string): FormFiles {
  const folder = join(project, 'forms', id);
  if (!ID.test(id) || id === 'shared' || !existsSync(join(folder, 'form.json'))) {
    const near = nearestName(id, formIds(project));
    throw new WrongInput(`There is no form "${id}".${near ? ` The nearest name is "${near}".` : ''}`);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = readFormFiles(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
  if (read.ok) return read.value;
  throw new WrongInput(sayFilesProblem(`forms/${id}`, read.problem));
}

/** Writes the files of a form, only those that are not so already. Their paths. */
export function writeFolder(project: string, files: FormFiles): readonly string[] {
  const folder = join(project, 'forms', files.source.id);
  mkdirSync(folder, { recursive: true });
  return Object.entries(formatFormFiles(files)).flatMap(([name, text]) => {
    const file = join(folder, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return [];
    writeFileSync(file, text);
    return [`forms/${files.source.id}/${name}`];
  });
}

function formIds(project: string): readonly string[] {
  return readdirSync(join(project, 'forms')).filter((id) => id !== 'shared');
}

function sayFilesProblem(folder: string, { code, file, where, params }: FilesProblem): string {
  const place = `${folder}/${file}${where === '' ? '' : `: ${where}`}`;
  if (code === 'missing') return `${place}: it is not there. Add it.`;
  if (code === 'tooLarge') return `${place}: it is too large. Make it smaller.`;
  if (code === 'notJson') return `${place}: it is not JSON. Correct it.`;
  return `${place}: ${params['what']}. Correct it.`;
}
