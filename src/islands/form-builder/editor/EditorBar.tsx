import { useEditing } from '../editing.ts';
import type { Session } from '../use-session.ts';
import { toHash, VIEWS, type View } from '../views.ts';

interface EditorBarProps {
  readonly session: Session;
  readonly view: View;
  /** How many things stop the form from being published. */
  readonly stops: number;
  readonly isMine: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Name of the form, whether it is kept, undo and redo, and the parts of the editor. */
export function EditorBar({ session, view, stops, isMine, onUndo, onRedo }: EditorBarProps) {
  const { files, words, draft } = useEditing();
  const { past, future } = session.history;
  return (
    <header class="editor-bar">
      <p class="editor-bar__all">
        <a href="#forms">{words('bar.all')}</a>
      </p>
      <h2 tabIndex={-1} data-focus="form-title" lang={files.sourceLanguage} dir="auto">
        {files.texts[files.sourceLanguage]?.title}
      </h2>
      <p class="small" data-keeping={session.keeping}>
        {words(isMine ? `keeping.${session.keeping}` : 'keeping.elsewhere')}
      </p>
      <div class="row-buttons">
        <button
          class="button button--secondary button--small"
          type="button"
          aria-disabled={past.length === 0 || !isMine ? 'true' : undefined}
          onClick={onUndo}
        >
          {words('undo.button')}
        </button>
        <button
          class="button button--secondary button--small"
          type="button"
          aria-disabled={future.length === 0 || !isMine ? 'true' : undefined}
          onClick={onRedo}
        >
          {words('redo.button')}
        </button>
      </div>
      <nav aria-label={words('bar.parts')} class="editor-parts">
        <ul>
          {VIEWS.map((one) => (
            <li key={one}>
              <a href={toHash(draft, one)} aria-current={one === view ? 'page' : undefined}>
                {one === 'check' && stops > 0 ? words('bar.checkCount', { number: stops }) : words(`view.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
