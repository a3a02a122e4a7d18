import { type Comparison, type Criterion, comparisonsIn } from '../../criteria/criterion.ts';
import type { FormSource } from '../parse-form.ts';
import { type Groups, questionsUsed } from './find.ts';
import type { FormFiles } from './form-files.ts';
import { type AnyPage, pageKeys } from './page-keys.ts';

/** What has a condition: `page:<key>`, `question:<id>`, `link:<page key>`, `route:<number from 0>`, `nameless`. */
export type Owner = string;

interface Owned {
  readonly owner: Owner;
  readonly when: Criterion;
  /** Written in a shared group: this form cannot change it. */
  readonly shared?: true;
}

/** Every condition of a form, and whose it is. Those of a shared group belong to the page that takes it, or to its question. */
export function conditionsOf({ pages, routes, namelessWhen }: FormSource, groups: Groups): readonly Owned[] {
  const keys = pageKeys(pages);
  return [
    ...pages.flatMap((page, at) => {
      const key = keys[at] ?? '';
      return 'use' in page ? conditionsOfUse(page, key, groups) : conditionsOfPage(page, key);
    }),
    ...routes.flatMap(({ when }, place) => owned(`route:${place}`, when)),
    ...owned('nameless', namelessWhen),
  ];
}

function owned(owner: Owner, when: Criterion | undefined): readonly Owned[] {
  return when ? [{ owner, when }] : [];
}

function conditionsOfPage(page: Exclude<AnyPage, { use: string }>, key: string): readonly Owned[] {
  const { linksFrom } = page;
  const asked = [linksFrom?.area, linksFrom?.days].filter((id) => id !== undefined);
  return [
    ...owned(`page:${key}`, page.when),
    ...page.questions.flatMap(({ id, when }) => owned(`question:${id}`, when)),
    ...(page.links ?? []).flatMap(({ when }) => owned(`link:${key}`, when)),
    ...asked.map((question): Owned => ({ owner: `link:${key}`, when: { question, answered: true }, shared: true })),
  ];
}

function conditionsOfUse(page: Extract<AnyPage, { use: string }>, key: string, groups: Groups): readonly Owned[] {
  const inGroup = groups.get(page.use)?.pages ?? [];
  const used = new Set(questionsUsed(page, groups).map(({ id }) => id));
  const shared = inGroup.flatMap(({ when, questions, links = [] }) => [
    ...(questions.length === 0 || questions.some(({ id }) => used.has(id)) ? [when] : []),
    ...questions.filter(({ id }) => used.has(id) && page.with?.[id]?.when === undefined).map((one) => one.when),
    ...links.map((link) => link.when),
  ]);
  return [
    ...owned(`page:${key}`, page.when),
    ...Object.entries(page.with ?? {}).flatMap(([id, { when }]) => owned(`question:${id}`, when)),
    ...shared.flatMap((when): Owned[] => (when ? [{ owner: `page:${key}`, when, shared: true }] : [])),
  ];
}

/** Who asks, in a condition, for something; each once. */
export function askers(conditions: readonly Owned[], asks: (comparison: Comparison) => boolean): readonly Owned[] {
  return conditions.filter(({ when }) => comparisonsIn(when).some(asks));
}

/** What a comparison becomes; `undefined` takes it out. */
export type Change = (comparison: Comparison) => Criterion | undefined;

/** A criterion with its comparisons changed; nothing where none is left. */
export function changedCriterion(criterion: Criterion, change: Change): Criterion | undefined {
  if ('not' in criterion) {
    const inner = changedCriterion(criterion.not, change);
    return inner && { not: inner };
  }
  if (!('all' in criterion || 'any' in criterion)) return change(criterion);
  const isAll = 'all' in criterion;
  const parts = (isAll ? criterion.all : criterion.any).flatMap((part) => changedCriterion(part, change) ?? []);
  const [only, ...others] = parts;
  if (others.length === 0) return only;
  return isAll ? { all: parts } : { any: parts };
}

/** The form with all conditions of its own changed. A route that loses its condition goes, unless it is the last. */
export function withConditions(files: FormFiles, change: Change): FormFiles {
  const { source } = files;
  const pages = source.pages.map((page): AnyPage => {
    const changed = changedWhen(page, change);
    if ('use' in changed) {
      const { with: changes } = changed;
      if (!changes || Object.values(changes).every(({ when }) => !when)) return changed;
      return {
        ...changed,
        with: Object.fromEntries(Object.entries(changes).map(([id, one]) => [id, changedWhen(one, change)])),
      };
    }
    const questions = changed.questions.map((question) => changedWhen(question, change));
    const links = changed.links?.map((link) => changedWhen(link, change));
    const isSame = questions.every((one, at) => one === changed.questions[at]);
    return { ...changed, ...(isSame ? {} : { questions }), ...(links ? { links } : {}) };
  });
  const routes = source.routes.flatMap((route, at) => {
    const changed = changedWhen(route, change);
    return route.when && !changed.when && at < source.routes.length - 1 ? [] : [changed];
  });
  const { namelessWhen, ...others } = source;
  const nameless = namelessWhen && changedCriterion(namelessWhen, change);
  return { ...files, source: { ...others, ...(nameless ? { namelessWhen: nameless } : {}), pages, routes } };
}

function changedWhen<Part extends { readonly when?: Criterion | undefined }>(part: Part, change: Change): Part {
  if (!part.when) return part;
  const when = changedCriterion(part.when, change);
  if (when === part.when) return part;
  if (when) return { ...part, when };
  const { when: _, ...rest } = part;
  return rest as Part;
}

/** Takes every comparison about some questions out. */
export const withoutQuestions =
  (ids: readonly string[]): Change =>
  (comparison) =>
    ids.includes(comparison.question) ? undefined : comparison;

/** Takes an option of a question out of what conditions name. */
export const withoutOption =
  (question: string, option: string): Change =>
  (comparison) => {
    if (comparison.question !== question) return comparison;
    if ('is' in comparison) return comparison.is === option ? undefined : comparison;
    if ('has' in comparison) return comparison.has === option ? undefined : comparison;
    const keep = (options: readonly string[]) => options.filter((one) => one !== option);
    if ('isOneOf' in comparison && comparison.isOneOf.includes(option)) {
      const left = keep(comparison.isOneOf);
      return left.length > 0 ? { question, isOneOf: left } : undefined;
    }
    if ('hasAnyOf' in comparison && comparison.hasAnyOf.includes(option)) {
      const left = keep(comparison.hasAnyOf);
      return left.length > 0 ? { question, hasAnyOf: left } : undefined;
    }
    return comparison;
  };

/** The options a comparison names. */
export function optionsNamedIn(comparison: Comparison): readonly string[] {
  if ('is' in comparison) return [comparison.is];
  if ('has' in comparison) return [comparison.has];
  if ('isOneOf' in comparison) return comparison.isOneOf;
  return 'hasAnyOf' in comparison ? comparison.hasAnyOf : [];
}

/** A choice of one becomes one of many, or the other way round: the conditions follow. */
export const asAskedNow =
  (question: string, isList: boolean): Change =>
  (comparison) => {
    if (comparison.question !== question) return comparison;
    if (isList && 'is' in comparison) return { question, has: comparison.is };
    if (isList && 'isOneOf' in comparison) return { question, hasAnyOf: comparison.isOneOf };
    if (!isList && 'has' in comparison) return { question, is: comparison.has };
    if (!isList && 'hasAnyOf' in comparison) return { question, isOneOf: comparison.hasAnyOf };
    return comparison;
  };

/** The questions renamed in a condition. */
export const withRenamed =
  (names: ReadonlyMap<string, string>): Change =>
  (comparison) => {
    const name = names.get(comparison.question);
    return name === undefined ? comparison : { ...comparison, question: name };
  };
