import { z } from 'zod';
import { bad, good, type Outcome } from '../outcome.ts';
import {
  type Decision,
  LARGEST_CHANGE_BYTES,
  type ReadTarget,
  readTarget,
  type TimetableChange,
  type TimetableDocument,
} from './change.ts';
import { problemOfRule } from './rule.ts';

/** Why a document is none that a timetable takes. Whether its id, author and group are true is for whoever can ask. */
export type ChangeProblem = 'notAChange' | 'tooLarge' | 'markup' | 'neverEnds' | 'badRule' | 'nothingChanged';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 600;
const MOST_LINES = 12;
const A_DAY_MINUTES = 24 * 60;

const MARKUP = 'markup';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass.
const UNSAFE = /[<>\u0000-\u0008\u000b-\u001f\u007f]/;
const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((typed) => !UNSAFE.test(typed), MARKUP);
const line = text(LONGEST_LINE);
const lines = z.array(text(LONGEST_TEXT)).max(MOST_LINES);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const day = z.iso.date();
const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z.int().min(5).max(A_DAY_MINUTES);
const rule = z.string().superRefine((typed, context) => {
  const problem = problemOfRule(typed);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});
const mode = z.enum(['in-person', 'online', 'phone']);
const cost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('amount'), pence: z.int().min(1).max(100_000), canBeWaived: z.boolean() }),
]);
const known = z.enum(['yes', 'no', 'ask']);

/** Each field may be left out, and may go back to what the content says. */
function anyOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields = Object.entries(shape).map(([name, check]) => [name, (check as z.ZodType).nullable().optional()]);
  return z.strictObject(Object.fromEntries(fields) as z.ZodRawShape);
}

const WORDS = { name: line, oneLine: line, whoFor: lines, firstTime: lines, access: lines, costFor: line };
const SESSION = { starts: wallTime, minutes, rule, place: id, mode, closed: z.literal(true) };

/** What may be set, by kind of target. */
const SETS: { readonly [kind in ReadTarget['kind']]: z.ZodType } = {
  date: anyOf({ is: z.enum(['on', 'cancelled', 'extra']), at: wallTime, minutes, place: id, note: line }),
  session: anyOf(SESSION),
  group: anyOf({
    status: z.enum(['active', 'paused', 'full', 'closed']),
    pausedFrom: day,
    pausedTo: day,
    cost,
    newPeople: z.enum(['turn-up', 'contact-first', 'referral']),
    bringSomeone: known,
    confirmed: day,
  }),
  words: anyOf(WORDS),
  new: z.strictObject({
    language: z.string().regex(/^[a-z]{2,3}$/),
    kind: id,
    programme: id,
    area: id,
    audience: z.array(id).min(1).max(MOST_LINES),
    topics: z.array(id).max(MOST_LINES),
    organiser: id,
    runBy: z.enum(['volunteer', 'staff', 'independent', 'unknown']),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
    cost,
    ...WORDS,
    costFor: line.optional(),
    sessions: z
      .array(z.strictObject({ id, starts: wallTime, minutes, rule: rule.optional(), place: id.optional(), mode }))
      .max(MOST_LINES),
  }),
};

const HEX = '[0-9a-f]{64}';
const changeId = z.string().regex(new RegExp(`^change:${HEX}$`));
const person = z.string().regex(/^[a-z0-9:-]{1,80}$/);
const instant = z.iso.datetime({ offset: true });

const change = z.strictObject({
  _id: changeId,
  kind: z.literal('change'),
  version: z.literal(1),
  group: id,
  target: z.string().max(160),
  set: z.record(z.string(), z.unknown()),
  after: z.array(changeId).max(50),
  by: person,
  enteredAt: instant,
  nonce: z.string().regex(/^[0-9a-f]{16}$/),
  undoes: changeId.optional(),
});

const decision = z.strictObject({
  _id: z.string().regex(new RegExp(`^decision:${HEX}$`)),
  kind: z.literal('decision'),
  version: z.literal(1),
  change: changeId,
  group: id,
  verdict: z.enum(['published', 'refused']),
  why: text(LONGEST_TEXT).optional(),
  by: person,
  decidedAt: instant,
});

/** Reads a change: exactly these fields, each of its own shape, no markup, no rule without an end in sight. */
export function parseChange(given: unknown): Outcome<TimetableChange, ChangeProblem> {
  if (JSON.stringify(given ?? null).length > LARGEST_CHANGE_BYTES) return bad('tooLarge');
  const read = change.safeParse(given);
  if (!read.success) return bad('notAChange');
  const target = readTarget(read.data.target);
  if (!target) return bad('notAChange');
  if (Object.keys(read.data.set).length === 0) return bad('nothingChanged');
  const set = SETS[target.kind].safeParse(read.data.set);
  return set.success ? good(given as TimetableChange) : bad(problemIn(set.error));
}

/** Reads a decision. */
export function parseDecision(given: unknown): Outcome<Decision, ChangeProblem> {
  if (JSON.stringify(given ?? null).length > LARGEST_CHANGE_BYTES) return bad('tooLarge');
  const read = decision.safeParse(given);
  if (read.success) return good(given as Decision);
  return bad(problemIn(read.error));
}

/** Reads a document of either kind. */
export function parseDocument(given: unknown): Outcome<TimetableDocument, ChangeProblem> {
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : undefined;
  return kind === 'decision' ? parseDecision(given) : parseChange(given);
}

function problemIn({ issues }: z.ZodError): ChangeProblem {
  const named = issues.map(({ message }) => message);
  return (['markup', 'neverEnds', 'badRule'] as const).find((code) => named.includes(code)) ?? 'notAChange';
}
