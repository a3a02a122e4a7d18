import { good, type Outcome } from '../../outcome.ts';
import type { QuestionKind } from '../definition.ts';
import type { SourceQuestion } from '../parse-form.ts';
import {
  findPage,
  findQuestion,
  type Groups,
  idsOfGroups,
  takenPageIds,
  takenQuestionIds,
  withPage,
  withPages,
} from './find.ts';
import type { FormFiles } from './form-files.ts';
import { mintId } from './mint-id.ts';
import { inserted, withKey } from './own.ts';
import type { AnyPage } from './page-keys.ts';
import { notThere, refused } from './problem.ts';
import { isId, isPath } from './shape.ts';
import type { EditProblem, Step } from './step.ts';
import { withWords, type wordsAt } from './words.ts';

type Edited = Outcome<FormFiles, EditProblem>;
type One<Name extends Step['do']> = Extract<Step, { do: Name }>;

/** Where a new thing goes in a list of ids; -1: what it is to stand behind is not there. */
export function placeFor(
  ids: readonly string[],
  { first, after }: { first?: true; after?: string | undefined },
): number {
  if (first) return 0;
  if (after === undefined) return ids.length;
  const at = ids.indexOf(after);
  return at === -1 ? -1 : at + 1;
}

export function addPage(files: FormFiles, step: One<'addPage'>, groups: Groups, keys: readonly string[]): Edited {
  const place = placeFor(keys, step);
  if (place === -1) return notThere('page', step.after ?? '');
  const { pages } = files.source;
  if (step.use !== undefined) {
    if (!groups.has(step.use)) return refused('noGroup', { id: step.use });
    const again = idsOfUse(step, groups).find(
      (id) => takenPageIds(files.source, groups).has(id) || takenQuestionIds(files.source, groups).has(id),
    );
    if (again !== undefined) return refused('alreadyThere', { id: again });
    const page: AnyPage = { use: step.use, ...(step.only ? { only: [...step.only] } : {}) };
    return good(withPages(files, inserted(pages, place, page)));
  }
  const title = step.title?.trim() ?? '';
  if (title === '') return refused('needsWords', { at: 'pages.title' });
  const taken = new Set([...takenPageIds(files.source, groups), ...idsOfGroups(groups).pages]);
  const id = mintId(title, 'page', (one) => taken.has(one));
  const page: AnyPage = { id, questions: [], ...(step.exit ? { exit: true } : {}) };
  return good(inSource(withPages(files, inserted(pages, place, page)), `pages.${id}.title`, title));
}

/** The pages and questions that taking a group, or some of it, brings along. */
function idsOfUse({ use = '', only }: One<'addPage'>, groups: Groups): readonly string[] {
  return (groups.get(use)?.pages ?? []).flatMap(({ id, questions }) => {
    const asked = questions.map((one) => one.id).filter((one) => !only || only.includes(one));
    return asked.length === 0 && questions.length > 0 ? [] : [id, ...asked];
  });
}

export function addQuestion(files: FormFiles, step: One<'addQuestion'>, groups: Groups): Edited {
  const found = findPage(files, step.page);
  if (!found) return notThere('page', step.page);
  const { page, at } = found;
  if ('use' in page) return refused('shared', { id: step.page, group: page.use });
  if (page.exit) return refused('exit', { id: step.page });
  const place = placeFor(
    page.questions.map((one) => one.id),
    step,
  );
  if (place === -1) return notThere('question', step.after ?? '');
  const label = step.label.trim();
  if (label === '') return refused('needsWords', { at: 'questions.label' });
  const taken = takenQuestionIds(files.source, groups);
  if (step.id !== undefined && (taken.has(step.id) || !isId(step.id))) return refused('alreadyThere', { id: step.id });
  // An id of a shared group means the same in every form (F-18): none is met by chance.
  const { questions: shared } = idsOfGroups(groups);
  const id = step.id ?? mintId(label, 'question', (one) => taken.has(one) || shared.has(one));
  const question = { id, ...factsOfNew(step.kind) } as SourceQuestion;
  const added = withPage(files, at, { ...page, questions: inserted(page.questions, place, question) });
  const worded = inSource(added, `questions.${id}.label`, label);
  return withOptions(worded, id, ENDS_IN_OPTIONS.has(step.kind) ? (step.options ?? []) : [], groups);
}

const ENDS_IN_OPTIONS: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['one-of', 'some-of', 'scale']);

function withOptions(files: FormFiles, question: string, labels: readonly string[], groups: Groups): Edited {
  let now: Edited = good(files);
  for (const label of labels) {
    if (now.ok && label.trim() !== '') now = addOption(now.value, { do: 'addOption', question, label }, groups);
  }
  return now;
}

/** The facts a new question starts with: the least that lets it be answered. */
export function factsOfNew(kind: QuestionKind): object {
  switch (kind) {
    case 'text':
      return { kind, maxLength: 100 };
    case 'long-text':
      return { kind, maxLength: 500 };
    case 'whole-number':
      return { kind, least: 0, most: 100 };
    case 'date':
      return { kind, parts: 'day' };
    default:
      return { kind };
  }
}

export function addOption(files: FormFiles, step: One<'addOption'>, groups: Groups): Edited {
  const found = findQuestion(files, step.question, groups);
  if (!found) return notThere('question', step.question);
  if ('use' in found) return refused('shared', { id: step.question, group: found.use.use });
  const { at, page, place, question } = found;
  if (!ENDS_IN_OPTIONS.has(question.kind)) return refused('notOfThisKind', { id: step.question, fact: 'options' });
  const label = step.label.trim();
  if (label === '') return refused('needsWords', { at: `questions.${question.id}.options` });
  const name = listOf(question);
  const options = optionsIn(question);
  const where = placeFor(options, step);
  if (where === -1) return notThere('option', step.after ?? '');
  const id = mintId(label, 'option', (one) => options.includes(one));
  const changed = { ...question, [name]: inserted(options, where, id) } as SourceQuestion;
  const questions = page.questions.map((one, here) => (here === place ? changed : one));
  return good(inSource(withPage(files, at, { ...page, questions }), `questions.${question.id}.options.${id}`, label));
}

/** Options of a question that the form itself words: besides those of the content they are `also`. */
export function listOf(question: SourceQuestion): 'options' | 'also' {
  return question.optionsFrom ? 'also' : 'options';
}

/** The options of a question that are the form's own. */
export function optionsIn(question: SourceQuestion): readonly string[] {
  const { options } = question as { readonly options?: readonly string[] };
  return (question.optionsFrom ? question.also : options) ?? [];
}

/** The same with other options; without any, the question has no list. */
export function withOptionList(question: SourceQuestion, options: readonly string[]): SourceQuestion {
  return withKey(question, listOf(question), options.length > 0 ? options : undefined);
}

export function addLink(files: FormFiles, step: One<'addLink'>): Edited {
  const found = findPage(files, step.page);
  if (!found) return notThere('page', step.page);
  const { page, at } = found;
  if ('use' in page) return refused('shared', { id: step.page, group: page.use });
  if (!isPath(step.href)) return refused('notOfThisKind', { id: step.page, fact: 'href' });
  const links = page.links ?? [];
  const added = withPage(files, at, { ...page, links: [...links, { href: step.href }] });
  const words = step.words?.trim() ?? '';
  return good(words === '' ? added : inSource(added, `pages.${page.id}.links.${links.length}`, words));
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export function addLanguage(files: FormFiles, { language }: One<'addLanguage'>): Edited {
  if (!LANGUAGE.test(language)) return refused('notALanguage', { language });
  if (Object.hasOwn(files.texts, language)) return refused('alreadyThere', { id: language });
  const empty = { title: '', intro: [], recipients: {}, pages: {}, questions: {} };
  return good({ ...files, texts: { ...files.texts, [language]: empty } });
}

/** Words of the language the form is written in. */
function inSource(files: FormFiles, at: Parameters<typeof wordsAt>[1], sentence: string): FormFiles {
  const text = files.texts[files.sourceLanguage];
  if (!text) throw new Error(`There are no words in ${files.sourceLanguage}`);
  return { ...files, texts: { ...files.texts, [files.sourceLanguage]: withWords(text, at, sentence) } };
}
