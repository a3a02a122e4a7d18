import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkerIds, readChecker } from '../checkers/read-checkers.ts';
import { KINDS } from '../collections/kinds.ts';
import { page } from '../collections/page.ts';
import { programme, programmeText } from '../collections/programme.ts';
import { service, serviceText } from '../collections/service.ts';
import { FormError, readFormsWithErrors } from '../forms/read-forms.ts';
import { ContentProblem, readYaml } from '../read-yaml.ts';
import type { Fault } from './fault.ts';

const OTHERS = [
  { folder: 'programmes', file: 'programme.yaml', facts: programme, text: programmeText },
  { folder: 'services', file: 'service.yaml', facts: service, text: serviceText },
  { folder: 'pages', file: 'page.yaml', facts: page },
];

/** Every file that is not in its shape: a name, a contact or a next step that is missing is found here. */
export function misshapen(root: string): readonly Fault[] {
  const kinds = Object.values(KINDS).map((kind) => ({
    ...kind,
    file: 'file' in kind ? kind.file : undefined,
    depth: 'bySource' in kind ? '*/*' : '*',
  }));
  const all = [...OTHERS.map((kind) => ({ ...kind, depth: '*' })), ...kinds];
  return [
    ...all.flatMap((kind) => [
      ...(kind.file === undefined ? [] : faultsOf(root, join(kind.folder, kind.depth, kind.file), kind.facts)),
      ...(kind.file === undefined ? [] : withoutFacts(root, join(kind.folder, kind.depth), kind.file)),
      ...('text' in kind ? faultsOf(root, join(kind.folder, kind.depth, 'text.*.yaml'), kind.text) : []),
    ]),
    ...checkerIds(root).flatMap((id) => attempt(() => readChecker(id, root))),
    ...formFaults(root),
  ];
}

/** The first fault of each form. Where the content that forms name is out of shape, that fault has been told. */
function formFaults(root: string): Fault[] {
  try {
    return readFormsWithErrors(join(root, 'forms')).errors.map(({ file, fault: { where: field, what, cure } }) => ({
      file,
      field,
      what,
      cure,
    }));
  } catch (error) {
    if (error instanceof ContentProblem) return [];
    throw error;
  }
}

function faultsOf(root: string, pattern: string, shape: Parameters<typeof readYaml>[1]): Fault[] {
  const files = globSync(join('content', pattern), { cwd: root }).sort();
  return files.flatMap((file) => attempt(() => readYaml(join(root, file), shape)));
}

/** Folders with words and no facts. */
function withoutFacts(root: string, pattern: string, file: string): Fault[] {
  const folders = new Set(globSync(join('content', pattern, 'text.*'), { cwd: root }).map(dirname));
  return [...folders]
    .filter((folder) => !existsSync(join(root, folder, file)))
    .map((folder) => ({
      file: join(folder, file),
      field: 'the whole file',
      what: 'There are words and no facts.',
      cure: 'Add the file, or remove the folder.',
    }));
}

/** The fault that a reading throws, if it throws one; anything else is a bug and thrown on. */
export function attempt(read: () => unknown): Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ContentProblem || error instanceof FormError)) throw error;
    const [place = '', what = '', cure = 'Correct the form.'] = error.message.split('\n').map((line) => line.trim());
    const at = place.lastIndexOf(': ');
    return [{ file: place.slice(0, at), field: place.slice(at + 2), what, cure }];
  }
}
