import { type Comparison, type Criterion, comparisonsIn, questionsIn } from '../criteria/criterion.ts';
import { nearestName } from '../nearest-name.ts';
import type { FormDefinition, FormPage, Question } from './definition.ts';
import { type FormFault, FormFaultFound, ofPage, ofQuestion } from './fault.ts';

/** Ids of questions that tell who somebody is: none of them in an anonymous form. */
export const TELLS_WHO = [
  'preferredName',
  'fullName',
  'contactMethod',
  'phone',
  'mobile',
  'email',
  'address',
  'minicom',
  'videoDetail',
  'bslDetail',
  'throughSomeone',
  'referrerName',
  'referrerContact',
  'carerContact',
];

const LEAST_LINKS_OF_EXIT = 2;

/** The first thing wrong with a composed form as a whole. */
export function faultIn(form: FormDefinition): FormFault | undefined {
  try {
    checkPromise(form);
    checkIds(form);
    checkPages(form);
    return undefined;
  } catch (error) {
    if (error instanceof FormFaultFound) return error.fault;
    throw error;
  }
}

function checkPromise({ promise, namelessWhen, kind, pages, routes }: FormDefinition): void {
  const promises = [promise, ...routes.map((route) => route.promise)];
  if (promises.includes('anonymous') && kind !== 'monitoring') {
    throw new FormFaultFound(
      'promise',
      'Only a form of kind "monitoring" is anonymous.',
      'Write "kind": "monitoring".',
    );
  }
  const promisesReply = promises.some((one) => one === 'derby' || one === 'derby-reply');
  if (namelessWhen && (promisesReply || kind === 'monitoring')) {
    throw new FormFaultFound(
      'namelessWhen',
      'It is for forms that promise no reply and may be named or not.',
      'Write "promise": "none", or remove "namelessWhen".',
    );
  }
  if (kind !== 'monitoring') return;
  if (promisesReply) {
    throw new FormFaultFound('promise', 'An anonymous form can promise no reply.', 'Write "promise": "anonymous".');
  }
  const telling = pages.flatMap(({ questions }) => questions).find(({ id }) => TELLS_WHO.includes(id));
  if (telling) {
    throw new FormFaultFound(
      ofQuestion(telling.id),
      'It tells who somebody is, and the form is anonymous.',
      'Remove it, or write "kind": "submission".',
    );
  }
}

function checkIds({ pages }: FormDefinition): void {
  twice(
    pages.map(({ id }) => id),
    (id) => new FormFaultFound(ofPage(id), 'Two pages have this id.', 'Rename one.'),
  );
  twice(
    pages.flatMap(({ questions }) => questions.map(({ id }) => id)),
    (id) => new FormFaultFound(ofQuestion(id), 'Two questions have this id.', 'Rename one.'),
  );
}

function twice(ids: readonly string[], fault: (id: string) => FormFaultFound): void {
  const found = ids.find((id, place) => ids.indexOf(id) !== place);
  if (found !== undefined) throw fault(found);
}

function checkPages(form: FormDefinition): void {
  const before = new Map<string, Question>();
  const check = (criterion: Criterion | undefined, where: string, id: string) =>
    checkCriterion(form, criterion, before, where, id);
  for (const page of form.pages) {
    check(page.when, ofPage(page.id), page.id);
    checkExit(page);
    for (const question of page.questions) {
      check(question.when, ofQuestion(question.id), question.id);
      before.set(question.id, question);
    }
    for (const { href, when } of page.links ?? []) check(when, `${ofPage(page.id)}, link ${href}`, page.id);
  }
  check(form.namelessWhen, '"namelessWhen"', '');
  for (const { recipient, when } of form.routes) check(when, `route to "${recipient}"`, '');
}

function checkExit({ id, exit, questions, when, links = [] }: FormPage): void {
  if (!exit) return;
  if (questions.length > 0) {
    throw new FormFaultFound(ofPage(id), 'It is an exit and asks something.', 'Ask on a page before it.');
  }
  if (!when) {
    throw new FormFaultFound(ofPage(id), 'Everybody would end here.', 'Say with "when" for whom the form ends here.');
  }
  if (links.length < LEAST_LINKS_OF_EXIT) {
    throw new FormFaultFound(
      ofPage(id),
      'It is an exit, and leads to fewer than two other places.',
      'Add links to what else there is, such as "/help-now/".',
    );
  }
}

function checkCriterion(
  form: FormDefinition,
  criterion: Criterion | undefined,
  before: ReadonlyMap<string, Question>,
  where: string,
  own: string,
): void {
  if (!criterion) return;
  for (const asked of questionsIn(criterion)) if (!before.has(asked)) throw notBefore(form, asked, before, where, own);
  for (const comparison of comparisonsIn(criterion)) {
    const asked = before.get(comparison.question);
    const unknown =
      asked && 'options' in asked ? optionsOf(comparison).filter((one) => !asked.options.includes(one)) : [];
    const [first] = unknown;
    if (first === undefined || !asked || !('options' in asked)) continue;
    throw new FormFaultFound(
      where,
      `Its condition names an option that "${asked.id}" does not have: ${unknown.join(', ')}.`,
      `Correct it; the nearest name is "${nearestName(first, asked.options) ?? ''}".`,
    );
  }
}

function notBefore(
  form: FormDefinition,
  asked: string,
  before: ReadonlyMap<string, Question>,
  where: string,
  own: string,
): FormFaultFound {
  const page = form.pages.find(({ questions }) => questions.some(({ id }) => id === asked));
  if (!page) {
    const near = nearestName(asked, [...before.keys()]);
    return new FormFaultFound(
      where,
      `Its condition asks about "${asked}", which is not a question before it.`,
      near ? `Correct it; the nearest name is "${near}".` : 'Correct it, or ask that question before.',
    );
  }
  if (
    waitsFor(
      form,
      asked,
      new Set([own, ...(form.pages.find(({ id }) => id === own)?.questions ?? []).map(({ id }) => id)]),
    )
  ) {
    return new FormFaultFound(
      where,
      `It waits for "${asked}", and "${asked}" waits for it: a loop, so neither is ever shown.`,
      'Take one of the two conditions away.',
    );
  }
  return new FormFaultFound(
    where,
    `Its condition asks about "${asked}", which is not a question before it but after it.`,
    `Move page "${page.id}" up, or ask about a question before it.`,
  );
}

/** Whether a question can only show once one of some others has been answered. */
function waitsFor(form: FormDefinition, id: string, others: ReadonlySet<string>, seen = new Set<string>()): boolean {
  if (others.has(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const page = form.pages.find(({ questions }) => questions.some((question) => question.id === id));
  const question = page?.questions.find((one) => one.id === id);
  return [page?.when, question?.when].some(
    (criterion) => criterion && questionsIn(criterion).some((asked) => waitsFor(form, asked, others, seen)),
  );
}

function optionsOf(comparison: Comparison): readonly string[] {
  if ('is' in comparison) return [comparison.is];
  if ('isOneOf' in comparison) return comparison.isOneOf;
  if ('has' in comparison) return [comparison.has];
  return 'hasAnyOf' in comparison ? comparison.hasAnyOf : [];
}
