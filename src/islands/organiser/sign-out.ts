import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { stepNow } from '#store/timetable/keep-in-step.ts';
import { leave } from '#store/timetable/leave.ts';
import { readLedger } from '#store/timetable/ledger.ts';
import type { Leaving } from '#store/timetable/signed-in.ts';
import { announce } from '#ui/announcer/announcer.ts';
import type { Desk } from './desk.ts';
import { say } from './say.ts';
import { forgetTyped } from './typed.ts';

interface SignOutProps {
  readonly desk: Desk;
  readonly onOut: (heard: boolean) => void;
}

/** Signing out. What was not sent is tried once more first; what then still waits is said before it is lost. */
export function SignOut({ desk, onOut }: SignOutProps): ComponentChild {
  const { sayer, organiser } = desk;
  const [asked, ask] = useState<{ readonly how: Leaving; readonly waiting: number }>();
  const [isBusy, work] = useState(false);

  const begin = async (how: Leaving) => {
    if (isBusy) return;
    work(true);
    announce(say(sayer, 'signOut.working'));
    if (desk.copy.waiting.size > 0) await stepNow({ force: true });
    const waiting = (await readLedger(organiser.id)).waiting.length;
    if (waiting > 0) {
      work(false);
      ask({ how, waiting });
      announce(say(sayer, 'signOut.notSent', { count: waiting }));
      return;
    }
    await go(how);
  };
  const go = async (how: Leaving) => {
    work(true);
    forgetTyped();
    const heard = await leave(organiser, how);
    onOut(heard === 'out');
  };
  const button = (how: Leaving) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button button--secondary',
        'data-action': `sign-out-${how}`,
        'aria-disabled': isBusy,
        onClick: () => void begin(how),
      },
      say(sayer, `signOut.${how}`),
    );
  return h(
    'section',
    { 'aria-labelledby': 'sign-out', 'data-sign-out': true },
    h('h2', { id: 'sign-out' }, say(sayer, 'signOut.title')),
    h('p', null, say(sayer, 'signOut.who', { name: organiser.name })),
    h('p', { class: 'buttons' }, button('here'), button('everywhere')),
    h('p', { class: 'small' }, say(sayer, 'signOut.everywhereNote')),
    asked &&
      h('div', { class: 'notice notice--warning', 'data-confirm': true }, [
        h('p', null, say(sayer, 'signOut.notSent', { count: asked.waiting })),
        h('p', { class: 'buttons' }, [
          h(
            'button',
            { type: 'button', class: 'button', onClick: () => void go(asked.how) },
            say(sayer, 'signOut.yes'),
          ),
          h(
            'button',
            { type: 'button', class: 'button button--secondary', onClick: () => ask(undefined) },
            say(sayer, 'signOut.no'),
          ),
        ]),
      ]),
  );
}
