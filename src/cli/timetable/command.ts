import { writeFile } from 'node:fs/promises';
import type { Decision, TimetableChange, TimetableDocument } from '#core/timetable/change.ts';
import { changeState, decisionsBy } from '#core/timetable/state.ts';
import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { openedDesk } from '../intake/opened-desk.ts';
import { Misuse } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { readSettings } from '../settings.ts';

/** `wayin timetable …`: what organisers changed. It works while the server runs, or without it. */
export async function timetable([action, ...args]: readonly string[]): Promise<void> {
  if (action !== 'list' && action !== 'export') throw new Misuse('It is: wayin timetable list, or export.');
  const { values, positionals } = readArguments(args, action === 'list' ? ['group'] : ['out']);
  if (positionals.length > 0) throw new Misuse(`"${positionals[0]}" is not an option of wayin timetable ${action}.`);

  const shelf = await openedDesk(readSettings(process.env));
  try {
    if (action === 'list') await list(shelf, values['group']);
    else await exportAll(shelf, values['out']);
  } finally {
    await shelf.close();
  }
}

/** A line a change, in the order of arrival. When it was entered is its author's own clock. */
async function list(shelf: ReadingShelf, group: string | undefined): Promise<void> {
  const changes: TimetableChange[] = [];
  const decisions: Decision[] = [];
  for await (const document of shelf.timetable()) {
    if (document.kind === 'decision') decisions.push(document);
    else if (group === undefined || document.group === group) changes.push(document);
  }
  const decided = decisionsBy(decisions);
  for (const change of changes) {
    const { state: told } = changeState(change, 'read', decided.get(change._id) ?? []);
    const state = told === 'heldBack' ? 'waiting' : told;
    const set = JSON.stringify(change.set);
    const line = [change.enteredAt, state, change.group, change.target, set, change.by, change._id];
    process.stdout.write(`${line.join('\t')}\n`);
  }
}

/** What waits or was refused goes along: it says who had seen what, without which two edits seem to disagree. */
async function exportAll(shelf: ReadingShelf, out: string | undefined): Promise<void> {
  const lines: string[] = [];
  for await (const document of shelf.timetable()) lines.push(lineOf(document));
  if (out === undefined) process.stdout.write(lines.join(''));
  else await writeFile(out, lines.join(''));
}

function lineOf(document: TimetableDocument): string {
  return `${JSON.stringify(document)}\n`;
}
