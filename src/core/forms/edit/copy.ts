import { good, type Outcome } from '../../outcome.ts';
import type { SourcePage, SourceQuestion } from '../parse-form.ts';
import { changedCriterion, withRenamed } from './conditions.ts';
import { findPage, findQuestion, type Groups, takenPageIds, takenQuestionIds, withPage, withPages } from './find.ts';
import type { FormFiles } from './form-files.ts';
import { mintId } from './mint-id.ts';
import { inserted } from './own.ts';
import { notThere, refused } from './problem.ts';
import type { EditProblem, Step } from './step.ts';
import { withWordsCopied } from './words.ts';

/** The same again, right behind it, under new ids, with the same words. What it asks about itself it asks about its copy. */
export function copy(
  files: FormFiles,
  step: Extract<Step, { do: 'copy' }>,
  groups: Groups,
): Outcome<FormFiles, EditProblem> {
  const taken = new Set(takenQuestionIds(files.source, groups));
  if (step.what === 'question') {
    const found = findQuestion(files, step.id, groups);
    if (!found) return notThere('question', step.id);
    if ('use' in found) return refused('shared', { id: step.id, group: found.use.use });
    const names = newIds([found.question], taken);
    const questions = inserted(found.page.questions, found.place + 1, copyOf(found.question, names));
    return good(withWordsCopied(withPage(files, found.at, { ...found.page, questions }), 'questions', names));
  }
  const found = findPage(files, step.id);
  if (!found) return notThere('page', step.id);
  const { at, page } = found;
  if ('use' in page) return refused('shared', { id: step.id, group: page.use });
  const pageIds = takenPageIds(files.source, groups);
  const id = mintId(page.id, 'page', (one) => pageIds.has(one));
  const names = newIds(page.questions, taken);
  const copied: SourcePage = { ...page, id, questions: page.questions.map((one) => copyOf(one, names)) };
  const added = withPages(files, inserted(files.source.pages, at + 1, copied));
  return good(withWordsCopied(withWordsCopied(added, 'pages', new Map([[page.id, id]])), 'questions', names));
}

function newIds(questions: readonly SourceQuestion[], taken: Set<string>): ReadonlyMap<string, string> {
  return new Map(
    questions.map(({ id }) => {
      // A shared id stands for one thing alone: its copy is another thing.
      const name = mintId(
        id.replace(/[A-Z]/g, (letter) => ` ${letter}`),
        'question',
        (one) => taken.has(one),
      );
      taken.add(name);
      return [id, name];
    }),
  );
}

// What a browser fills in by itself it fills in once.
function copyOf({ autocomplete: _, ...question }: SourceQuestion, names: ReadonlyMap<string, string>): SourceQuestion {
  const when = question.when && changedCriterion(question.when, withRenamed(names));
  return { ...question, id: names.get(question.id) ?? question.id, ...(when ? { when } : {}) } as SourceQuestion;
}
