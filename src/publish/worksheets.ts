import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn } from '#i18n/plural-of.ts';
import { type Worksheet, type WorksheetText, worksheet, worksheetText } from './collections/worksheet.ts';
import { ContentProblem, readYaml } from './read-yaml.ts';

const FOLDER = 'content/worksheets';

/** Under which name the device keeps what was written on a sheet, among the drafts of forms. */
export const worksheetDraft = (id: string) => `worksheet:${id}`;

/** Ids of all worksheets. */
export function worksheetIds(): readonly string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];
}

/** A sheet in a language, every section as often as it stands, every field with an id of its own. */
export interface WorksheetIn {
  readonly id: string;
  readonly text: Pick<WorksheetText, 'title' | 'description' | 'lead'>;
  /** `en` where the sheet is not translated. */
  readonly textLang: string;
  readonly sections: readonly {
    readonly title: string;
    readonly fields: readonly {
      readonly id: string;
      readonly label: string;
      readonly hint?: string | undefined;
      readonly lines: number;
    }[];
  }[];
}

export function worksheetIn(lang: string, id: string): WorksheetIn {
  const facts = readYaml(join(FOLDER, id, 'worksheet.yaml'), worksheet);
  const own = join(FOLDER, id, `text.${lang}.yaml`);
  const textLang = existsSync(own) ? lang : 'en';
  const file = join(FOLDER, id, `text.${textLang}.yaml`);
  const text = readYaml(file, worksheetText);
  return { id, text, textLang, sections: facts.sections.flatMap((section) => standing(section, text, file)) };
}

function standing({ id, times = 1, fields }: Worksheet['sections'][number], text: WorksheetText, file: string) {
  const words = wordsOf(text.sections, id, 'sections', file);
  return Array.from({ length: times }, (_, place) => ({
    title: fillIn(words.title, { number: place + 1 }),
    fields: fields.map((field) => ({
      ...wordsOf(text.fields, field.id, 'fields', file),
      id: times === 1 ? field.id : `${field.id}-${place + 1}`,
      lines: field.lines,
    })),
  }));
}

function wordsOf<Words>(words: { readonly [id: string]: Words }, id: string, where: string, file: string): Words {
  const found = words[id];
  if (found) return found;
  throw new ContentProblem(
    file,
    `${where}.${id}`,
    'There are no words for it.',
    'Add them, or remove it in worksheet.yaml.',
  );
}
