import { useState } from 'preact/hooks';
import { CONTENT_KINDS } from '#core/forms/from-content.ts';
import type { SourceQuestion } from '#core/forms/parse-form.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField, Field } from '../fields/Field.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { focusSoon } from '../focus-soon.ts';
import { directionOf, problemInWords } from '../in-words.ts';
import { nameOfOption } from '../names.ts';
import { ownOptions } from './options.ts';
import { SmallButton } from './SmallButton.tsx';

/** What people may choose from: options of the form's own, those of the content, or both. */
export function OptionsEditor({ question }: { readonly question: SourceQuestion }) {
  const { files, shared, take, words } = useEditing();
  const options = ownOptions(question);
  const nameOf = (option: string) => nameOfOption(files, question.id, option, shared);
  const move = (option: string, by: 1 | -1) =>
    take({ do: 'move', what: 'option', id: option, question: question.id, by });
  const remove = (option: string, place: number) => {
    const step = { do: 'remove', what: 'option', id: option, question: question.id, withConditions: true } as const;
    if (take(step)) return;
    const next = options[place + 1] ?? options[place - 1];
    focusSoon(next ? `option:${next}` : 'new-option');
  };
  return (
    <fieldset class="builder-part">
      <legend class="field__label">{words('options.title')}</legend>
      {question.kind !== 'scale' && <FromContent question={question} />}
      <ol class="option-list">
        {options.map((option, place) => (
          <li key={option}>
            <WordsField
              at={`questions.${question.id}.options.${option}`}
              label={words('options.one', { number: place + 1 })}
              instead={nameOf(option)}
              focus={`option:${option}`}
            />
            <div class="row-buttons">
              <SmallButton
                text={words('move.up')}
                about={nameOf(option)}
                isOff={place === 0}
                onPress={() => move(option, -1)}
              />
              <SmallButton
                text={words('move.down')}
                about={nameOf(option)}
                isOff={place === options.length - 1}
                onPress={() => move(option, 1)}
              />
              <SmallButton text={words('remove')} about={nameOf(option)} onPress={() => remove(option, place)} />
            </div>
          </li>
        ))}
      </ol>
      <AddOption question={question.id} />
    </fieldset>
  );
}

/** Enter adds what is typed, and the next can be typed at once. */
function AddOption({ question }: { readonly question: string }) {
  const editing = useEditing();
  const { files, take, words, data } = editing;
  const [typed, type] = useState('');
  const [problem, tell] = useState<string>();
  const add = () => {
    const refusal = take({ do: 'addOption', question, label: typed });
    tell(refusal && problemInWords(refusal, editing));
    if (!refusal) type('');
    focusSoon('new-option');
  };
  return (
    <div class="option-new">
      <Field label={words('options.new')} hint={words('options.newHint')} problem={problem}>
        {({ id, describedBy }) => (
          <input
            class="input"
            id={id}
            type="text"
            autocomplete="off"
            aria-describedby={describedBy}
            lang={files.sourceLanguage}
            dir={directionOf(files.sourceLanguage, data)}
            data-focus="new-option"
            value={typed}
            onInput={({ currentTarget }) => type(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey) return;
              event.preventDefault();
              add();
            }}
          />
        )}
      </Field>
      <button class="button button--secondary button--small" type="button" onClick={add}>
        {words('options.add')}
      </button>
    </div>
  );
}

/** A group picker and its like: the options are what the site has at the time. */
function FromContent({ question }: { readonly question: SourceQuestion }) {
  const { take, words, data } = useEditing();
  const { optionsFrom, where } = question;
  const set = (facts: { optionsFrom?: SourceQuestion['optionsFrom']; where?: SourceQuestion['where'] }) =>
    take({ do: 'setFact', question: question.id, set: facts });
  return (
    <>
      <ChoiceField
        label={words('options.from')}
        value={optionsFrom ?? ''}
        options={[
          { id: '', name: words('options.ownOnly') },
          ...CONTENT_KINDS.map((kind) => ({ id: kind, name: words(`content.${kind}`) })),
        ]}
        onChoose={(kind) =>
          set(
            kind === ''
              ? { optionsFrom: undefined, where: undefined }
              : { optionsFrom: kind as NonNullable<SourceQuestion['optionsFrom']> },
          )
        }
      />
      {optionsFrom && (
        <ChoiceField
          label={words('options.programme')}
          value={where?.programme ?? ''}
          options={[{ id: '', name: words('options.everyProgramme') }, ...data.programmes]}
          onChoose={(programme) => set({ where: programme === '' ? undefined : { programme } })}
        />
      )}
    </>
  );
}
