import { bad, good, type Outcome } from '../../outcome.ts';
import { composeForm } from '../compose.ts';
import { type FormFiles, NOT_CHOSEN } from '../edit/form-files.ts';
import type { FormSource, FormTextSource, SourcePage } from '../parse-form.ts';
import { type Asked, joined, translateCondition } from './condition.ts';
import type { FoundForm, FoundPage, FoundQuestion, FoundWhen, Given } from './found.ts';
import { type Imported, type ImportProblem, ImportProblemFound, LIMITS, Notes } from './kept.ts';
import { Names } from './names.ts';
import { checkDepth } from './plain.ts';
import { questionOf } from './question.ts';
import { Sentences } from './sentences.ts';

type Page = { -readonly [Name in keyof SourcePage]: SourcePage[Name] };

/**
 * Reads somebody else's form with `read`, and makes the files of one of ours of it. Whatever is handed in, nothing is
 * thrown: what cannot be a form is a problem, and what could not be kept stands in the report.
 */
export function importForm(
  json: unknown,
  given: Given,
  read: (json: unknown, notes: Notes) => FoundForm,
): Outcome<Imported, ImportProblem> {
  try {
    checkDepth(json);
    const notes = new Notes();
    const found = read(json, notes);
    const files = assemble(found, given, notes);
    return good({ files, report: notes.all });
  } catch (error) {
    if (error instanceof ImportProblemFound) return bad(error.problem);
    throw error;
  }
}

function assemble(found: FoundForm, given: Given, notes: Notes): FormFiles {
  const pages = found.pages.filter(({ questions, body }) => questions.length > 0 || body.length > 0);
  checkSize(pages);
  const sentences = new Sentences(found.language, notes);
  const before = new Map<string, Asked>();
  const ids = nameAll(pages, notes);
  const made = pages.map((page) => pageOf(page, ids, before, sentences, notes));
  const id = given.id ?? new Names('id').take(found.name.toLowerCase(), 'form');
  const source: FormSource = {
    id,
    system: 'all',
    kind: 'submission',
    audience: 'resident',
    promise: 'none',
    privacyNotice: NOT_CHOSEN,
    crisisPanel: false,
    routes: [{ recipient: NOT_CHOSEN }],
    pages: made,
  };
  notes.add('toDo', 'recipient', '');
  const texts = textsOf(found, sentences, source);
  const composed = composeForm(source, new Map());
  // Whatever the file said, what `nameAll` and `translateCondition` let through composes: anything else is our mistake.
  if (!composed.ok) throw new Error(`${composed.problem.where}: ${composed.problem.what}`);
  return { source, texts, sourceLanguage: sentences.language };
}

function checkSize(pages: readonly FoundPage[]): void {
  const questions = pages.flatMap((page) => page.questions);
  if (questions.length === 0) throw new ImportProblemFound('nothingAsked');
  if (questions.length > LIMITS.questions) {
    throw new ImportProblemFound('tooManyQuestions', '', { limit: LIMITS.questions });
  }
  if (pages.length > LIMITS.pages) throw new ImportProblemFound('tooManyPages', '', { limit: LIMITS.pages });
  const long = questions.find(({ options = [] }) => options.length > LIMITS.options);
  if (long) throw new ImportProblemFound('tooManyOptions', long.where, { limit: LIMITS.options });
}

/** Ids of pages and questions. Those of a page that repeats come first: its copies are numbered, and nothing else may be. */
function nameAll(pages: readonly FoundPage[], notes: Notes): ReadonlyMap<FoundPage | FoundQuestion, string> {
  const ids = new Map<FoundPage | FoundQuestion, string>();
  const ofPages = new Names('id');
  const ofQuestions = new Names('id');
  const ordered = [...pages].sort((a, b) => Number(b.repeat !== undefined) - Number(a.repeat !== undefined));
  for (const page of ordered) {
    const most = page.repeat ?? 1;
    const id = ofPages.take(page.name, 'page', most);
    ids.set(page, id);
    if (most > 1) ofQuestions.take(`more-${id}`, 'more', most);
    for (const question of page.questions) {
      const own = ofQuestions.take(question.name, 'question', most);
      ids.set(question, own);
      if (own !== question.name)
        notes.add('changed', 'id', question.where, { from: question.name.slice(0, 80), to: own });
    }
  }
  return ids;
}

function pageOf(
  found: FoundPage,
  ids: ReadonlyMap<FoundPage | FoundQuestion, string>,
  before: Map<string, Asked>,
  sentences: Sentences,
  notes: Notes,
): SourcePage {
  const id = ids.get(found) ?? '';
  const page: Page = { id, questions: [] };
  const when = whenOf(found.when, found.where, before, notes);
  if (when) page.when = when;
  if (found.repeat !== undefined && found.questions.length > 0) page.repeat = { most: found.repeat };
  const [only, ...others] = found.questions;
  sentences.add(
    `pages.${id}.title`,
    [found.title, ...(only && others.length === 0 ? [only.label] : [])],
    found.where,
    found.name,
  );
  sentences.addLines(`pages.${id}.body`, found.body, found.where);
  for (const question of found.questions) {
    const own = questionOf(question, ids.get(question) ?? '', sentences, notes);
    const condition = whenOf(question.when, question.where, before, notes);
    page.questions = [...page.questions, condition ? { ...own.question, when: condition } : own.question];
    before.set(question.key ?? question.name, own.asked);
  }
  return page;
}

/** All conditions of a thing as one; those that cannot be kept are reported, and it is then asked of more people. */
function whenOf(found: readonly FoundWhen[] = [], where: string, before: ReadonlyMap<string, Asked>, notes: Notes) {
  const criteria = found.flatMap((one) => {
    if ('cannot' in one) {
      notes.add('notKept', 'condition', where, { what: one.cannot.slice(0, 200) });
      return [];
    }
    const translated = translateCondition(one.condition, before);
    if ('cannot' in translated) {
      notes.add('notKept', translated.cannot, where, { what: translated.what.slice(0, 200) });
      return [];
    }
    if (translated.waits) notes.add('changed', 'waitsForAnswer', where);
    return [translated.criterion];
  });
  return joined('all', criteria);
}

function textsOf(found: FoundForm, sentences: Sentences, source: FormSource): { [language: string]: FormTextSource } {
  sentences.add('title', [found.title], '', found.name || source.id);
  sentences.addLines('intro', found.intro, '');
  const questions = source.pages.flatMap((page) => ('use' in page ? [] : page.questions));
  return sentences.texts(questions.filter(({ kind }) => kind === 'scale').map(({ id }) => id));
}
