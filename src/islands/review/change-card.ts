import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import { type TimetableChange, verdictOf } from '#core/timetable/change.ts';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { Asking, type Problems } from '../organiser/asking.ts';
import { nameOfPerson } from '../organiser/desk.ts';
import { problemOfLines } from '../organiser/edits/edit-form.ts';
import { say } from '../organiser/say.ts';
import { ChangeSides } from './change-sides.ts';
import { bringBack, decide, titleOf } from './decide.ts';
import { groupName, type ReviewDesk, sayReview } from './review-desk.ts';

interface CardProps {
  readonly change: TimetableChange;
  readonly at: ReviewDesk;
  readonly onDecided: () => void;
}

/** One change: whose, of which group, both sides, and what an editor can do about it. */
export function ChangeCard({ change, at, onDecided }: CardProps): ComponentChild {
  const { desk } = at;
  const { name, lang } = groupName(desk, change.group);
  const titleId = `title-${change._id.slice('change:'.length)}`;
  const decision = verdictOf(desk.copy.decisions.get(change._id) ?? []);
  const signed = { who: nameOfPerson(desk, change.by), when: dateAndTimeInWords(change.enteredAt, desk.sayer.lang) };
  return h(
    'article',
    { class: 'review-card', 'data-change': change._id, 'aria-labelledby': titleId },
    h('h3', { id: titleId }, [
      h('span', { lang: lang === desk.sayer.lang ? undefined : lang, dir: 'auto' }, name),
      h('span', { class: 'review-card__what' }, h('bdi', null, titleOf(change, at))),
    ]),
    h('p', { class: 'small', id: `${titleId}-by` }, say(desk.sayer, 'history.by', signed)),
    h(ChangeSides, { change, at, labelledBy: `${titleId} ${titleId}-by` }),
    decision ? h(Decided, { change, at, onDecided }) : h(Waiting, { change, at, onDecided }),
  );
}

/** Approve at once, or refuse with a reason that the author reads. */
function Waiting({ change, at, onDecided }: CardProps): ComponentChild {
  const { sayer } = at;
  const [isRefusing, refuse] = useState(false);
  const what = { what: titleOf(change, at) };
  const approve = async () => {
    if (await decide(at, change, 'published')) onDecided();
  };
  const no = (more: object) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button button--secondary',
        'data-action': 'refuse',
        'aria-label': sayReview(sayer, 'refuseWhat', what),
        'aria-expanded': isRefusing,
        ...more,
      },
      sayReview(sayer, 'refuse'),
    );
  return h(
    Fragment,
    null,
    h('p', { class: 'buttons' }, [
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-action': 'approve',
          'aria-label': sayReview(sayer, 'approveWhat', what),
          onClick: () => void approve(),
        },
        sayReview(sayer, 'approve'),
      ),
      no({ onClick: () => refuse(!isRefusing) }),
    ]),
    isRefusing && h(Reason, { change, at, onDecided, button: 'refuseNow' }),
  );
}

function Reason({ change, at, onDecided, button }: CardProps & { readonly button: string }): ComponentChild {
  const { desk, sayer } = at;
  const finish = async ({ why = '' }: { readonly [field: string]: string }): Promise<Problems | undefined> => {
    const reason = why.trim();
    if (reason === '') return { why: sayReview(sayer, 'noReason') };
    const code = problemOfLines([reason]);
    if (code !== undefined) return { why: say(desk.sayer, `problem.${code}`) };
    if (!(await decide(at, change, 'refused', reason))) return { form: say(desk.sayer, 'problem.storageRefused') };
    onDecided();
    return undefined;
  };
  return h(Asking, {
    id: `why-${change._id.slice('change:'.length)}`,
    sayer: desk.sayer,
    fields: [{ kind: 'long', name: 'why', label: sayReview(sayer, 'reason'), hint: sayReview(sayer, 'reasonHint') }],
    initial: {},
    button: sayReview(sayer, button),
    onDone: finish,
  });
}

/** What was decided, by whom and why; and the way back, which leaves all of it in the history. */
function Decided({ change, at, onDecided }: CardProps): ComponentChild {
  const { desk, sayer } = at;
  const [isTaking, take] = useState(false);
  const decision = verdictOf(desk.copy.decisions.get(change._id) ?? []);
  if (!decision) return null;
  const { verdict, by, why, decidedAt } = decision;
  const isAutomatic = by === 'automatic';
  const text = sayReview(sayer, isAutomatic ? `by.automatic.${verdict}` : `by.person.${verdict}`, {
    who: nameOfPerson(desk, by),
    when: dateAndTimeInWords(decidedAt, desk.sayer.lang),
  });
  const back = async () => {
    if (await bringBack(at, change)) onDecided();
  };
  const isOut = verdict === 'published';
  return h(
    Fragment,
    null,
    h('p', { class: `status status--${isOut ? 'sent' : 'needs-attention'}`, 'data-verdict': verdict }, text),
    why !== undefined && h('p', null, [sayReview(sayer, 'why'), ' ', h('bdi', null, why)]),
    h(
      'p',
      null,
      h(
        'button',
        {
          type: 'button',
          class: 'button button--secondary',
          'data-action': isOut ? 'take-back' : 'bring-back',
          'aria-expanded': isOut ? isTaking : undefined,
          'aria-label': sayReview(sayer, isOut ? 'takeBackWhat' : 'bringBackWhat', { what: titleOf(change, at) }),
          onClick: () => (isOut ? take(!isTaking) : void back()),
        },
        sayReview(sayer, isOut ? 'takeBack' : 'bringBack'),
      ),
    ),
    isTaking && isOut && h(Reason, { change, at, onDecided, button: 'takeBackNow' }),
  );
}
