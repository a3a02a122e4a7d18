import { useEffect, useState } from 'preact/hooks';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { mintId } from '#core/forms/edit/mint-id.ts';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { type FormDraft, listFormDrafts, removeFormDraft, saveFormDraft } from '#store/form-drafts.ts';
import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData, FormGroups } from '../builder-data.ts';
import { focusSoon } from '../focus-soon.ts';
import { draftOf } from '../new-draft.ts';
import { toHash } from '../views.ts';
import { NewForm } from './NewForm.tsx';
import { OpenFile } from './OpenFile.tsx';

interface HomeProps {
  readonly data: BuilderData;
  readonly shared: FormGroups;
  readonly words: FormWords;
  readonly language: string;
}

/** The forms under way on this device, and the ways to begin one. */
export function Home({ data, words, language }: HomeProps) {
  const [drafts, show] = useState<readonly FormDraft[]>();
  const [removed, remember] = useState<FormDraft>();
  const [isRefused, refuse] = useState(false);
  const list = async () => show(await listFormDrafts());
  useEffect(() => {
    void list();
  }, []);

  /** Keeps the files as a new draft, and goes there. */
  const begin = async (files: FormFiles) => {
    const draft = draftOf(files, Date.now());
    const kept = await saveFormDraft(draft, true);
    refuse(!kept.ok);
    if (kept.ok) location.hash = toHash(draft.id);
  };
  const remove = async (draft: FormDraft) => {
    const done = await removeFormDraft(draft.id);
    if (!done.ok) return refuse(true);
    remember(draft);
    await list();
    announce(words('home.removed', { name: titleOf(draft) }));
    focusSoon('undo-remove');
  };
  const bringBack = async () => {
    if (!removed) return;
    await saveFormDraft(removed, true);
    remember(undefined);
    await list();
    announce(words('home.back', { name: titleOf(removed) }));
    focusSoon(`draft:${removed.id}`);
  };
  if (!drafts) return null;
  return (
    <>
      <h2 data-focus="my-forms" tabIndex={-1}>
        {words('home.mine')}
      </h2>
      {isRefused && <p class="notice notice--warning">{words('home.refused')}</p>}
      {removed && (
        <p class="notice">
          {words('home.removed', { name: titleOf(removed) })}{' '}
          <button
            class="button button--secondary button--small"
            type="button"
            data-focus="undo-remove"
            onClick={() => void bringBack()}
          >
            {words('home.bringBack')}
          </button>
        </p>
      )}
      {drafts.length === 0 ? (
        <p>{words('home.none')}</p>
      ) : (
        <ul class="form-list">
          {drafts.map((draft) => (
            <li key={draft.id} class="form-list__one">
              <a href={toHash(draft.id)} data-focus={`draft:${draft.id}`} dir="auto">
                {titleOf(draft)}
              </a>
              <p class="small">
                {words('home.changed', { when: dateAndTimeInWords(draft.savedAt, language) })}{' '}
                {words(draft.sent ? 'home.sent' : 'home.onDevice')}
              </p>
              <div class="row-buttons">
                <button
                  class="button button--secondary button--small"
                  type="button"
                  onClick={() => void begin(copyOf(draft, words))}
                >
                  {words('home.copy')} <span class="visually-hidden">{titleOf(draft)}</span>
                </button>
                <button class="button button--secondary button--small" type="button" onClick={() => void remove(draft)}>
                  {words('remove')} <span class="visually-hidden">{titleOf(draft)}</span>
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <NewForm data={data} words={words} language={language} onBegin={(files) => void begin(files)} />
      <OpenFile words={words} data={data} language={language} onBegin={(files) => void begin(files)} />
    </>
  );
}

function titleOf({ history: { now } }: FormDraft): string {
  return now.texts[now.sourceLanguage]?.title ?? now.source.id;
}

function copyOf({ history: { now } }: FormDraft, words: FormWords): FormFiles {
  const text = now.texts[now.sourceLanguage];
  if (!text) return now;
  const title = words('home.copyOf', { name: text.title });
  // Another form: it can be published beside the first.
  const id = mintId(title, 'page', (one) => one === now.source.id);
  const texts = { ...now.texts, [now.sourceLanguage]: { ...text, title } };
  return { ...now, source: { ...now.source, id }, texts };
}
