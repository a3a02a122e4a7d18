import { useEffect, useState } from 'preact/hooks';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData } from '../builder-data.ts';
import { ChoiceField, Field } from '../fields/Field.tsx';
import { newForm } from '../new-draft.ts';
import { fromTemplate, readTemplates, type Template } from './templates.ts';

interface NewFormProps {
  readonly data: BuilderData;
  readonly words: FormWords;
  readonly language: string;
  readonly onBegin: (files: FormFiles) => void;
}

/** A new form: empty, or with what forms of its sort usually ask. */
export function NewForm({ data, words, language, onBegin }: NewFormProps) {
  const [title, type] = useState('');
  const [written, choose] = useState(language);
  const [problem, tell] = useState<string>();
  const [templates, show] = useState<readonly Template[]>([]);
  useEffect(() => {
    void readTemplates().then(show, () => undefined);
  }, []);
  const begin = (event: Event) => {
    event.preventDefault();
    const name = title.trim();
    tell(name === '' ? words('new.needsTitle') : undefined);
    if (name !== '') onBegin(newForm(name, written));
  };
  return (
    <>
      <h2>{words('new.title')}</h2>
      <form class="builder-form" onSubmit={begin}>
        <Field label={words('form.title')} hint={words('new.titleHint')} problem={problem}>
          {({ id, describedBy }) => (
            <input
              class="input"
              id={id}
              type="text"
              autocomplete="off"
              dir="auto"
              lang={written}
              aria-describedby={describedBy}
              aria-invalid={problem ? 'true' : undefined}
              data-focus="new-form"
              value={title}
              onInput={({ currentTarget }) => type(currentTarget.value)}
            />
          )}
        </Field>
        <ChoiceField label={words('new.language')} value={written} options={data.languages} onChoose={choose} />
        <button class="button button--small" type="submit">
          {words('new.begin')}
        </button>
      </form>
      {templates.length > 0 && (
        <>
          <h2>{words('new.templates')}</h2>
          <p>{words('new.templatesText')}</p>
          <ul class="form-list">
            {templates.map((template) => {
              const text = template.texts[language] ?? template.texts['en'];
              return (
                <li key={template.source.id} class="form-list__one" data-template={template.source.id}>
                  <h3>{text?.title}</h3>
                  <p>{template.purpose[language] ?? template.purpose['en']}</p>
                  <button
                    class="button button--secondary button--small"
                    type="button"
                    onClick={() => onBegin(fromTemplate(template, language))}
                  >
                    {words('new.fromTemplate')} <span class="visually-hidden">{text?.title}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
