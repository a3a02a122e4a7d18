import { useState } from 'preact/hooks';
import { formatFormFiles } from '#core/forms/exchange/format-files.ts';
import { toJsonSchema } from '#core/forms/exchange/json-schema-export.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { saveFile } from '../../outbox/save-file.ts';
import { useEditing } from '../editing.ts';
import { ViewHead } from '../editor/ViewHead.tsx';
import { ChoiceField } from '../fields/Field.tsx';
import { nameOfLanguage } from '../in-words.ts';
import { composeDraft } from '../preview/compose-draft.ts';
import { toBundle } from './bundle.ts';

/** The form as files: to keep, to carry, to review. */
export function FilesView() {
  const { files, words } = useEditing();
  const { id } = files.source;
  const save = (name: string, text: string) => {
    saveFile(name, text);
    announce(words('files.saved'));
  };
  return (
    <>
      <ViewHead title={words('view.files')} lead={words('files.lead')} />
      <p>{words('files.saveText')}</p>
      <button
        class="button button--small"
        type="button"
        data-save="bundle"
        onClick={() => save(`${id}.form.json`, toBundle(files))}
      >
        {words('files.save')}
      </button>
      <SchemaExport onSave={save} />
      <h4>{words('files.folder')}</h4>
      <p>{words('files.folderText', { id })}</p>
      <div class="row-buttons">
        {Object.entries(formatFormFiles(files)).map(([name, text]) => (
          <button
            key={name}
            class="button button--secondary button--small"
            type="button"
            onClick={() => save(name, text)}
          >
            {words('files.one', { file: name })}
          </button>
        ))}
      </div>
    </>
  );
}

function SchemaExport({ onSave }: { readonly onSave: (name: string, text: string) => void }) {
  const { files, known, words, data } = useEditing();
  const [chosen, choose] = useState(files.sourceLanguage);
  const language = files.texts[chosen] ? chosen : files.sourceLanguage;
  const fillers = { why: '', body: '', recipient: '', option: '', limit: '' };
  const composed = composeDraft(files, known, language, { ...fillers, why: words('filler.why') });
  const saveSchema = () => {
    const text = composed?.text[language];
    if (!composed || !text) return;
    const { schema, uiSchema } = toJsonSchema(composed.definition, text, language);
    onSave(`${files.source.id}.schema.json`, `${JSON.stringify({ schema, uiSchema }, null, 2)}\n`);
  };
  return (
    <>
      <h4>{words('files.schemaTitle')}</h4>
      <p>{words('files.schemaText')}</p>
      <ChoiceField
        label={words('preview.language')}
        value={language}
        options={Object.keys(files.texts).map((id) => ({ id, name: nameOfLanguage(id, data) }))}
        onChoose={choose}
      />
      {composed ? (
        <button class="button button--secondary button--small" type="button" onClick={saveSchema}>
          {words('files.schema')}
        </button>
      ) : (
        <p>{words('files.contradicts')}</p>
      )}
    </>
  );
}
