import { bad, good, type Outcome } from '../../outcome.ts';
import { composeForm, groupsOf } from '../compose.ts';
import { composeText } from '../compose-text.ts';
import type { FormDefinition, FormText } from '../definition.ts';
import type { FormFiles } from '../edit/form-files.ts';
import type { FormFault } from '../fault.ts';
import type { FormContent } from '../from-content.ts';
import type { GroupSource, GroupTextSource } from '../parse-form.ts';

/** What a form is put together with: the shared groups, their words by language, and what the content offers. */
export interface Parts {
  readonly groups: {
    readonly [group: string]: {
      readonly source: GroupSource;
      readonly texts: { readonly [language: string]: GroupTextSource };
    };
  };
  readonly content: FormContent;
}

/** A form and its words as residents get them; its version is the hash of the definition, for whoever can hash. */
export interface PutTogether {
  readonly definition: FormDefinition;
  readonly text: { readonly [language: string]: FormText };
}

/** Puts a form's files together as the build does. The fault says which language it is in, if it is one of words. */
export function putTogether(
  { source, texts }: FormFiles,
  { groups, content }: Parts,
): Outcome<PutTogether, FormFault & { readonly language?: string }> {
  const composed = composeForm(
    source,
    new Map(Object.entries(groups).map(([id, group]) => [id, group.source])),
    content,
  );
  if (!composed.ok) return composed;

  const used = groupsOf(source);
  const text: Record<string, FormText> = {};
  for (const [language, words] of Object.entries(texts)) {
    const shared = used.flatMap((id) => groups[id]?.texts[language] ?? []);
    const worded = composeText(composed.value, words, shared, language);
    if (!worded.ok) return bad({ ...worded.problem, language });
    text[language] = worded.value;
  }
  return good({ definition: composed.value.definition, text });
}
