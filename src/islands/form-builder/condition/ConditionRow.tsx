import type { SourceQuestion } from '#core/forms/parse-form.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField, Field, TickField } from '../fields/Field.tsx';
import { nameOfOption, nameOfQuestion } from '../names.ts';
import { optionsAsked } from './asked-before.ts';
import { type Comparing, comparingsOf, type Row, valueKindOf } from './rows.ts';

interface ConditionRowProps {
  readonly row: Row;
  readonly number: number;
  readonly focus: string;
  readonly questions: readonly SourceQuestion[];
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

/** One line of a condition. */
export function ConditionRow({ row, number, focus, questions, onChange, onRemove }: ConditionRowProps) {
  const { files, shared, words } = useEditing();
  const question = questions.find(({ id }) => id === row.question);
  const comparings = question ? comparingsOf(question) : [row.comparing];
  const options = question ? optionsAsked(question, shared.content) : [];
  const named = options.map((id) => ({
    id,
    name: question?.kind === 'tick' ? words('condition.ticked') : nameOfOption(files, row.question, id, shared),
  }));

  const ask = (id: string) => {
    const asked = questions.find((one) => one.id === id);
    const [comparing] = asked ? comparingsOf(asked) : [];
    if (!asked || !comparing) return;
    const [first] = optionsAsked(asked, shared.content);
    onChange({ question: id, comparing, value: first === undefined ? [] : [first] });
  };
  const compare = (comparing: Comparing) => {
    const isSameKind = valueKindOf(comparing) === valueKindOf(row.comparing);
    const kind = valueKindOf(comparing);
    const first = kind === 'option' || kind === 'options' ? options.slice(0, 1) : [];
    onChange({ ...row, comparing, value: isSameKind ? row.value : first });
  };
  return (
    <fieldset class="condition-row">
      <legend class="visually-hidden">{words('condition.row', { number })}</legend>
      <ChoiceField
        label={words('condition.question')}
        focus={focus}
        value={row.question}
        options={questions.map(({ id }) => ({ id, name: nameOfQuestion(files, id, shared) }))}
        onChoose={ask}
      />
      <ChoiceField
        label={words('condition.comparing')}
        value={row.comparing}
        options={comparings.map((id) => ({ id, name: words(`comparing.${id}`) }))}
        onChoose={(id) => compare(id as Comparing)}
      />
      <Value row={row} named={named} onChange={(value) => onChange({ ...row, value })} />
      <button class="button button--quiet button--small" type="button" onClick={onRemove}>
        {words('condition.remove', { number })}
      </button>
    </fieldset>
  );
}

interface ValueProps {
  readonly row: Row;
  readonly named: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: readonly string[]) => void;
}

function Value({ row, named, onChange }: ValueProps) {
  const { words } = useEditing();
  const label = words('condition.value');
  switch (valueKindOf(row.comparing)) {
    case 'none':
      return null;
    case 'option':
      return <ChoiceField label={label} value={row.value[0] ?? ''} options={named} onChoose={(id) => onChange([id])} />;
    case 'options':
      return (
        <fieldset class="field">
          <legend class="field__label">{label}</legend>
          {named.map(({ id, name }) => (
            <TickField
              key={id}
              label={name}
              isTicked={row.value.includes(id)}
              onTick={(ticked) =>
                onChange(named.map((one) => one.id).filter((one) => (one === id ? ticked : row.value.includes(one))))
              }
            />
          ))}
        </fieldset>
      );
    case 'number':
    case 'date': {
      const isDate = valueKindOf(row.comparing) === 'date';
      return (
        <Field label={label} hint={isDate ? undefined : words('condition.numberHint')}>
          {({ id, describedBy }) => (
            <input
              class="input input--short"
              id={id}
              aria-describedby={describedBy}
              type={isDate ? 'date' : 'text'}
              inputMode={isDate ? undefined : 'decimal'}
              dir="ltr"
              autocomplete="off"
              value={row.value[0] ?? ''}
              onInput={({ currentTarget }) => onChange([currentTarget.value.trim()])}
            />
          )}
        </Field>
      );
    }
  }
}
