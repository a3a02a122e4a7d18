import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ComponentChildren;
}

/** A label, a hint, what is to be put right, and the control they belong to, tied together for assistive technology. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class={problem ? 'field question--problem' : 'field'}>
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="question__problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children({ id, describedBy: described || undefined })}
    </div>
  );
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
  readonly focus?: string | undefined;
}

/** One of a list. */
export function ChoiceField({ label, hint, value, options, onChoose, focus }: ChoiceFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {({ id, describedBy }) => (
        <select
          class="input select"
          id={id}
          dir="auto"
          aria-describedby={describedBy}
          data-focus={focus}
          value={value}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          {options.map((one) => (
            <option key={one.id} value={one.id} selected={one.id === value}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TickFieldProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly focus?: string;
}

export function TickField({ label, isTicked, onTick, focus }: TickFieldProps) {
  return (
    <label class="choice choice--small field">
      <input
        type="checkbox"
        checked={isTicked}
        data-focus={focus}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
