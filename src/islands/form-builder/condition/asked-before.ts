import { type Groups, questionsOn } from '#core/forms/edit/find.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { pageKeys } from '#core/forms/edit/page-keys.ts';
import type { SetCondition } from '#core/forms/edit/step.ts';
import type { SourceQuestion } from '#core/forms/parse-form.ts';

/** Whose condition it is: what `setCondition` names. */
export type Owner =
  | { readonly what: 'page' | 'question'; readonly id: string }
  | { readonly what: 'link'; readonly id: string; readonly link: number }
  | { readonly what: 'route'; readonly route: number };

export const setCondition = (owner: Owner, when: SetCondition['when']): SetCondition =>
  ({ do: 'setCondition', ...owner, when }) as SetCondition;

/** The questions that a condition may ask about: those asked before. */
export function askedBefore({ source }: FormFiles, owner: Owner, groups: Groups): readonly SourceQuestion[] {
  const before: SourceQuestion[] = [];
  const keys = pageKeys(source.pages);
  for (const [at, page] of source.pages.entries()) {
    if (owner.what === 'page' && keys[at] === owner.id) return before;
    for (const question of questionsOn(page, groups)) {
      if (owner.what === 'question' && question.id === owner.id) return before;
      before.push(question);
    }
    // A link of a page may depend on what the page itself asks.
    if (owner.what === 'link' && keys[at] === owner.id) return before;
  }
  return before;
}

/** The options of a question, its own and those of the content it names. */
export function optionsAsked(
  question: SourceQuestion,
  content: { readonly [kind: string]: readonly { readonly id: string; readonly programme?: string }[] },
): readonly string[] {
  if (question.kind === 'tick') return ['yes'];
  const { options = [], optionsFrom, also = [], where } = question as SourceQuestion & { options?: readonly string[] };
  if (!optionsFrom) return options;
  const offered = (content[optionsFrom] ?? []).filter(
    ({ programme }) => where?.programme === undefined || programme === where.programme,
  );
  return [...offered.map(({ id }) => id), ...also];
}
