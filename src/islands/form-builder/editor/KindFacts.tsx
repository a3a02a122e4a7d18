import { useEffect, useState } from 'preact/hooks';
import type { Facts } from '#core/forms/edit/step.ts';
import type { SourceQuestion } from '#core/forms/parse-form.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField, Field } from '../fields/Field.tsx';
import { useTyped } from '../fields/use-typed.ts';
import { WordsField } from '../fields/WordsField.tsx';
import { OptionsEditor } from './OptionsEditor.tsx';
import { hasOptions } from './options.ts';

/** What a question of its kind needs besides words: options, length, limits. */
export function KindFacts({ question }: { readonly question: SourceQuestion }) {
  const { take, words } = useEditing();
  const set = (facts: Facts) =>
    take({ do: 'setFact', question: question.id, set: facts }, { by: Object.keys(facts)[0] ?? '' }) === undefined;
  if (hasOptions(question)) return <OptionsEditor question={question} />;
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return (
        <NumberField
          fact="maxLength"
          label={words('fact.maxLength')}
          value={question.maxLength}
          onNumber={(maxLength) => set({ maxLength })}
        />
      );
    case 'whole-number':
      return (
        <>
          <NumberField
            fact="least"
            label={words('fact.least')}
            value={question.least}
            onNumber={(least) => set({ least })}
          />
          <NumberField
            fact="most"
            label={words('fact.most')}
            value={question.most}
            onNumber={(most) => set({ most })}
          />
        </>
      );
    case 'date':
      return <DateFacts question={question} onSet={set} />;
    default:
      return null;
  }
}

interface NumberFieldProps {
  readonly fact: string;
  readonly label: string;
  readonly value: number;
  readonly onNumber: (value: number) => boolean;
}

/** A whole number. What is none stays in the field, and the form keeps the number before. */
function NumberField({ fact, label, value, onNumber }: NumberFieldProps) {
  const { words } = useEditing();
  const [typed, type] = useTyped(String(value), fact);
  const [problem, tell] = useState<string>();
  useEffect(() => tell(undefined), [value]);
  const write = (text: string) => {
    type(text);
    const isNumber = /^-?\d{1,9}$/.test(text.trim());
    tell(isNumber && onNumber(Number(text)) ? undefined : words('fact.wholeNumber'));
  };
  return (
    <Field label={label} problem={problem}>
      {({ id, describedBy }) => (
        <input
          class="input input--short"
          id={id}
          type="text"
          inputMode="numeric"
          dir="ltr"
          autocomplete="off"
          aria-describedby={describedBy}
          aria-invalid={problem ? 'true' : undefined}
          value={typed}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface DateFactsProps {
  readonly question: Extract<SourceQuestion, { kind: 'date' }>;
  readonly onSet: (facts: Facts) => boolean;
}

function DateFacts({ question, onSet }: DateFactsProps) {
  const { words } = useEditing();
  const limits = [
    ['notBefore', 'tooEarly'],
    ['notAfter', 'tooLate'],
  ] as const;
  return (
    <>
      <ChoiceField
        label={words('fact.parts')}
        value={question.parts}
        options={[
          { id: 'day', name: words('fact.day') },
          { id: 'month', name: words('fact.month') },
        ]}
        onChoose={(parts) => onSet({ parts: parts === 'month' ? 'month' : 'day' })}
      />
      {limits.map(([name, problem]) => (
        <div key={name}>
          <Field label={words(`fact.${name}`)} hint={words('fact.limitHint')}>
            {({ id, describedBy }) => (
              <input
                class="input input--short"
                id={id}
                type="date"
                aria-describedby={describedBy}
                value={question[name] ?? ''}
                onChange={({ currentTarget }) => onSet({ [name]: currentTarget.value || undefined })}
              />
            )}
          </Field>
          {question[name] && (
            <WordsField
              at={`questions.${question.id}.problems.${problem}`}
              label={words(`fact.${problem}`)}
              hint={words('fact.problemHint')}
            />
          )}
        </div>
      ))}
    </>
  );
}
