import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toJsonSchema } from '#core/forms/exchange/json-schema-export.ts';
import { nearestName } from '#core/nearest-name.ts';
import { readFormsWithErrors } from '#publish/forms/read-forms.ts';
import { Misuse, WrongInput } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT } from '../settings.ts';
import { sayReport } from './say-report.ts';

const USE = 'It is: wayin forms export <id> --to json-schema [--lang <code>] [--out <file>].';

/** `wayin forms export <id> --to json-schema`: the form as `{ schema, uiSchema }`; what was not kept goes to stderr. */
export async function exportForm(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['to', 'lang', 'out']);
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0 || values['to'] !== 'json-schema') throw new Misuse(USE);
  const out = values['out'] === undefined ? undefined : resolve(values['out']);
  process.chdir(PROJECT);
  const { forms, errors } = readFormsWithErrors();
  const form = forms.find(({ definition }) => definition.id === id);
  const own = errors.find(({ file }) => file.startsWith(join('forms', id, '/')));
  if (own) throw new WrongInput(own.message);
  if (!form) {
    const near = nearestName(
      id,
      forms.map(({ definition }) => definition.id),
    );
    throw new WrongInput(`There is no form "${id}". The nearest name is "${near}".`);
  }
  const language = values['lang'] ?? 'en';
  const text = Object.hasOwn(form.text, language) ? form.text[language] : undefined;
  if (!text)
    throw new WrongInput(
      `--lang: "${id}" has no words in "${language}". It has: ${Object.keys(form.text).join(', ')}.`,
    );
  const { schema, uiSchema, report } = toJsonSchema(form.definition, text, language);
  const json = `${JSON.stringify({ schema, uiSchema }, null, 2)}\n`;
  if (out === undefined) process.stdout.write(json);
  else writeFileSync(out, json);
  process.stderr.write(`${sayReport(report).join('\n')}\n`);
}
