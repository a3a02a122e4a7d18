import { useState } from 'preact/hooks';
import { sentencesFor, type TranslationNote, takeTranslations } from '#core/forms/exchange/translate.ts';
import { fromTranslationCsv, toTranslationCsv } from '#core/forms/exchange/translation-csv.ts';
import { fromXliff, toXliff } from '#core/forms/exchange/xliff.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { saveFile } from '../../outbox/save-file.ts';
import { useEditing } from '../editing.ts';
import { Field } from '../fields/Field.tsx';
import { languageInWords } from '../in-words.ts';
import type { Session } from '../use-session.ts';

interface TranslationFilesProps {
  readonly language: string;
  readonly session: Session;
}

/** The sentences for a translator, as XLIFF or as a table, and what comes back. */
export function TranslationFiles({ language, session }: TranslationFilesProps) {
  const { files, words, typing, language: reader } = useEditing();
  const [report, show] = useState<{ readonly changed: number; readonly notes: readonly TranslationNote[] }>();
  const [problem, tell] = useState<string>();
  const name = `${files.source.id}.${language}`;
  const save = (file: string, text: string) => {
    saveFile(file, text);
    announce(words('files.saved'));
  };
  const languages = { source: files.sourceLanguage, target: language };
  const open = async (file: File | undefined) => {
    show(undefined);
    if (!file) return;
    const text = await file.text();
    const read = /^\s*</.test(text) ? fromXliff(text) : fromTranslationCsv(text);
    if (!read.ok) return refuse(words('languages.notTaken'));
    const other = read.value.language;
    if (other !== undefined && other !== language) {
      return refuse(words('languages.otherLanguage', { language: languageInWords(other, reader) }));
    }
    tell(undefined);
    const taken = takeTranslations(files, language, read.value.rows);
    // As one step, so that one Undo takes all of it back.
    const step = { do: 'setWords', language, at: 'title', text: taken.files.texts[language]?.title ?? '' } as const;
    const { past, now } = session.history;
    typing.current = undefined;
    if (taken.changed > 0) session.replace({ past: [...past, { step, files: now }], now: taken.files, future: [] });
    show({ changed: taken.changed, notes: taken.report });
    announce(words('languages.taken', { count: taken.changed }));
  };
  const refuse = (text: string) => {
    tell(text);
    announce(text);
  };
  return (
    <section>
      <h4>{words('languages.files')}</h4>
      <p>{words('languages.filesText')}</p>
      <div class="row-buttons">
        <button
          class="button button--secondary button--small"
          type="button"
          data-save="xliff"
          onClick={() => save(`${name}.xlf`, toXliff(sentencesFor(files, language), files.source.id, languages))}
        >
          {words('languages.saveXliff')}
        </button>
        <button
          class="button button--secondary button--small"
          type="button"
          data-save="csv"
          onClick={() => save(`${name}.csv`, toTranslationCsv(sentencesFor(files, language), languages))}
        >
          {words('languages.saveCsv')}
        </button>
      </div>
      <Field label={words('languages.open')} problem={problem}>
        {({ id, describedBy }) => (
          <input
            class="input"
            id={id}
            type="file"
            accept=".xlf,.xliff,.csv"
            aria-describedby={describedBy}
            data-open-translation
            onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
          />
        )}
      </Field>
      {report && (
        <div class="notice" data-taken={report.changed}>
          <p>{words('languages.taken', { count: report.changed })}</p>
          {report.notes.length > 0 && (
            <ul>
              {report.notes
                .filter(({ code }) => code !== 'empty')
                .map(({ code, key, params }) => (
                  <li key={`${code} ${key}`}>
                    <bdi dir="ltr">{key}</bdi> {words(`exchange.translated.${code}`, params)}
                  </li>
                ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
