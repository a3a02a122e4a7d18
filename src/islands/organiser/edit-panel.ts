import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { moveFocus } from '#ui/focus/focus.ts';
import { Asking, type Problems } from './asking.ts';
import { ChangeStatus } from './change-status.ts';
import { save } from './desk.ts';
import type { EditForm, Place } from './edits/edit-form.ts';
import { say } from './say.ts';

interface PanelProps extends Place {
  readonly form: EditForm;
  /** Beside the button that saves. */
  readonly more?: ComponentChild;
  readonly onSaved?: (id: string) => void;
}

/** Asks for one edit, writes it down, and then shows in the same place how it stands. */
export function EditPanel({ form, view, desk, more, onSaved }: PanelProps): ComponentChild {
  const [saved, keep] = useState<string>();
  const change = view.changes.find(({ _id }) => _id === saved);
  if (change) return h(Saved, { view, desk, id: change._id, onAgain: () => keep(undefined) });

  const finish = async (typed: Parameters<EditForm['read']>[0]): Promise<Problems | undefined> => {
    const edit = form.read(typed);
    if (!edit.ok) return edit.problem;
    const outcome = await save(desk, { group: view.id, ...edit.value });
    if (!outcome.ok) return { form: say(desk.sayer, 'problem.storageRefused') };
    keep(outcome.value._id);
    onSaved?.(outcome.value._id);
    return undefined;
  };
  return h(Asking, {
    id: form.id,
    sayer: desk.sayer,
    fields: form.fields,
    initial: form.initial,
    button: form.button,
    onDone: finish,
    more,
  });
}

interface SavedProps extends Place {
  readonly id: string;
  readonly onAgain?: () => void;
}

/** What was just saved. The button that saved it is gone, so this takes the focus, once. */
export function Saved({ view, desk, id, onAgain }: SavedProps): ComponentChild {
  const place = useRef<HTMLDivElement>(null);
  const change = view.changes.find(({ _id }) => _id === id);
  const isHere = change !== undefined;
  useEffect(() => {
    if (isHere && place.current) moveFocus(place.current);
  }, [isHere]);
  if (!change) return null;
  return h(
    'div',
    { ref: place, class: 'notice', 'data-saved': id },
    h(ChangeStatus, { change, view, desk }),
    onAgain &&
      h(
        'p',
        null,
        h('button', { type: 'button', class: 'button button--quiet', onClick: onAgain }, say(desk.sayer, 'edit.again')),
      ),
  );
}
