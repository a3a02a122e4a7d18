import type { SourceQuestion } from '#core/forms/parse-form.ts';

/** The options that an author may change: not those of the content. */
export function ownOptions(question: SourceQuestion): readonly string[] {
  const { options, optionsFrom, also } = question as SourceQuestion & { readonly options?: readonly string[] };
  return (optionsFrom ? also : options) ?? [];
}

export const hasOptions = ({ kind }: SourceQuestion) => kind === 'one-of' || kind === 'some-of' || kind === 'scale';
