import { bad, type Outcome } from '../../outcome.ts';
import { type FolderProblem, parseFolder } from '../edit/folder.ts';
import type { FormFiles } from '../edit/form-files.ts';

/** What is wrong with the files of a form's folder: in which, and where in it. Words: exchange.json, `files`. */
export interface FilesProblem {
  readonly code: 'missing' | 'notJson' | 'otherShape' | 'tooLarge';
  readonly file: string;
  readonly where: string;
  readonly params: { readonly [name: string]: string };
}

const CODES: { readonly [code in FolderProblem['code']]: FilesProblem['code'] } = {
  notThere: 'missing',
  tooLarge: 'tooLarge',
  notJson: 'notJson',
  notThisShape: 'otherShape',
};

/** Reads the files of a folder `forms/<id>/` by name, as `formatFormFiles` writes them. Others in it are left out. */
export function readFormFiles(files: { readonly [name: string]: string }): Outcome<FormFiles, FilesProblem> {
  const read = parseFolder(files);
  if (read.ok) return read;
  const { code, file, where, what } = read.problem;
  return bad({ code: CODES[code], file, where, params: what === '' ? {} : { what } });
}
