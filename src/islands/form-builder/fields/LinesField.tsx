import type { Step } from '#core/forms/edit/step.ts';
import type { TextKey } from '#core/forms/edit/text-key.ts';
import { useEditing } from '../editing.ts';
import { directionOf } from '../in-words.ts';
import { Field } from './Field.tsx';
import { useTyped } from './use-typed.ts';

interface LinesFieldProps {
  /** Each line is the sentence `<stem>.<number>`. */
  readonly stem: 'intro' | `pages.${string}.body`;
  readonly label: string;
  readonly hint: string;
  readonly lines: readonly string[];
}

/** Paragraphs, one a line. */
export function LinesField({ stem, label, hint, lines }: LinesFieldProps) {
  const { files, take, data } = useEditing();
  const [typed, type] = useTyped(lines.join('\n'), stem);

  const write = (text: string) => {
    type(text);
    const wanted = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const count = Math.max(wanted.length, lines.length);
    // From the end, so that no line in between is empty when the list becomes shorter.
    const steps = Array.from({ length: count }, (_, place): Step => {
      const at = `${stem}.${place}` as TextKey;
      return { do: 'setWords', language: files.sourceLanguage, at, text: wanted[place] ?? '' };
    }).reverse();
    take(
      steps.filter((step) => step.do === 'setWords' && step.text !== (lines[Number(step.at.split('.').at(-1))] ?? '')),
      { by: stem },
    );
  };
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => (
        <textarea
          class="textarea textarea--low"
          id={id}
          rows={3}
          aria-describedby={describedBy}
          lang={files.sourceLanguage}
          dir={directionOf(files.sourceLanguage, data)}
          data-words={stem}
          value={typed}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      )}
    </Field>
  );
}
