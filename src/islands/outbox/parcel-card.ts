import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { sendNow } from '#store/deliver-when.ts';
import { fileOf, forgetParcel } from '#store/outbox.ts';
import type { Parcel } from '#store/parcel.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { SubmissionStatusView } from '#ui/submission-status/submission-status.ts';
import { Confirm } from './confirm.ts';
import { circumstancesOf, referenceOf, type Telling, titleOf } from './listed.ts';
import { saveFile } from './save-file.ts';
import { sayStanding } from './say-changes.ts';
import { toStatus } from './to-status.ts';

interface CardProps {
  readonly parcel: Parcel;
  readonly telling: Telling;
  readonly now: number;
  readonly onRemoved: () => void;
}

/** One finished form: what it is, how it stands, and what the person can do about it. */
export function ParcelCard({ parcel, telling, now, onRemoved }: CardProps): ComponentChild {
  const { forms, words, language } = telling;
  const form = titleOf(parcel.form, forms);
  const status = toStatus(parcel);
  const isSent = parcel.state === 'received';
  if (!status) return null;

  const remove = async () => {
    await forgetParcel(parcel.id);
    onRemoved();
    announce(words('announce.removed'));
  };
  return h(
    'li',
    { class: 'card', 'data-parcel': parcel.id },
    h('h3', null, form),
    h('p', { class: 'small' }, words('list.savedOn', { when: dateAndTimeInWords(parcel.savedAt, language) })),
    h(SubmissionStatusView, { status, ...circumstancesOf(parcel, telling, now) }),
    h(
      'div',
      { class: 'buttons' },
      parcel.state === 'waiting' && h(SendNow, { parcel, telling }),
      !isSent && h(SaveToFile, { parcel, telling }),
      h(Confirm, {
        label: words('list.remove'),
        what: words('list.removeWhat', { form }),
        questions: [words(isSent ? 'list.removeSent' : 'list.removeNotSent')],
        yes: words('list.removeYes'),
        no: words('list.keep'),
        onYes: () => void remove(),
      }),
    ),
  );
}

function SendNow({ parcel, telling }: { readonly parcel: Parcel; readonly telling: Telling }): ComponentChild {
  const { forms, words } = telling;
  const [isSending, show] = useState(false);
  const send = async () => {
    if (isSending) return;
    show(true);
    announce(words('sending'));
    await sendNow(parcel.id);
    show(false);
    await sayStanding(parcel.id, telling);
  };
  return h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-action': 'send-now',
      // Not `disabled`: that would take the focus away from who pressed it.
      'aria-disabled': isSending,
      'aria-label': words('list.sendNowWhat', { form: titleOf(parcel.form, forms) }),
      onClick: () => void send(),
    },
    words(isSending ? 'sending' : 'list.sendNow'),
  );
}

function SaveToFile({ parcel, telling }: { readonly parcel: Parcel; readonly telling: Telling }): ComponentChild {
  const { forms, words } = telling;
  const save = async () => {
    const text = await fileOf(parcel);
    if (text) saveFile(`${parcel.form}-${referenceOf(parcel) ?? 'answers'}.wayin.json`, text);
    announce(words(text ? 'list.fileNote' : 'list.fileGone'));
  };
  return h(
    'button',
    {
      type: 'button',
      class: 'button button--secondary',
      'data-action': 'save-file',
      'aria-label': words('list.saveFileWhat', { form: titleOf(parcel.form, forms) }),
      onClick: () => void save(),
    },
    words('list.saveFile'),
  );
}
