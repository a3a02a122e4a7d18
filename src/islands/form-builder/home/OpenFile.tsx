import { useState } from 'preact/hooks';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData } from '../builder-data.ts';
import { ChoiceField, Field } from '../fields/Field.tsx';
import type { Opened } from '../files/read-any.ts';
import { keptInWords, openProblemInWords } from '../files/report-words.ts';
import { focusSoon } from '../focus-soon.ts';

interface OpenFileProps {
  readonly data: BuilderData;
  readonly words: FormWords;
  readonly language: string;
  readonly onBegin: (files: FormFiles) => void;
}

/** Opens a form from a file: one saved here, or one of another program, with a report of what could not be kept. */
export function OpenFile({ data, words, language, onBegin }: OpenFileProps) {
  const [written, choose] = useState(language);
  const [opened, show] = useState<Opened>();
  const [problem, tell] = useState<string>();
  const open = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    show(undefined);
    announce(words('open.reading'));
    try {
      const { readAny } = await import('../files/read-any.ts');
      const read = await readAny(chosen, { language: written });
      tell(read.ok ? undefined : openProblemInWords(read.problem, words));
      if (!read.ok) return announce(openProblemInWords(read.problem, words));
      show(read.value);
      focusSoon('opened');
    } catch {
      tell(words('notLoaded'));
    }
  };
  return (
    <section>
      <h2>{words('open.title')}</h2>
      <p>{words('open.text')}</p>
      <ChoiceField label={words('open.language')} value={written} options={data.languages} onChoose={choose} />
      <Field label={words('open.file')} problem={problem}>
        {({ id, describedBy }) => (
          <input
            class="input"
            id={id}
            type="file"
            multiple
            accept=".json,.zip,.xlsx,application/json"
            aria-describedby={describedBy}
            data-open-file
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])];
              void open(chosen);
            }}
          />
        )}
      </Field>
      {opened && <Report opened={opened} words={words} onBegin={onBegin} />}
    </section>
  );
}

interface ReportProps {
  readonly opened: Opened;
  readonly words: FormWords;
  readonly onBegin: (files: FormFiles) => void;
}

function Report({ opened: { files, report }, words, onBegin }: ReportProps) {
  const title = files.texts[files.sourceLanguage]?.title ?? files.source.id;
  return (
    <div class="notice" data-opened>
      <h3 tabIndex={-1} data-focus="opened">
        {words('open.read', { name: title })}
      </h3>
      {report.length === 0 ? (
        <p>{words('open.all')}</p>
      ) : (
        <>
          <p>{words('open.kept', { count: report.length })}</p>
          <ul>
            {report.map((kept) => (
              <li key={JSON.stringify(kept)} data-kept={kept.code}>
                {keptInWords(kept, words)}
              </li>
            ))}
          </ul>
        </>
      )}
      <button class="button button--small" type="button" onClick={() => onBegin(files)}>
        {words('open.go')}
      </button>
    </div>
  );
}
