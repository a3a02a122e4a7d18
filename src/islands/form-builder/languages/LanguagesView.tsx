import { useState } from 'preact/hooks';
import { languagesOf } from '#core/forms/edit/form-files.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { wordsAt } from '#core/forms/edit/words.ts';
import { type Sentence, sentencesFor } from '#core/forms/exchange/translate.ts';
import { placeInWords } from '../check/finding-words.ts';
import { useEditing } from '../editing.ts';
import { SmallButton } from '../editor/SmallButton.tsx';
import { ViewHead } from '../editor/ViewHead.tsx';
import type { ViewProps } from '../editor/ViewOf.tsx';
import { ChoiceField, TickField } from '../fields/Field.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { focusSoon } from '../focus-soon.ts';
import { directionOf, languageInWords, nameOfLanguage } from '../in-words.ts';
import { TranslationFiles } from './TranslationFiles.tsx';

/** Each sentence beside its translation, and what is new or out of date. */
export function LanguagesView({ session }: ViewProps) {
  const { files, take, words, data, language: reader } = useEditing();
  const others = languagesOf(files).slice(1);
  const addable = data.languages.filter(({ id }) => id !== files.sourceLanguage && !others.includes(id));
  const [chosen, choose] = useState<string>();
  const [onlyToDo, filter] = useState(false);
  const language = chosen !== undefined && others.includes(chosen) ? chosen : others[0];
  const add = (id: string) => {
    // Who receives it the site has in words already.
    const recipients = data.recipients.flatMap(({ id: recipient, words: worded }): readonly Step[] => {
      const isNamed = files.source.routes.some((route) => route.recipient === recipient);
      const text = worded[id];
      return isNamed && text ? [{ do: 'setWords', language: id, at: `recipients.${recipient}`, text }] : [];
    });
    if (take([{ do: 'addLanguage', language: id }, ...recipients])) return;
    choose(id);
    focusSoon('language');
  };
  const remove = () => {
    if (!language) return;
    take({ do: 'removeLanguage', language });
    focusSoon('view');
  };
  return (
    <>
      <ViewHead
        title={words('view.languages')}
        lead={words('languages.lead', { language: languageInWords(files.sourceLanguage, reader) })}
      />
      {addable.length > 0 && (
        <div class="row-buttons">
          {addable.map(({ id }) => (
            <button
              key={id}
              class="button button--secondary button--small"
              type="button"
              onClick={() => add(id)}
              data-add-language={id}
            >
              {words('languages.add', { language: languageInWords(id, reader) })}
            </button>
          ))}
        </div>
      )}
      {language === undefined ? (
        <p>{words('languages.none')}</p>
      ) : (
        <>
          <ChoiceField
            label={words('languages.choose')}
            value={language}
            options={others.map((id) => ({ id, name: nameOfLanguage(id, data) }))}
            onChoose={choose}
            focus="language"
          />
          <Side language={language} onlyToDo={onlyToDo} onFilter={filter} />
          <TranslationFiles key={language} language={language} session={session} />
          <SmallButton text={words('languages.remove')} about={languageInWords(language, reader)} onPress={remove} />
        </>
      )}
    </>
  );
}

interface SideProps {
  readonly language: string;
  readonly onlyToDo: boolean;
  readonly onFilter: (onlyToDo: boolean) => void;
}

function Side({ language, onlyToDo, onFilter }: SideProps) {
  const { files, words } = useEditing();
  const all = sentencesFor(files, language);
  const toDo = all.filter(({ state }) => state !== 'done');
  // What is under the hands stays in the list while it is translated.
  const [started, start] = useState<readonly string[]>([]);
  const shown = onlyToDo ? all.filter(({ key, state }) => state !== 'done' || started.includes(key)) : all;
  return (
    <>
      <p data-to-do={toDo.length}>{words('languages.toDo', { count: toDo.length })}</p>
      <TickField label={words('languages.onlyToDo')} isTicked={onlyToDo} onTick={onFilter} />
      <ol class="sentences">
        {shown.map((sentence) => (
          <li key={sentence.key} onFocusIn={() => start([...started, sentence.key])}>
            <Pair sentence={sentence} language={language} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Pair({ sentence, language }: { readonly sentence: Sentence; readonly language: string }) {
  const editing = useEditing();
  const { files, data, words, take } = editing;
  const { key, source, state } = sentence;
  const was = state === 'stale' ? files.translated?.[language]?.[key] : undefined;
  const at = { what: 'words', language, key } as const;
  const stillRight = () => {
    const now = wordsAt(files.texts[language], key);
    if (now) take({ do: 'setWords', language, at: key, text: now });
  };
  return (
    <div class="pair" data-sentence={key} data-state={state}>
      <div>
        <p class="small">{placeInWords(at, editing)}</p>
        <p lang={files.sourceLanguage} dir={directionOf(files.sourceLanguage, data)}>
          {source}
        </p>
        {state !== 'done' && <p class="mark">{words(`languages.${state}`)}</p>}
        {was && (
          <p class="small">
            {words('languages.was')}{' '}
            <span lang={files.sourceLanguage} dir="auto">
              {was}
            </span>
          </p>
        )}
      </div>
      <div>
        <WordsField
          key={`${language} ${key}`}
          at={key}
          language={language}
          label={words('languages.in', { language: languageInWords(language, editing.language) })}
          hint={undefined}
          {...(source.length > 60 ? { rows: 3 } : {})}
        />
        {state === 'stale' && <SmallButton text={words('languages.stillRight')} about={source} onPress={stillRight} />}
      </div>
    </div>
  );
}
