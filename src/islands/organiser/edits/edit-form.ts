import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Edit } from '#store/timetable/save-change.ts';
import type { Problems } from '../asking.ts';
import type { Desk } from '../desk.ts';
import type { FieldSpec } from '../field.ts';
import type { GroupView } from '../group-view.ts';
import { say } from '../say.ts';
import type { Typed } from '../typed.ts';

/** What an edit is about, without its group. */
export type GroupEdit = Omit<Edit, 'group'>;

/** One kind of edit: what is asked for it, and what comes of the answers. */
export interface EditForm {
  readonly id: string;
  readonly fields: readonly FieldSpec[];
  readonly initial: Typed;
  readonly button: string;
  readonly read: (typed: Typed) => Outcome<GroupEdit, Problems>;
}

/** Where an edit is made: the group as it stands now, and everything around it. */
export interface Place {
  readonly view: GroupView;
  readonly desk: Desk;
}

const LONGEST_LINE = 200;
const LONGEST_TEXT = 600;
const MOST_LINES = 12;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what the service refuses.
const UNSAFE = /[<>\u0000-\u0008\u000b-\u001f\u007f]/;

/** The code of what is wrong with a line of text; nothing if it is well. */
export function problemOfLine(typed: string): 'tooLong' | 'markup' | undefined {
  if (typed.length > LONGEST_LINE) return 'tooLong';
  return UNSAFE.test(typed) ? 'markup' : undefined;
}

/** The code of what is wrong with several lines. */
export function problemOfLines(lines: readonly string[]): 'tooLong' | 'tooManyLines' | 'markup' | undefined {
  if (lines.length > MOST_LINES) return 'tooManyLines';
  if (lines.some(({ length }) => length > LONGEST_TEXT)) return 'tooLong';
  return lines.some((line) => UNSAFE.test(line)) ? 'markup' : undefined;
}

/** The lines of a box: white space around them and empty ones do not count. */
export function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An edit, unless something has to be put right first. Fields without a problem are absent. */
export function unless(
  { desk }: Place,
  codes: { readonly [field: string]: string | undefined },
  make: () => GroupEdit,
): Outcome<GroupEdit, Problems> {
  const found = Object.entries(codes).flatMap(([field, code]) =>
    code === undefined ? [] : [[field, say(desk.sayer, `problem.${code}`)] as const],
  );
  if (found.length > 0) return bad(Object.fromEntries(found));
  const edit = make();
  if (Object.keys(edit.set).length > 0) return good(edit);
  return bad({ form: say(desk.sayer, 'problem.nothingChanged') });
}
