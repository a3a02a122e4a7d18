import { good, type Outcome } from '../../outcome.ts';
import type { SourcePage } from '../parse-form.ts';
import { optionsIn, placeFor, withOptionList } from './add.ts';
import { type Found, findPage, findQuestion, type Groups, withPage, withPages } from './find.ts';
import type { FormFiles } from './form-files.ts';
import { inserted, removedAt } from './own.ts';
import { pageKeys } from './page-keys.ts';
import { notThere, refused } from './problem.ts';
import { withQuestion } from './remove.ts';
import type { EditProblem, Step } from './step.ts';

type Edited = Outcome<FormFiles, EditProblem>;
type Move = Extract<Step, { do: 'move' }>;
type MoveTo = Extract<Step, { do: 'moveTo' }>;

/** A page or an option changes places with its neighbour; so does a question, which goes over to the next page at the edge of its own. */
export function move(files: FormFiles, step: Move, groups: Groups): Edited {
  if (step.what === 'page') {
    const found = findPage(files, step.id);
    if (!found) return notThere('page', step.id);
    const pages = swapped(files.source.pages, found.at, step.by);
    return pages ? good(withPages(files, pages)) : refused('atTheEdge', { id: step.id });
  }
  const found = findQuestion(files, step.question ?? step.id, groups);
  if (!found) return notThere('question', step.question ?? step.id);
  if ('use' in found) return refused('shared', { id: found.question.id, group: found.use.use });
  if (step.what === 'option') {
    const options = optionsIn(found.question);
    const at = options.indexOf(step.id);
    if (at === -1) return notThere('option', step.id);
    const moved = swapped(options, at, step.by);
    return moved
      ? good(withQuestion(files, found, withOptionList(found.question, moved)))
      : refused('atTheEdge', { id: step.id });
  }
  const questions = swapped(found.page.questions, found.place, step.by);
  if (questions) return good(withPage(files, found.at, { ...found.page, questions }));
  return overTheEdge(files, found, step.by);
}

function swapped<Value>(list: readonly Value[], at: number, by: 1 | -1): Value[] | undefined {
  const one = list[at];
  const to = at + by;
  if (one === undefined || to < 0 || to >= list.length) return undefined;
  return inserted(removedAt(list, at), to, one);
}

/** The nearest page on that side that can ask something of its own. */
function overTheEdge(
  files: FormFiles,
  { at, page, place, question }: Extract<Found, { place: number }>,
  by: 1 | -1,
): Edited {
  const { pages } = files.source;
  let to = at + by;
  while (pages[to] && !asksItself(pages[to])) to += by;
  const target = pages[to];
  if (!target || 'use' in target) return refused('atTheEdge', { id: question.id });
  const left = withPage(files, at, { ...page, questions: removedAt(page.questions, place) });
  return good(
    withPage(left, to, {
      ...target,
      questions: inserted(target.questions, by === 1 ? 0 : target.questions.length, question),
    }),
  );
}

const asksItself = (page: FormFiles['source']['pages'][number] | undefined): page is SourcePage =>
  page !== undefined && !('use' in page) && !page.exit;

export function moveTo(files: FormFiles, step: MoveTo, groups: Groups): Edited {
  if (step.what === 'page') return movePageTo(files, step);
  const found = findQuestion(files, step.id, groups);
  if (!found) return notThere('question', step.id);
  if ('use' in found) return refused('shared', { id: step.id, group: found.use.use });
  const target = findPage(files, step.page);
  if (!target) return notThere('page', step.page);
  if ('use' in target.page) return refused('shared', { id: step.page, group: target.page.use });
  if (target.page.exit) return refused('exit', { id: step.page });
  const { at, page, place, question } = found;
  const left = withPage(files, at, { ...page, questions: removedAt(page.questions, place) });
  const onto = left.source.pages[target.at] as SourcePage;
  const where =
    step.after === step.id
      ? place
      : placeFor(
          onto.questions.map(({ id }) => id),
          step,
        );
  if (where === -1) return notThere('question', step.after ?? '');
  return good(withPage(left, target.at, { ...onto, questions: inserted(onto.questions, where, question) }));
}

function movePageTo(files: FormFiles, step: Extract<MoveTo, { what: 'page' }>): Edited {
  const found = findPage(files, step.id);
  if (!found) return notThere('page', step.id);
  if (step.after === step.id) return good(files);
  const keys = removedAt(pageKeys(files.source.pages), found.at);
  const where = placeFor(keys, step);
  if (where === -1) return notThere('page', step.after ?? '');
  return good(withPages(files, inserted(removedAt(files.source.pages, found.at), where, found.page)));
}
