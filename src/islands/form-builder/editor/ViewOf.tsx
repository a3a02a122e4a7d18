import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FormDraft } from '#store/form-drafts.ts';
import type { Checked } from '../check/use-findings.ts';
import { useEditing } from '../editing.ts';
import { focusSoon } from '../focus-soon.ts';
import type { Session } from '../use-session.ts';
import type { View } from '../views.ts';
import { Questions } from './Questions.tsx';

export interface ViewProps {
  readonly session: Session;
  readonly draft: FormDraft;
  readonly checked: Checked;
}

type Part = ComponentType<ViewProps>;

/** The parts that few need at once come when they are asked for. */
const LATER: { readonly [view in Exclude<View, 'questions'>]: () => Promise<Part> } = {
  preview: async () => (await import('../preview/PreviewView.tsx')).PreviewView,
  check: async () => (await import('../check/CheckView.tsx')).CheckView,
  paths: async () => (await import('../paths/PathsView.tsx')).PathsView,
  languages: async () => (await import('../languages/LanguagesView.tsx')).LanguagesView,
  files: async () => (await import('../files/FilesView.tsx')).FilesView,
  publish: async () => (await import('../publish/PublishView.tsx')).PublishView,
};

/** Brings every part while there is a signal, so that all of them work without one. */
export function fetchAllParts(): void {
  for (const load of Object.values(LATER)) void load().catch(() => undefined);
}

/** One part of the editor. Its heading takes focus when somebody goes there. */
export function ViewOf({ view, ...props }: ViewProps & { readonly view: View }) {
  const { words } = useEditing();
  const [shown, show] = useState<{ readonly view: View; readonly part: Part }>();
  const [hasFailed, fail] = useState(false);
  useEffect(() => {
    fail(false);
    if (view === 'questions') return;
    LATER[view]().then(
      (part) => {
        show({ view, part });
        focusSoon('view');
      },
      () => fail(true),
    );
  }, [view]);

  if (view === 'questions') return <Questions />;
  if (hasFailed) return <p class="notice notice--warning">{words('notLoaded')}</p>;
  if (shown?.view !== view) return null;
  return <shown.part {...props} />;
}
