import type { QuestionKind } from '#core/forms/definition.ts';
import { KINDS } from '#core/forms/kinds/kinds.ts';
import type { FormWords } from '#ui/form/form-words.ts';

/** The kinds of question by name, in the order in which people need them. */
export function namedKinds(words: FormWords): readonly { readonly id: QuestionKind; readonly name: string }[] {
  return (Object.keys(KINDS) as QuestionKind[]).map((id) => ({ id, name: words(`kind.${id}`) }));
}
