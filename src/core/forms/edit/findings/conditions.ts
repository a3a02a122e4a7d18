import { type Comparison, type Criterion, comparisonsIn, questionsIn } from '../../../criteria/criterion.ts';
import type { FormDefinition, Question } from '../../definition.ts';
import { fitsKind } from '../comparisons.ts';
import { asAskedNow, changedCriterion, optionsNamedIn, withoutOption, withoutQuestions } from '../conditions.ts';
import { findQuestion } from '../find.ts';
import type { Finding, Place } from '../finding.ts';
import type { SetCondition, Step } from '../step.ts';
import { atPage, atQuestion, found, type Look } from './look.ts';

/** A condition where it is written, and how another takes its place; left out where a shared group has it. */
interface Written {
  readonly at: Place;
  readonly when: Criterion;
  readonly set?: (when: Criterion | undefined) => SetCondition;
  /** The composed page and question it decides about. */
  readonly page?: string;
  readonly question?: string;
}

/** What conditions ask in vain: later questions, questions and options that are not there, comparisons that do not fit. */
export function ofConditions(look: Look): readonly Finding[] {
  const { assembled } = look;
  if (!assembled) return [];
  const { definition } = assembled.composed;
  const before = new Map<string, Question>();
  const all = new Map(definition.pages.flatMap(({ questions }) => questions.map((one) => [one.id, one])));
  const check = (written: Written | undefined) => (written ? ofOne(look, written, before, all) : []);
  const findings = definition.pages.flatMap((page) => {
    const key = assembled.keyOf(page.id);
    // What repeats is written once.
    if ((assembled.composed.copies.get(page.id)?.number ?? 1) > 1) {
      for (const question of page.questions) before.set(question.id, question);
      return [];
    }
    const ofPage = check(writtenOnPage(look, key, page.id));
    const ofQuestions = page.questions.flatMap((question) => {
      const written = question.when && writtenAtQuestion(look, question.id, question.when, page.id);
      const here = check(written);
      before.set(question.id, question);
      return here;
    });
    const ofLinks = (page.links ?? []).flatMap(({ when }, link) =>
      check(when && writtenAtLink(look, key, link, when, page.id)),
    );
    return [...ofPage, ...ofQuestions, ...ofLinks];
  });
  const ofRoutes = look.files.source.routes.flatMap(({ when }, route) =>
    check(
      when && {
        at: { what: 'route', route },
        when,
        set: (now) => ({ do: 'setCondition', what: 'route', route, when: now }),
      },
    ),
  );
  return [...findings, ...ofRoutes];
}

function writtenOnPage({ pages, assembled }: Look, key: string, composed: string): Written | undefined {
  const page = pages.find((one) => one.key === key)?.page;
  const when =
    page && !('use' in page) ? page.when : assembled?.composed.definition.pages.find(({ id }) => id === composed)?.when;
  if (!page || !when) return undefined;
  const about = { at: atPage(key), when, page: composed };
  // With a group's own condition, the two are one: only the form's own can be changed.
  if ('use' in page && when !== page.when) return about;
  return { ...about, set: (now) => ({ do: 'setCondition', what: 'page', id: key, when: now }) };
}

function writtenAtQuestion({ questions, files, known }: Look, id: string, when: Criterion, page: string): Written {
  const use = questions.get(id)?.use;
  const source = findQuestion(files, id, known.groups);
  const isOwn =
    use === undefined || (source !== undefined && 'use' in source && source.use.with?.[id]?.when !== undefined);
  const about = { at: atQuestion(id), when, page, question: id };
  return isOwn ? { ...about, set: (now) => ({ do: 'setCondition', what: 'question', id, when: now }) } : about;
}

function writtenAtLink({ ownPages }: Look, key: string, link: number, when: Criterion, page: string): Written {
  const about = { at: { what: 'link', page: key, link } as const, when, page };
  const isOwn = ownPages.some((one) => one.key === key);
  return isOwn ? { ...about, set: (now) => ({ do: 'setCondition', what: 'link', id: key, link, when: now }) } : about;
}

type Asked = ReadonlyMap<string, Question>;

function ofOne(look: Look, written: Written, before: Asked, all: Asked): readonly Finding[] {
  const { when, at, set } = written;
  const early = [...new Set(questionsIn(when))].filter((asked) => !before.has(asked));
  const comparisons = comparisonsIn(when);
  return [
    ...early.map((asked) =>
      all.has(asked) ? notYet(look, written, asked) : found('asksNobody', at, { asked }, withoutIt(written, asked)),
    ),
    ...comparisons.flatMap((comparison) => {
      const asked = before.get(comparison.question);
      return asked ? ofComparison(comparison, asked, at, when, set) : [];
    }),
  ];
}

/** Taking the comparison out is safe where something of the condition is left, or nobody is sent away by it. */
function withoutIt({ when, set, at }: Written, asked: string): readonly Step[] | undefined {
  const left = changedCriterion(when, withoutQuestions([asked]));
  return set && (left || at.what === 'question' || at.what === 'link') ? [set(left)] : undefined;
}

function ofComparison(
  comparison: Comparison,
  asked: Question,
  at: Place,
  when: Criterion,
  set: Written['set'],
): readonly Finding[] {
  if (!fitsKind(comparison, asked.kind)) {
    const turned = changedCriterion(when, asAskedNow(asked.id, asked.kind === 'some-of'));
    const isCured =
      turned && comparisonsIn(turned).every((one) => one.question !== asked.id || fitsKind(one, asked.kind));
    const params = { asked: asked.id, kind: asked.kind };
    return [found('comparisonUnfit', at, params, isCured && set ? [set(turned)] : undefined)];
  }
  const options = 'options' in asked ? optionsNamedIn(comparison).filter((one) => !asked.options.includes(one)) : [];
  if (options.length === 0) return [];
  const left = options.reduce<Criterion | undefined>(
    (now, option) => now && changedCriterion(now, withoutOption(asked.id, option)),
    when,
  );
  return [found('noSuchOption', at, { asked: asked.id, options }, set && left ? [set(left)] : undefined)];
}

/** Asked later: the thing moves behind what it asks about, unless that waits for it. */
function notYet(look: Look, written: Written, asked: string): Finding {
  const { at, page, question } = written;
  const definition = look.assembled?.composed.definition;
  const own = new Set([
    page,
    question,
    ...(question === undefined ? (pageOf(definition, page)?.questions ?? []).map(({ id }) => id) : []),
  ]);
  if (definition && waitsFor(definition, asked, own)) return found('asksInLoop', at, { asked });
  const repair = written.set && movedBehind(look, written, asked);
  return found('asksLater', at, { asked }, repair);
}

const pageOf = (definition: FormDefinition | undefined, id: string | undefined) =>
  definition?.pages.find((page) => page.id === id);

function movedBehind(
  { questions, pages, ownPages }: Look,
  { page, question, at }: Written,
  asked: string,
): readonly Step[] | undefined {
  const target = questions.get(asked);
  if (!target || at.what === 'route') return undefined;
  const isOwnTarget = ownPages.some(({ key }) => key === target.key);
  if (question !== undefined && isOwnTarget) {
    return [{ do: 'moveTo', what: 'question', id: question, page: target.key, after: asked }];
  }
  const key = at.what === 'page' ? at.id : at.what === 'link' ? at.page : page;
  const isMovable = pages.some((one) => one.key === key) && key !== target.key;
  return isMovable && key !== undefined ? [{ do: 'moveTo', what: 'page', id: key, after: target.key }] : undefined;
}

/** Whether a question can only show once one of some others has been answered. */
function waitsFor(form: FormDefinition, asked: string, others: ReadonlySet<string | undefined>): boolean {
  const conditions = new Map(
    form.pages.flatMap((page) => page.questions.map((one) => [one.id, [page.when, one.when]] as const)),
  );
  const seen = new Set<string>();
  const open = [asked];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (others.has(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const when of conditions.get(id) ?? []) if (when) open.push(...questionsIn(when));
  }
  return false;
}
