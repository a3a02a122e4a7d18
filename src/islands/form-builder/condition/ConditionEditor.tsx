import { useEffect, useState } from 'preact/hooks';
import type { Criterion } from '#core/criteria/criterion.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField } from '../fields/Field.tsx';
import { useTyped } from '../fields/use-typed.ts';
import { focusSoon } from '../focus-soon.ts';
import { problemInWords } from '../in-words.ts';
import { askedBefore, type Owner, optionsAsked, setCondition } from './asked-before.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { conditionWords } from './condition-words.ts';
import { comparingsOf, fromRows, type Row, type Rows, toRows } from './rows.ts';

interface ConditionEditorProps {
  readonly owner: Owner;
  readonly when: Criterion | undefined;
  /** What is asked, shown or taken only then. */
  readonly title: string;
}

/** A condition made by picking question, comparison and value: never by typing code. */
export function ConditionEditor({ owner, when, title }: ConditionEditorProps) {
  const editing = useEditing();
  const { files, groups, shared, take, words } = editing;
  const key = `condition:${JSON.stringify(owner)}`;
  const [rows, show] = useTyped<Rows | undefined>(toRows(when), key);
  const [lacks, tell] = useState<string>();
  useEffect(() => tell(undefined), [JSON.stringify(when)]);

  const questions = askedBefore(files, owner, groups);
  const set = (next: Rows) => {
    show(next);
    const made = fromRows(next);
    if (!made) return tell(words('condition.incomplete'));
    const refusal = take(setCondition(owner, made.when), { by: key });
    tell(refusal && problemInWords(refusal, editing));
  };
  const firstRow = (): Row | undefined => {
    const question = questions.at(-1);
    const [comparing] = question ? comparingsOf(question) : [];
    if (!question || !comparing) return undefined;
    const [option] = optionsAsked(question, shared.content);
    return { question: question.id, comparing, value: option === undefined ? [] : [option] };
  };
  const add = () => {
    const row = firstRow();
    if (!row) return;
    set({ join: rows?.join ?? 'all', rows: [...(rows?.rows ?? []), row] });
    focusSoon(`${key}:row:${(rows?.rows.length ?? 0) + 1}`);
  };
  const remove = (place: number) => {
    if (!rows) return;
    set({ ...rows, rows: rows.rows.filter((_, at) => at !== place) });
    announce(words('condition.removed'));
    focusSoon(`${key}:add`);
  };
  return (
    <details class="builder-part" open={when !== undefined}>
      <summary>{title}</summary>
      {when ? (
        <p>{words('condition.now', { condition: conditionWords(when, editing) })}</p>
      ) : (
        <p>{words('condition.none')}</p>
      )}
      {rows === undefined && (
        <p>
          {words('condition.involved')}{' '}
          <button
            class="button button--secondary button--small"
            type="button"
            onClick={() => set({ join: 'all', rows: [] })}
          >
            {words('condition.replace')}
          </button>
        </p>
      )}
      {rows && rows.rows.length > 1 && (
        <ChoiceField
          label={words('condition.join')}
          value={rows.join}
          options={[
            { id: 'all', name: words('condition.all') },
            { id: 'any', name: words('condition.any') },
          ]}
          onChoose={(join) => set({ ...rows, join: join === 'any' ? 'any' : 'all' })}
        />
      )}
      {rows?.rows.map((row, place) => (
        <ConditionRow
          key={place}
          row={row}
          number={place + 1}
          focus={`${key}:row:${place + 1}`}
          questions={questions}
          onChange={(changed) => set({ ...rows, rows: rows.rows.map((one, at) => (at === place ? changed : one)) })}
          onRemove={() => remove(place)}
        />
      ))}
      {lacks && <p class="question__problem">{lacks}</p>}
      {questions.length === 0 ? (
        <p>{words('condition.nothingBefore')}</p>
      ) : (
        rows && (
          <button class="button button--secondary button--small" type="button" onClick={add} data-focus={`${key}:add`}>
            {words(rows.rows.length === 0 ? 'condition.add' : 'condition.addAnother')}
          </button>
        )
      )}
    </details>
  );
}
