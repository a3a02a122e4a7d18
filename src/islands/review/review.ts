import { type ComponentChild, Fragment, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { TimetableChange } from '#core/timetable/change.ts';
import { verdictOf } from '#core/timetable/change.ts';
import { localPath } from '#i18n/paths.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { groupView } from '../organiser/group-view.ts';
import { groupPath } from '../organiser/my-groups.ts';
import { ChangeCard } from './change-card.ts';
import { groupName, type ReviewDesk, sayReview } from './review-desk.ts';
import { Suggestions } from './suggestions.ts';

const MOST_AT_ONCE = 10;

/** An editor's page: what waits, what people sent in, and what was decided before. */
export function Review({ at }: { readonly at: ReviewDesk }): ComponentChild {
  const { desk, sayer } = at;
  const title = useRef<HTMLHeadingElement>(null);
  const [most, show] = useState(MOST_AT_ONCE);
  const sent = desk.copy.changes
    .filter(({ _id }) => desk.copy.refused[_id] === undefined)
    .toSorted((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1));
  const isDecided = ({ _id }: TimetableChange) => verdictOf(desk.copy.decisions.get(_id) ?? []) !== undefined;
  const waiting = sent.filter((change) => !isDecided(change) && !desk.copy.waiting.has(change._id));
  const decided = sent.filter(isDecided).toReversed();
  // The card that held the button is gone: what is left to do is what comes next.
  const next = () => {
    if (title.current) moveFocus(title.current);
  };
  return h(
    Fragment,
    null,
    h(
      'h2',
      { ref: title, 'data-waiting-for-editor': waiting.length },
      sayReview(sayer, 'queue.title', { count: waiting.length }),
    ),
    waiting.length === 0 && h('p', null, sayReview(sayer, 'queue.none')),
    waiting.map((change) => h(ChangeCard, { key: change._id, change, at, onDecided: next })),
    h(Disputes, { at }),
    h(Suggestions, { at }),
    h('h2', null, sayReview(sayer, 'history.title')),
    h('p', null, sayReview(sayer, 'history.text')),
    decided.length === 0 && h('p', null, sayReview(sayer, 'history.none')),
    decided.slice(0, most).map((change) => h(ChangeCard, { key: change._id, change, at, onDecided: next })),
    decided.length > most &&
      h(
        'p',
        null,
        h(
          'button',
          { type: 'button', class: 'button button--secondary', onClick: () => show(most + MOST_AT_ONCE) },
          sayReview(sayer, 'history.more'),
        ),
      ),
    h('p', null, h('a', { href: localPath(sayer.lang, '/organise/gaps/') }, sayReview(sayer, 'page.gaps'))),
  );
}

/** Groups in which two people wrote different things: they are settled on the group's own page. */
function Disputes({ at: { desk, sayer } }: { readonly at: ReviewDesk }): ComponentChild {
  const groups = [...new Set(desk.copy.changes.map(({ group }) => group))].filter(
    (id) => (groupView(id, desk.base, desk.copy, desk.now.slice(0, 10))?.conflicts.length ?? 0) > 0,
  );
  if (groups.length === 0) return null;
  return h(Fragment, null, [
    h('h2', null, sayReview(sayer, 'disputes.title')),
    h('p', null, sayReview(sayer, 'disputes.text')),
    h(
      'ul',
      null,
      groups.map((id) => {
        const { name, lang } = groupName(desk, id);
        const href = groupPath(sayer.lang, id);
        return h('li', { key: id }, h('a', { href, lang: lang === sayer.lang ? undefined : lang }, name));
      }),
    ),
  ]);
}
