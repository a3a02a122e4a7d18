import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { said } from '#core/forms/edit/said.ts';
import type { Step } from '#core/forms/edit/step.ts';
import type { FormDraft } from '#store/form-drafts.ts';
import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData, FormGroups } from '../builder-data.ts';
import { useSayCount } from '../check/say-count.ts';
import { useFindings } from '../check/use-findings.ts';
import { type Chosen, type Editing, EditingContext } from '../editing.ts';
import { focusIfLost, focusSoon } from '../focus-soon.ts';
import { announcementOf, chosenOf, saidInWords } from '../in-words.ts';
import { toKnown } from '../known.ts';
import { type Session, useSession } from '../use-session.ts';
import type { View } from '../views.ts';
import { EditorBar } from './EditorBar.tsx';
import { firstChosen, stillThere } from './places.ts';
import { ViewOf } from './ViewOf.tsx';

interface WorkspaceProps {
  readonly draft: FormDraft;
  readonly writer: string;
  readonly isMine: boolean;
  readonly view: View;
  readonly data: BuilderData;
  readonly shared: FormGroups;
  readonly words: FormWords;
  readonly language: string;
  /** The session, for whoever has to keep it before it is let go. */
  readonly onSession: (session: Session) => void;
}

/** One form under way: every part of the editor shares its session. */
export function Workspace({ draft, writer, isMine, view, data, shared, words, language, onSession }: WorkspaceProps) {
  const known = useMemo(() => toKnown(shared, data), [shared, data]);
  const session = useSession(draft, writer, known.groups, isMine);
  const [chosen, choose] = useState<Chosen>(() => firstChosen(draft.history.now, known.groups));
  const files = session.history.now;
  const checked = useFindings(files, known);
  useSayCount(checked, words);
  const latest = useRef(files);
  latest.current = files;
  const typing = useRef<string>();
  const opened = useRef(draft);
  if (opened.current !== draft) typing.current = undefined;
  opened.current = draft;
  useEffect(() => onSession(session), [session, onSession]);
  useEffect(() => {
    if (!stillThere(files, known.groups, chosen)) choose({ at: 'form' });
  }, [files, chosen, known]);

  const naming = { shared, data, words, language };
  const editing = useMemo((): Editing => {
    const go = (next: Chosen, focus?: string) => {
      choose(next);
      if (focus) focusSoon(focus);
    };
    return {
      ...naming,
      draft: draft.id,
      files,
      groups: known.groups,
      known,
      chosen,
      typing,
      choose: go,
      take(steps, { go: goThere = false, choose: next, focus, by } = {}) {
        const before = latest.current;
        typing.current = by;
        const refusal = session.take(steps);
        if (refusal) return refusal;
        const after = session.now();
        latest.current = after;
        const [first] = Array.isArray(steps) ? (steps as readonly Step[]) : [steps as Step];
        if (!first || after === before) return undefined;
        const text = announcementOf(first, before, { ...naming, files: after });
        if (text) announce(text);
        if (next) choose(next);
        else if (goThere) choose(chosenOf(said(first, before, after).at));
        if (focus) focusSoon(focus);
        return undefined;
      },
    };
  }, [files, chosen, known, session, draft.id]);

  const back = (direction: 'undo' | 'redo') => {
    const from = latest.current;
    typing.current = undefined;
    const done = session[direction]();
    if (!done) return announce(words(direction === 'undo' ? 'undo.nothing' : 'redo.nothing'));
    const to = session.now();
    const [before, after]: readonly [FormFiles, FormFiles] = direction === 'undo' ? [to, from] : [from, to];
    const what = said(done.step, before, after);
    const next = chosenOf(what.at);
    if (stillThere(to, known.groups, next)) choose(next);
    announce(words(`${direction}.done`, { what: saidInWords(what, before, { ...naming, files: after }) }));
    focusIfLost();
  };
  useUndoKeys(back);

  return (
    <EditingContext.Provider value={editing}>
      <EditorBar
        stops={checked.found.filter(({ severity }) => severity === 'stops').length}
        session={session}
        view={view}
        isMine={isMine}
        onUndo={() => back('undo')}
        onRedo={() => back('redo')}
      />
      <ViewOf view={view} session={session} draft={draft} checked={checked} />
    </EditingContext.Provider>
  );
}

/** Ctrl+Z and Shift+Ctrl+Z (Cmd on a Mac), also in a field: what was typed is a step of the form like any other. */
function useUndoKeys(back: (direction: 'undo' | 'redo') => void): void {
  const latest = useRef(back);
  latest.current = back;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      latest.current(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
