import { comparisonsIn } from '../../criteria/criterion.ts';
import { assembleForm, type Composed } from '../compose.ts';
import type { FormDefinition, FormPage, Question } from '../definition.ts';
import { KINDS } from '../kinds/kinds.ts';
import type { FormSource, SourcePage, SourceQuestion, UsePage } from '../parse-form.ts';
import { type Change, changedCriterion, optionsNamedIn } from './conditions.ts';
import { questionsUsed } from './find.ts';
import type { Known } from './known.ts';
import { withKey, without } from './own.ts';
import { type AnyPage, pageKeys } from './page-keys.ts';

/** Stands where a choice has nothing to choose from yet. */
export const NO_OPTION_YET = 'no-option-yet';

/** A form that is being worked on, put together as far as it goes. */
export interface Assembled {
  /** With all conditions as they are written. */
  readonly composed: Composed;
  /** Without the conditions that make no sense: it can be walked through. */
  readonly sound: FormDefinition;
  /** The page of the author's form that a page was put together from, by the name steps have for it. */
  readonly keyOf: (page: string) => string;
}

/** Puts a form together although it has faults: what cannot be used is left out, or stood in for. */
export function assembleAnyway(source: FormSource, { groups, content }: Known): Assembled | undefined {
  const keys = pageKeys(source.pages);
  const keyOf = new Map<string, string>();
  const questions = new Set<string>();
  const pages = source.pages.flatMap((page, at): AnyPage[] => {
    const key = keys[at] ?? '';
    if ('use' in page) {
      const group = groups.get(page.use);
      for (const { id } of group?.pages ?? []) if (!keyOf.has(id)) keyOf.set(id, key);
      return group ? [usable(page, groups)] : [];
    }
    if (keyOf.has(page.id)) return [];
    keyOf.set(page.id, key);
    return [usableOwn(page, questions, { groups, content })];
  });
  const composed = assembleForm({ ...source, pages }, groups, content);
  if (!composed.ok) return undefined;
  const { copies, definition } = composed.value;
  return {
    composed: composed.value,
    sound: soundOf(definition),
    keyOf: (page) => keyOf.get(copies.get(page)?.of ?? page) ?? page,
  };
}

function usable(page: UsePage, groups: Known['groups']): UsePage {
  const asked = new Set(questionsUsed({ use: page.use }, groups).map(({ id }) => id));
  const only = page.only?.filter((id) => asked.has(id));
  const kept = without(page.with ?? {}, (id) => !asked.has(id));
  return withKey(withKey(page, 'only', only), 'with', Object.keys(kept).length > 0 ? kept : undefined);
}

function usableOwn(page: SourcePage, seen: Set<string>, known: Pick<Known, 'groups' | 'content'>): SourcePage {
  const questions = page.questions.flatMap((question): SourceQuestion[] => {
    if (seen.has(question.id)) return [];
    seen.add(question.id);
    return [withSomeOption(question, known)];
  });
  const isPlain = questions.length === 0 || page.exit;
  return {
    ...withKey(withKey(page, 'repeat', isPlain ? undefined : page.repeat), 'linksFrom', undefined),
    questions,
  };
}

/** Something to choose from, whatever the question lacks. */
function withSomeOption(question: SourceQuestion, { content }: Pick<Known, 'content'>): SourceQuestion {
  if (!('options' in KINDS[question.kind].facts)) return question;
  const { options, optionsFrom, where, also, ...rest } = question as SourceQuestion & { options?: readonly string[] };
  const offered = optionsFrom
    ? content[optionsFrom].filter(
        (one) =>
          (where?.programme === undefined || one.programme === where.programme) &&
          (where?.kind === undefined || one.kind === where.kind),
      )
    : [];
  const all = [...(options ?? []), ...offered.map(({ id }) => id), ...(also ?? [])];
  if (optionsFrom && !options && offered.length > 0) return question;
  return { ...rest, options: all.length > 0 ? [...new Set(all)] : [NO_OPTION_YET] } as SourceQuestion;
}

/** The form without what its conditions ask in vain: of questions that do not come before, of options that are not there. */
function soundOf(form: FormDefinition): FormDefinition {
  const before = new Map<string, Question>();
  const ids = new Set<string>();
  const change: Change = (comparison) => {
    const asked = before.get(comparison.question);
    if (!asked) return undefined;
    const isKnown = !('options' in asked) || optionsNamedIn(comparison).every((one) => asked.options.includes(one));
    return isKnown ? comparison : undefined;
  };
  const sound = <Part extends { readonly when?: FormPage['when'] | undefined }>(part: Part): Part => {
    if (!part.when) return part;
    const isSound = comparisonsIn(part.when).every((one) => change(one) === one);
    return isSound ? part : withKey(part, 'when', changedCriterion(part.when, change));
  };
  const pages: FormPage[] = [];
  for (const one of form.pages) {
    if (ids.has(one.id)) continue;
    ids.add(one.id);
    const page = sound(one);
    const questions: Question[] = [];
    for (const question of page.questions) {
      if (before.has(question.id)) continue;
      questions.push(sound(question));
      before.set(question.id, question);
    }
    const links = page.links?.map(sound);
    const kept = page.exit && !page.when ? withKey(page, 'exit', undefined) : page;
    pages.push({ ...kept, questions, ...(links ? { links } : {}) });
  }
  const { when: namelessWhen } = sound({ when: form.namelessWhen });
  return withKey({ ...form, pages, routes: form.routes.map(sound) }, 'namelessWhen', namelessWhen);
}
