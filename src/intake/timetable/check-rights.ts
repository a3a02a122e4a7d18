import type { Decision, TimetableChange, TimetableDocument } from '#core/timetable/change.ts';
import { unreachable } from '#core/unreachable.ts';
import type { Person } from '../people/person.ts';
import type { Ledger } from './ledger.ts';

/** Who asks, as far as the timetable must know. */
export type Author = Pick<Person, 'id' | 'role' | 'groups'>;

export type RightsProblem = 'notYourGroup' | 'notYou' | 'forgedDecision' | 'unknownChange';

/** Whether somebody sees, and may write, what concerns a group. */
export function isTheirs({ role, groups }: Author, group: string): boolean {
  return role !== 'organiser' || groups.includes(group);
}

/** Whether somebody may write a document: for their own groups, in their own name, and decide only what is theirs to. */
export function problemOfRights(
  document: TimetableDocument,
  author: Author,
  changeOf: (id: string) => TimetableChange | undefined,
): RightsProblem | undefined {
  switch (document.kind) {
    case 'change':
      if (!isTheirs(author, document.group)) return 'notYourGroup';
      return document.by === author.id ? undefined : 'notYou';
    case 'decision':
      return problemOfDecision(document, author, changeOf(document.change));
    default:
      return unreachable(document);
  }
}

function problemOfDecision(
  { by, group }: Decision,
  { id, role }: Author,
  change: TimetableChange | undefined,
): RightsProblem | undefined {
  if (role === 'organiser' || by !== id) return 'forgedDecision';
  if (change === undefined || change.group !== group) return 'unknownChange';
  // Four eyes: a coordinator's own change waits for an editor like anybody's.
  return change.by === id && role !== 'editor' ? 'forgedDecision' : undefined;
}

/** A change that is held, by its id. */
export function changeIn(ledger: Ledger, id: string): TimetableChange | undefined {
  const found = ledger.read(id);
  return found?.kind === 'change' ? found : undefined;
}
