import { useState } from 'preact/hooks';
import { useEditing } from '../editing.ts';
import { ChoiceField, Field } from '../fields/Field.tsx';
import { directionOf, problemInWords } from '../in-words.ts';
import { nameOfGroup } from '../names.ts';
import { PanelHead } from './PanelHead.tsx';

type Sort = 'questions' | 'exit' | 'shared';

/** A page about to be added: with questions, with advice where the form ends, or one that other forms share. */
export function NewPage({ after }: { readonly after: string | undefined }) {
  const editing = useEditing();
  const { files, shared, take, words, choose, data } = editing;
  const groups = Object.keys(shared.groups).map((id) => ({ id, name: nameOfGroup(id, files.sourceLanguage, shared) }));
  const [sort, chooseSort] = useState<Sort>('questions');
  const [title, typeTitle] = useState('');
  const [group, chooseGroup] = useState(groups[0]?.id ?? '');
  const [problem, tell] = useState<string>();
  const add = (event: Event) => {
    event.preventDefault();
    const place = after ? { after } : {};
    const refusal = take(
      sort === 'shared'
        ? { do: 'addPage', use: group, ...place }
        : { do: 'addPage', title, ...place, ...(sort === 'exit' ? { exit: true as const } : {}) },
      { go: true, focus: 'panel' },
    );
    tell(refusal && problemInWords(refusal, editing));
  };
  const leave = () => choose(after ? { at: 'page', page: after } : { at: 'form' }, 'panel');
  return (
    <section aria-labelledby="panel-title">
      <PanelHead above={words('outline.title')} title={words('newPage.title')} />
      <form class="builder-form" onSubmit={add}>
        {sort !== 'shared' && (
          <Field label={words('page.title')} problem={problem}>
            {({ id, describedBy }) => (
              <input
                class="input"
                id={id}
                type="text"
                autocomplete="off"
                aria-describedby={describedBy}
                aria-invalid={problem ? 'true' : undefined}
                lang={files.sourceLanguage}
                dir={directionOf(files.sourceLanguage, data)}
                data-focus="new-title"
                value={title}
                onInput={({ currentTarget }) => typeTitle(currentTarget.value)}
              />
            )}
          </Field>
        )}
        <ChoiceField
          label={words('newPage.sort')}
          value={sort}
          options={(['questions', 'exit', 'shared'] as const).map((id) => ({ id, name: words(`newPage.${id}`) }))}
          onChoose={(one) => chooseSort(one as Sort)}
        />
        {sort === 'shared' && (
          <ChoiceField
            label={words('newPage.group')}
            hint={words('newPage.groupHint')}
            value={group}
            options={groups}
            onChoose={chooseGroup}
          />
        )}
        <div class="row-buttons">
          <button class="button button--small" type="submit">
            {words('newPage.add')}
          </button>
          <button class="button button--secondary button--small" type="button" onClick={leave}>
            {words('cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
