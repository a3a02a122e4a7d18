import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Fields } from '#core/timetable/change.ts';
import type { Problems } from '../organiser/asking.ts';
import { type EditForm, linesOf, problemOfLine, problemOfLines } from '../organiser/edits/edit-form.ts';
import type { Typed } from '../organiser/typed.ts';
import type { Names } from './review-desk.ts';

/**
 * A new group out of what was typed, or what has to be put right first. `session` reads when it meets, if that is known.
 * Nothing of the person who wrote to us goes in.
 */
export function readDraft(
  typed: Typed,
  lang: string,
  names: Names,
  inWords: (code: string) => string,
  session?: Pick<EditForm, 'read'>,
): Outcome<Fields, Problems> {
  const { name = '', oneLine = '', whoFor = '', programme = '', area = '', kind = '', free = '' } = typed;
  const audience = names.audiences.map(([id]) => id).filter((id) => typed[`for-${id}`] === 'yes');
  const codes = {
    name: name.trim() === '' ? 'noName' : problemOfLine(name.trim()),
    oneLine: oneLine.trim() === '' ? 'noOneLine' : problemOfLine(oneLine.trim()),
    whoFor: problemOfLines(linesOf(whoFor)),
  };
  const own: Problems = Object.fromEntries(
    Object.entries(codes).flatMap(([field, code]) => (code ? [[field, inWords(code)]] : [])),
  );
  const edit = session?.read(typed);
  const problems = { ...own, ...(edit && !edit.ok ? edit.problem : {}) };
  if (Object.keys(problems).length > 0) return bad(problems);
  const sessions = edit?.ok ? [{ id: 'main', ...edit.value.set }] : [];
  return good({
    language: lang,
    kind,
    programme,
    area,
    audience: audience.length > 0 ? audience : ['everyone'],
    topics: [],
    organiser: programme,
    runBy: 'unknown',
    languages: [lang],
    cost: { kind: free === 'yes' ? 'free' : 'unknown' },
    name: name.trim(),
    oneLine: oneLine.trim(),
    whoFor: [...linesOf(whoFor)],
    firstTime: [],
    access: [],
    sessions,
  });
}

/** An address out of the name, as far as its letters go, and a little chance: two groups may be called alike. */
export function idFor(name: string, chance: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${letters === '' ? 'group' : letters}-${chance}`;
}
