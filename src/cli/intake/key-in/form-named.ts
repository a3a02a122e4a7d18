import type { PublishedForm } from '#core/forms/definition.ts';
import { readPaperCode } from '#core/forms/paper/lay-out.ts';
import { nearestName } from '#core/nearest-name.ts';
import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { isOpen } from '#publish/forms/form-programme.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { WrongInput } from '../../problems.ts';

/**
 * The form of that id as it is published now, or in the version that a sheet's code says: paper lies about for months,
 * and its answers are those to its own questions.
 */
export async function formNamed(code: string, shelf: Pick<ReadingShelf, 'forms'>): Promise<PublishedForm> {
  const { form: id, version } = readPaperCode(code);
  const forms = readForms();
  const current = forms.find(({ definition }) => definition.id === id);
  if (!current) {
    const ids = forms.map(({ definition }) => definition.id);
    throw new WrongInput(`There is no form "${id}". The nearest name is "${nearestName(id, ids)}".`);
  }
  if (!isOpen(current.definition)) {
    throw new WrongInput(`${id}: its programme is not open, so no form is taken. Nothing was stored.`);
  }
  if (version === undefined || isVersion(current, version)) return current;
  for await (const older of shelf.forms()) {
    if (older.definition.id === id && isVersion(older, version)) return older;
  }
  throw new WrongInput(
    `${id}: no version begins with "${version}". Read the code on the sheet again, or leave it out: the form is now ${id}/${current.version.slice(0, version.length || 6)}.`,
  );
}

const isVersion = ({ version }: PublishedForm, begins: string) => begins !== '' && version.startsWith(begins);
