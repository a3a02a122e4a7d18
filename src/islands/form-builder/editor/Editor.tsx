import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Held, type Holding, holdIfFree, takeOver } from '#store/form-draft-hold.ts';
import { type FormDraft, readFormDraft, saveFormDraft } from '#store/form-drafts.ts';
import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData, FormGroups } from '../builder-data.ts';
import { focusSoon } from '../focus-soon.ts';
import type { Session } from '../use-session.ts';
import type { View } from '../views.ts';
import { fetchAllParts } from './ViewOf.tsx';
import { Workspace } from './Workspace.tsx';

/** Tells this tab's writing from that of others. */
const WRITER = crypto.randomUUID();

interface EditorProps {
  readonly id: string;
  readonly view: View;
  readonly data: BuilderData;
  readonly shared: FormGroups;
  readonly words: FormWords;
  readonly language: string;
}

type State =
  | { readonly state: 'opening' }
  | { readonly state: 'gone' }
  | { readonly state: 'mine' | 'elsewhere'; readonly draft: FormDraft };

/** A draft of this device, held for this tab while it is open here. */
export function Editor({ id, view, data, shared, words, language }: EditorProps) {
  const [state, set] = useState<State>({ state: 'opening' });
  const held = useRef<Held>();
  const session = useRef<Session>();
  const holding: Holding = {
    beforeLettingGo: async () => session.current?.flush(),
    lost: () => {
      held.current = undefined;
      void read().then((draft) => {
        if (draft) set({ state: 'elsewhere', draft });
        announce(words('tabs.lost'));
      });
    },
  };
  const read = () => readFormDraft(id);
  const open = async (take: () => Promise<Held | 'elsewhere'>) => {
    const got = await take();
    const draft = await read();
    if (!draft) {
      if (got !== 'elsewhere') got.letGo();
      set({ state: 'gone' });
      return focusSoon('form-title');
    }
    if (got === 'elsewhere') {
      set({ state: 'elsewhere', draft });
      return focusSoon('form-title');
    }
    held.current = got;
    await saveFormDraft({ ...draft, writer: WRITER }, true);
    set({ state: 'mine', draft: { ...draft, writer: WRITER } });
    focusSoon(draft.history.past.length === 0 && view === 'questions' ? 'panel' : 'form-title');
  };
  useEffect(() => {
    void open(() => holdIfFree(id, holding));
    fetchAllParts();
    return () => {
      const letGo = held.current;
      held.current = undefined;
      void Promise.resolve(session.current?.flush()).finally(() => letGo?.letGo());
    };
  }, [id]);
  const onSession = useCallback((now: Session) => {
    session.current = now;
  }, []);

  if (state.state === 'opening') return null;
  if (state.state === 'gone') {
    return (
      <div class="notice">
        <h2 tabIndex={-1} data-focus="form-title">
          {words('gone.title')}
        </h2>
        <p>{words('gone.text')}</p>
        <p>
          <a href="#forms">{words('bar.all')}</a>
        </p>
      </div>
    );
  }
  const isMine = state.state === 'mine';
  return (
    <>
      {!isMine && (
        <div class="notice notice--warning" data-elsewhere>
          <p>{words('tabs.elsewhere')}</p>
          <button
            class="button button--secondary button--small"
            type="button"
            onClick={() => void open(() => takeOver(id, holding))}
          >
            {words('tabs.takeOver')}
          </button>
        </div>
      )}
      <div inert={isMine ? undefined : true}>
        <Workspace
          draft={state.draft}
          writer={WRITER}
          isMine={isMine}
          view={view}
          data={data}
          shared={shared}
          words={words}
          language={language}
          onSession={onSession}
        />
      </div>
    </>
  );
}
