import { type ComponentChild, Fragment, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Occurrence } from '#core/sessions/occurrences.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { whenInWords } from '#ui/session-line/when-in-words.ts';
import { placeName } from './change-in-words.ts';
import { EditPanel, Saved } from './edit-panel.ts';
import { cancelForm } from './edits/date-edits.ts';
import type { Place } from './edits/edit-form.ts';
import { nameOf, nextSession } from './group-view.ts';
import { say } from './say.ts';

/**
 * The first thing on the page (E25): one press says which session is meant, a second calls it off. What was just called
 * off stays in sight with its state and its undo; the button then means the session after it.
 */
export function CancelNext({ onSaved, ...place }: Place & { readonly onSaved?: (id: string) => void }): ComponentChild {
  const { view, desk } = place;
  const { sayer } = desk;
  const [asked, ask] = useState<Occurrence>();
  const [saved, keep] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const next = nextSession(view, desk.now);
  const { name } = nameOf(view, sayer.lang);

  const stop = () => {
    ask(undefined);
    if (button.current) moveFocus(button.current);
  };
  return h(
    Fragment,
    null,
    saved && h(Saved, { view, desk, id: saved }),
    h(NextLine, { view, desk, next }),
    (asked ?? next) &&
      h(
        'button',
        {
          ref: button,
          type: 'button',
          class: 'button button--big',
          'data-action': 'cancel-next',
          'aria-expanded': asked !== undefined,
          'aria-label': say(sayer, 'cancel.buttonWhat', { group: name }),
          onClick: () => ask(asked ? undefined : next),
        },
        say(sayer, 'cancel.button'),
      ),
    asked &&
      h(
        'div',
        { class: 'notice notice--warning', 'data-confirm': true },
        h('p', { class: 'change__what' }, say(sayer, 'cancel.ask', { when: whenInWords(asked, sayer) })),
        h(EditPanel, {
          view,
          desk,
          form: cancelForm(place, asked),
          onSaved: (id: string) => {
            keep(id);
            ask(undefined);
            onSaved?.(id);
          },
          more: h(
            'button',
            { type: 'button', class: 'button button--secondary', onClick: stop },
            say(sayer, 'cancel.no'),
          ),
        }),
      ),
  );
}

function NextLine({ view, desk, next }: Place & { readonly next: Occurrence | undefined }): ComponentChild {
  const { sayer, base } = desk;
  const status = view.now.groupStatus;
  if (status === 'paused' || status === 'closed') return h('p', null, say(sayer, `did.status.${status}`));
  if (!next) return h('p', null, say(sayer, 'next.none'));
  const where = placeName(base, next.place, sayer.lang);
  return h(
    'p',
    { 'data-next': next.starts },
    say(sayer, 'next.when', { when: whenInWords(next, sayer) }),
    where && [', ', h('bdi', null, where)],
  );
}
