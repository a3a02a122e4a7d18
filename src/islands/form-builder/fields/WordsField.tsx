import { useEffect, useState } from 'preact/hooks';
import type { TextKey } from '#core/forms/edit/text-key.ts';
import { wordsAt } from '#core/forms/edit/words.ts';
import { useEditing } from '../editing.ts';
import { directionOf, problemInWords } from '../in-words.ts';
import { Field } from './Field.tsx';
import { useTyped } from './use-typed.ts';

interface WordsFieldProps {
  readonly at: TextKey;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows?: number;
  /** Left out: the language that the form is written in. */
  readonly language?: string;
  /** Words that stand there while the form has none of its own. */
  readonly instead?: string | undefined;
  readonly focus?: string;
}

/** One sentence of the form. It is the form's at each letter; what cannot be (a question without a label) stays here and says why. */
export function WordsField({ at, label, hint, rows, language, instead, focus }: WordsFieldProps) {
  const editing = useEditing();
  const { files, take } = editing;
  const written = language ?? files.sourceLanguage;
  const stored = wordsAt(files.texts[written], at) ?? '';
  const key = `${written} ${at}`;
  const [typed, type] = useTyped(stored, key);
  const [problem, tell] = useState<string>();
  useEffect(() => tell(undefined), [stored]);

  const write = (text: string) => {
    type(text);
    const refusal = take({ do: 'setWords', language: written, at, text }, { by: key });
    tell(refusal && problemInWords(refusal, editing));
  };
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => {
        const shared = {
          id,
          'aria-describedby': describedBy,
          'aria-invalid': problem ? ('true' as const) : undefined,
          lang: written,
          dir: directionOf(written, editing.data),
          value: typed,
          placeholder: instead,
          'data-focus': focus,
          'data-words': at,
          onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
            write(currentTarget.value),
        };
        return rows ? (
          <textarea {...shared} class="textarea textarea--low" rows={rows} />
        ) : (
          <input {...shared} class="input" type="text" autocomplete="off" />
        );
      }}
    </Field>
  );
}
