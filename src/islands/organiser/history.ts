import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import { ChangeStatus } from './change-status.ts';
import type { Place } from './edits/edit-form.ts';
import { say } from './say.ts';

const MOST_AT_ONCE = 10;

/** Everything that was changed in a group, by whom and when, the newest first. What was undone stays. */
export function History({ view, desk }: Place): ComponentChild {
  const { sayer } = desk;
  const [most, show] = useState(MOST_AT_ONCE);
  const changes = view.changes.toReversed();
  return h(
    Fragment,
    null,
    h('h2', { id: 'history' }, say(sayer, 'history.title')),
    changes.length === 0 && h('p', null, say(sayer, 'history.none')),
    h(
      'ul',
      { class: 'plain-list changes', 'data-history': true },
      changes
        .slice(0, most)
        .map((change) => h('li', { key: change._id }, h(ChangeStatus, { change, view, desk, signed: true }))),
    ),
    changes.length > most &&
      h(
        'p',
        null,
        h(
          'button',
          { type: 'button', class: 'button button--quiet', onClick: () => show(most + MOST_AT_ONCE) },
          say(sayer, 'history.more'),
        ),
      ),
  );
}
