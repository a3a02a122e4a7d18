import { type ComponentChild, h } from 'preact';
import { useRef } from 'preact/hooks';
import { laneOf, type TimetableChange } from '#core/timetable/change.ts';
import type { ChangeState } from '#core/timetable/state.ts';
import { undoOf } from '#core/timetable/undo.ts';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import type { Sayer } from '#i18n/words.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { changeInWords } from './change-in-words.ts';
import { type Desk, nameOfPerson, save } from './desk.ts';
import { type GroupView, undoneIn } from './group-view.ts';
import { say } from './say.ts';

const NAMES = {
  onDevice: 'on-device',
  sent: 'sent',
  waiting: 'waiting',
  heldBack: 'held-back',
  published: 'published',
  refused: 'refused',
  conflict: 'conflict',
} as const;

const DOTS = {
  onDevice: 'saved',
  sent: 'saved',
  waiting: 'saved',
  heldBack: 'saved',
  published: 'sent',
  refused: 'needs-attention',
  conflict: 'needs-attention',
};

type Shown = ChangeState['state'] | 'conflict';

/** How a change stands, as it is shown: while two people disagree, that comes first. */
export function shownState(change: TimetableChange, { states, conflicts }: GroupView): Shown {
  const state = states.get(change._id)?.state ?? 'onDevice';
  if (state === 'refused') return state;
  const isDisputed = conflicts.some(({ sides }) => sides.some((side) => side.change._id === change._id));
  return isDisputed ? 'conflict' : state;
}

/** "Published. People can see it." */
export function stateInWords(change: TimetableChange, view: GroupView, sayer: Sayer): string {
  return say(sayer, `state.${NAMES[shownState(change, view)]}`);
}

const REASONS = [
  'notYourGroup',
  'tooLarge',
  'unknownSession',
  'unknownPlace',
  'unknownGroup',
  'neverEnds',
  'badRule',
  'markup',
  'farAway',
];

/** Why a change was refused: the service's code in words, or what an editor wrote. */
function reasonInWords(state: ChangeState | undefined, desk: Desk): string | undefined {
  if (state?.state !== 'refused') return undefined;
  const { by, why } = state;
  if (by === 'automatic') return say(desk.sayer, `refused.${why && REASONS.includes(why) ? why : 'other'}`);
  const who = nameOfPerson(desk, by);
  return why === undefined
    ? say(desk.sayer, 'refused.byEditor', { who })
    : say(desk.sayer, 'refused.why', { who, why });
}

interface StatusProps {
  readonly change: TimetableChange;
  readonly view: GroupView;
  readonly desk: Desk;
  /** Who wrote it and when: in a history, where that is not plain. */
  readonly signed?: boolean;
}

/**
 * A change in words, how it stands, and the way to take it back. No live region: what becomes of it is said by the
 * page's announcer, once, and takes no focus (G40).
 */
export function ChangeStatus({ change, view, desk, signed = false }: StatusProps): ComponentChild {
  const { sayer, base } = desk;
  const shown = shownState(change, view);
  const [what = '', ...details] = changeInWords(change, { sayer, base, sessions: view.now.sessions });
  const isUndone = undoneIn(view).has(change._id);
  const reason = reasonInWords(view.states.get(change._id), desk);
  const isEditors = laneOf(change) === 'editor' && shown === 'onDevice';
  const place = useRef<HTMLDivElement>(null);
  const undo = async () => {
    const set = undoOf(change, view.changes);
    const outcome = await save(desk, { group: change.group, target: change.target, set, undoes: change._id });
    // The button is gone; what it was about says now that it was taken back.
    if (outcome.ok && place.current) moveFocus(place.current);
  };
  return h(
    'div',
    { ref: place, class: 'change', 'data-change': change._id, 'data-change-state': NAMES[shown] },
    h('p', { class: 'change__what' }, change.undoes === undefined ? what : say(sayer, 'history.undid', { what })),
    details.map((line) => h('p', null, h('bdi', null, line))),
    signed &&
      h(
        'p',
        { class: 'small' },
        say(sayer, 'history.by', {
          who: nameOfPerson(desk, change.by),
          when: dateAndTimeInWords(change.enteredAt, sayer.lang),
        }),
      ),
    h('p', { class: `status status--${DOTS[shown]}` }, stateInWords(change, view, sayer)),
    isEditors && h('p', null, say(sayer, 'state.editorFirst')),
    reason && h('p', null, h('bdi', null, reason)),
    isUndone && h('p', { class: 'small' }, say(sayer, 'history.undone')),
    !isUndone &&
      shown !== 'refused' &&
      change.undoes === undefined &&
      h(
        'p',
        null,
        h(
          'button',
          {
            type: 'button',
            class: 'button button--secondary',
            'data-action': 'undo',
            'aria-label': say(sayer, 'history.undoWhat', { what }),
            onClick: () => void undo(),
          },
          say(sayer, 'history.undo'),
        ),
      ),
  );
}
