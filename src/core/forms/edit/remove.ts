import { good, type Outcome } from '../../outcome.ts';
import type { SourceQuestion } from '../parse-form.ts';
import { optionsIn, withOptionList } from './add.ts';
import {
  askers,
  type Change,
  conditionsOf,
  optionsNamedIn,
  withConditions,
  withoutOption,
  withoutQuestions,
} from './conditions.ts';
import {
  type Found,
  findPage,
  findQuestion,
  type Groups,
  questionsOn,
  questionsUsed,
  takenPageIds,
  takenQuestionIds,
  withPage,
  withPages,
} from './find.ts';
import type { FormFiles } from './form-files.ts';
import { removedAt, withKey, without } from './own.ts';
import { notThere, refused } from './problem.ts';
import type { EditProblem, Step } from './step.ts';
import { inEachLanguage, keeping, withoutWordsOf, withTranslated } from './words.ts';

type Edited = Outcome<FormFiles, EditProblem>;
type Removal = Extract<Step, { do: 'remove' }>;

export function remove(files: FormFiles, step: Removal, groups: Groups): Edited {
  if (step.what === 'page') return removePage(files, step, groups);
  const found = findQuestion(files, step.question ?? step.id, groups);
  if (!found) return notThere('question', step.question ?? step.id);
  return step.what === 'question'
    ? removeQuestion(files, step, found, groups)
    : removeOption(files, step, found, groups);
}

function removePage(files: FormFiles, step: Removal, groups: Groups): Edited {
  const found = findPage(files, step.id);
  if (!found) return notThere('page', step.id);
  const { at, page } = found;
  if (files.source.pages.length === 1) return refused('lastPage');
  const left = withPages(files, removedAt(files.source.pages, at));
  // What stands twice is still there once.
  const stay = { questions: takenQuestionIds(left.source, groups), pages: takenPageIds(left.source, groups) };
  const questions = questionsOn(page, groups).flatMap(({ id }) => (stay.questions.has(id) ? [] : [id]));
  const ids = 'use' in page ? (groups.get(page.use)?.pages.map(({ id }) => id) ?? []) : [page.id];
  const pages = ids.filter((id) => !stay.pages.has(id));
  return withoutAsking(
    withoutWordsOf(left, pages, questions),
    step,
    groups,
    (one) => questions.includes(one.question),
    withoutQuestions(questions),
  );
}

function removeQuestion(files: FormFiles, step: Removal, found: Found, groups: Groups): Edited {
  const change = withoutQuestions([step.id]);
  const asks = ({ question }: { question: string }) => question === step.id;
  if ('use' in found) {
    const { use, at } = found;
    const only = questionsUsed(use, groups)
      .map(({ id }) => id)
      .filter((id) => id !== step.id);
    if (only.length === 0)
      return files.source.pages.length === 1
        ? refused('lastPage')
        : withoutAsking(withPages(files, removedAt(files.source.pages, at)), step, groups, asks, change);
    const changes = without(use.with ?? {}, (id) => id === step.id);
    const page = withKey({ ...use, only }, 'with', Object.keys(changes).length > 0 ? changes : undefined);
    return withoutAsking(withoutWordsOf(withPage(files, at, page), [], [step.id]), step, groups, asks, change);
  }
  const { at, page, place } = found;
  const left = withPage(files, at, { ...page, questions: removedAt(page.questions, place) });
  return withoutAsking(withoutWordsOf(left, [], [step.id]), step, groups, asks, change);
}

function removeOption(files: FormFiles, step: Removal, found: Found, groups: Groups): Edited {
  const { question } = found;
  if ('use' in found) return refused('shared', { id: question.id, group: found.use.use });
  const options = optionsIn(question);
  if (!options.includes(step.id)) return notThere('option', step.id);
  const changed = withOptionList(
    question,
    options.filter((one) => one !== step.id),
  );
  const left = withoutOptionWords(withQuestion(files, found, changed), question.id, step.id);
  const asks = (one: Parameters<typeof optionsNamedIn>[0]) =>
    one.question === question.id && optionsNamedIn(one).includes(step.id);
  return withoutAsking(left, step, groups, asks, withoutOption(question.id, step.id));
}

/** The form with one question of its own changed. */
export function withQuestion(
  files: FormFiles,
  found: Extract<Found, { place: number }>,
  question: SourceQuestion,
): FormFiles {
  const { at, page, place } = found;
  return withPage(files, at, {
    ...page,
    questions: page.questions.map((one, here) => (here === place ? question : one)),
  });
}

function withoutOptionWords(files: FormFiles, question: string, option: string): FormFiles {
  const key = `questions.${question}.options.${option}`;
  const stripped = inEachLanguage(files, (text) => {
    const words = text.questions[question];
    if (!words?.options) return text;
    const options = without(words.options, (id) => id === option);
    return {
      ...text,
      questions: {
        ...text.questions,
        [question]: withKey(words, 'options', Object.keys(options).length > 0 ? options : undefined),
      },
    };
  });
  return withTranslated(stripped, (one) => (one === key ? undefined : one));
}

/** What is left once something is gone, unless conditions still ask for it and the step does not take it out of them. */
function withoutAsking(
  left: FormFiles,
  step: Removal,
  groups: Groups,
  asks: Parameters<typeof askers>[1],
  change: Change,
): Edited {
  const asking = askers(conditionsOf(left.source, groups), asks);
  if (asking.length === 0) return good(left);
  if (!step.withConditions || asking.some(({ shared }) => shared)) {
    return refused('askedBy', { id: step.id, by: [...new Set(asking.map(({ owner }) => owner))] });
  }
  return good(withConditions(left, change));
}

export function removeLink(files: FormFiles, step: Extract<Step, { do: 'removeLink' }>): Edited {
  const found = findPage(files, step.page);
  if (!found) return notThere('page', step.page);
  const { page, at } = found;
  if ('use' in page) return refused('shared', { id: step.page, group: page.use });
  if (!page.links?.[step.link]) return notThere('link', step.link);
  const links = removedAt(page.links, step.link);
  const left = withPage(files, at, withKey(page, 'links', links.length > 0 ? links : undefined));
  const stripped = inEachLanguage(left, (text) => {
    const words = text.pages[page.id];
    if (!words?.links) return text;
    const kept = removedAt(words.links, step.link);
    return {
      ...text,
      pages: { ...text.pages, [page.id]: withKey(words, 'links', kept.length > 0 ? kept : undefined) },
    };
  });
  const stem = `pages.${page.id}.links.`;
  return good(
    withTranslated(stripped, (key) => {
      if (!key.startsWith(stem)) return key;
      const place = Number(key.slice(stem.length));
      if (place === step.link) return undefined;
      return place > step.link ? `${stem}${place - 1}` : key;
    }),
  );
}

export function removeLanguage(files: FormFiles, { language }: Extract<Step, { do: 'removeLanguage' }>): Edited {
  if (language === files.sourceLanguage) return refused('sourceLanguage', { language });
  if (!Object.hasOwn(files.texts, language)) return notThere('language', language);
  const texts = without(files.texts, (one) => one === language);
  return good(
    keeping(
      { ...files, texts },
      without(files.translated ?? {}, (one) => one === language),
    ),
  );
}
