import { good, type Outcome } from '../../outcome.ts';
import type { Question } from '../definition.ts';
import { codesOf, KINDS } from '../kinds/kinds.ts';
import type { SourceQuestion, UsePage } from '../parse-form.ts';
import { factsOfNew } from './add.ts';
import { asAskedNow, withConditions } from './conditions.ts';
import { type Found, findQuestion, type Groups, withPage } from './find.ts';
import type { FormFiles } from './form-files.ts';
import { own, withKey } from './own.ts';
import { notThere, refused } from './problem.ts';
import { withQuestion } from './remove.ts';
import { wrongFact } from './shape.ts';
import type { EditProblem, Facts, Step } from './step.ts';
import { inEachLanguage, keysIn, withTranslated, withWords } from './words.ts';

type Edited = Outcome<FormFiles, EditProblem>;

export function setFact(
  files: FormFiles,
  { question: id, set }: Extract<Step, { do: 'setFact' }>,
  groups: Groups,
): Edited {
  const found = findQuestion(files, id, groups);
  if (!found) return notThere('question', id);
  if ('use' in found) return setSharedFact(files, found, set);
  const changed = withFacts(ofKind(found.question, set.kind), set);
  const wrong = wrongFact(changed);
  if (wrong !== undefined) return refused('notOfThisKind', { id, fact: wrong });
  const done = withQuestion(files, found, changed);
  if (changed.kind === found.question.kind) return good(done);
  return good(withConditions(withoutWordsOfKind(done, changed), asAskedNow(id, changed.kind === 'some-of')));
}

/** The words that a question of this kind never shows go: of options, of problems it cannot have. */
function withoutWordsOfKind(files: FormFiles, question: SourceQuestion): FormFiles {
  const { id } = question;
  const codes = ['required', ...codesOf({ options: [], ...question } as Question)];
  const isChoice = 'options' in KINDS[question.kind].facts;
  const isGone = (key: string) => {
    const [, , part, name = ''] = key.split('.');
    return part === 'options' ? !isChoice : part === 'problems' && !codes.includes(name);
  };
  const stem = `questions.${id}.`;
  const stripped = inEachLanguage(files, (text) =>
    keysIn(text)
      .filter((key) => key.startsWith(stem) && isGone(key))
      .reduce((now, key) => withWords(now, key, ''), text),
  );
  return withTranslated(stripped, (key) => (key.startsWith(stem) && isGone(key) ? undefined : key));
}

/** A question of another kind, with the facts of its own that fit it. */
function ofKind(question: SourceQuestion, kind: Facts['kind']): SourceQuestion {
  if (kind === undefined || kind === question.kind) return question;
  const isChoice = 'options' in KINDS[kind].facts;
  const kept = [
    'id',
    'required',
    'when',
    'autocomplete',
    ...Object.keys(KINDS[kind].facts),
    ...(isChoice ? CHOICE : []),
  ];
  const facts = Object.fromEntries(Object.entries(question).filter(([name]) => kept.includes(name)));
  return { ...factsOfNew(kind), ...facts, kind } as SourceQuestion;
}

const CHOICE = ['optionsFrom', 'where', 'also'];

function withFacts(question: SourceQuestion, { kind: _, ...set }: Facts): SourceQuestion {
  let changed = question;
  for (const [name, value] of Object.entries(set))
    changed = withKey(changed, name, value === false ? undefined : value);
  if (!('optionsFrom' in set)) return changed;
  // Options of the form's own are what a choice from the content may also have, and the other way round.
  const { options, also, where, ...rest } = changed as SourceQuestion & WithOptions;
  const list = also ?? options;
  if (changed.optionsFrom)
    return { ...rest, ...(where ? { where } : {}), ...(list ? { also: list } : {}) } as SourceQuestion;
  return { ...rest, ...(list ? { options: list } : {}) } as SourceQuestion;
}

interface WithOptions {
  readonly options?: readonly string[];
}

const OF_SHARED: readonly string[] = ['required', 'options', 'optionsFrom', 'where'];

/** A form may change a few facts of a question that it takes from a shared group. */
function setSharedFact(files: FormFiles, { at, use, question }: Extract<Found, { use: UsePage }>, set: Facts): Edited {
  const other = Object.keys(set).find((name) => !OF_SHARED.includes(name));
  if (other !== undefined) return refused('shared', { id: question.id, group: use.use });
  let change = own(use.with, question.id) ?? {};
  for (const [name, value] of Object.entries(set)) change = withKey(change, name, value);
  const { options: _, optionsFrom: __, where: ___, also: ____, ...plain } = question as SourceQuestion & WithOptions;
  const wrong = wrongFact({ ...(set.options || set.optionsFrom ? plain : question), ...change });
  if (wrong !== undefined) return refused('notOfThisKind', { id: question.id, fact: wrong });
  return good(withPage(files, at, withChange(use, question.id, change)));
}

/** What a form changes of a question of a shared group. */
export function withChange(use: UsePage, id: string, change: object): UsePage {
  const changes = withKey(use.with ?? {}, id, Object.keys(change).length > 0 ? change : undefined);
  return withKey(use, 'with', Object.keys(changes).length > 0 ? changes : undefined);
}
