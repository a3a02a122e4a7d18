import { type ComponentChild, Fragment, h } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { Sayer } from '#i18n/words.ts';
import { listen } from '#store/tabs.ts';
import { whoAmI } from '#store/timetable/ask-people.ts';
import { readCopy, type TimetableCopy } from '#store/timetable/copy.ts';
import { keepInStep, type Step, stepNow, watchStep } from '#store/timetable/keep-in-step.ts';
import { finishLeaving } from '#store/timetable/leave.ts';
import { ledgers } from '#store/timetable/ledger.ts';
import { type Organiser, rememberOrganiser, signedIn } from '#store/timetable/signed-in.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { Desk } from './desk.ts';
import { GroupPage } from './group-page.ts';
import { londonTime } from './london-time.ts';
import { MyGroups } from './my-groups.ts';
import { say } from './say.ts';
import { changeSayer } from './say-changes.ts';
import { SignIn, WaysIn } from './sign-in.ts';
import { SignOut } from './sign-out.ts';
import { StepLine } from './step-line.ts';

interface AppProps {
  readonly sayer: Sayer;
  readonly base: TimetableBase;
  /** What the page shows: all groups, the one that its address names, or what another page makes of the desk. */
  readonly page: 'groups' | 'group' | ((desk: Desk) => ComponentChild);
}

const CLOCK_MS = 20_000;

/** Signed in or not: the ways in, or the work. The device remembers who it was, so that editing needs no signal. */
export function App({ sayer, base, page }: AppProps): ComponentChild {
  const [organiser, know] = useState<Organiser | 'nobody'>();
  const [left, sayLeft] = useState<'heard' | 'unheard'>();

  useEffect(() => {
    const read = async () => know((await signedIn().catch(() => undefined)) ?? 'nobody');
    void read().then(() => confirmSession(know));
    return listen((news) => {
      if (news === 'organiserChanged' || news === 'deviceCleared') void read();
    });
  }, []);

  useEffect(() => {
    // Whoever is signed in knows whom the page is for: what they came for goes to the top of a small screen.
    const lead = document.querySelector<HTMLElement>('[data-organise-lead]');
    if (lead) lead.hidden = typeof organiser === 'object';
  }, [organiser]);

  const enter = async (who: Organiser) => {
    await rememberOrganiser(who);
    sayLeft(undefined);
    know(who);
    announce(say(sayer, 'announce.signedIn', { name: who.name }));
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading) moveFocus(heading);
    void stepNow({ force: true });
  };
  if (organiser === undefined) return h('p', null, say(sayer, 'step.working'));
  if (organiser === 'nobody') {
    return h(
      Fragment,
      null,
      left && h('p', { class: 'notice', 'data-left': left }, say(sayer, `signOut.${left}`)),
      h(OthersWaiting, { sayer, person: undefined }),
      h(WaysIn, { sayer, onIn: enter }),
    );
  }
  const leaveNow = (heard: boolean) => {
    sayLeft(heard ? 'heard' : 'unheard');
    know('nobody');
    announce(say(sayer, heard ? 'signOut.heard' : 'signOut.unheard'));
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading) moveFocus(heading);
  };
  return h(Work, { key: organiser.id, sayer, base, page, organiser, onIn: enter, onOut: leaveNow });
}

/** The service may know more by now: other groups, another name. Without a signal what the device remembers counts. */
async function confirmSession(know: (organiser: Organiser) => void): Promise<void> {
  if (!(await finishLeaving().catch(() => false))) return;
  const known = await signedIn().catch(() => undefined);
  const answer = await whoAmI();
  // Somebody else's cookie: who it is has to be asked, not guessed.
  if (!answer.ok || (known && known.id !== answer.value.id)) return;
  await rememberOrganiser(answer.value).catch(() => undefined);
  know(answer.value);
}

interface WorkProps extends AppProps {
  readonly organiser: Organiser;
  readonly onIn: (organiser: Organiser) => Promise<void>;
  readonly onOut: (heard: boolean) => void;
}

function Work({ sayer, base, page, organiser, onIn, onOut }: WorkProps): ComponentChild {
  const [copy, show] = useState<TimetableCopy | 'refused'>();
  const [step, tell] = useState<Step>();
  const [now, tick] = useState(londonTime(Date.now()));
  const [id, turn] = useState(groupInAddress());
  const sayChanges = useMemo(() => changeSayer(organiser.id, sayer), [organiser.id, sayer]);

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const time = londonTime(Date.now());
      const found = await readCopy(organiser.id).catch(() => 'refused' as const);
      if (isGone) return;
      tick(time);
      show(found);
      if (found !== 'refused') sayChanges(base, found, time.slice(0, 10));
    };
    const stops = [
      listen((news) => {
        if (news === 'timetableChanged') void read();
      }),
      watchStep(tell),
    ];
    const clock = setInterval(() => tick(londonTime(Date.now())), CLOCK_MS);
    const turned = () => turn(groupInAddress());
    addEventListener('hashchange', turned);
    void read().then(() => keepInStep(true));
    return () => {
      isGone = true;
      for (const stop of stops) stop();
      clearInterval(clock);
      removeEventListener('hashchange', turned);
    };
  }, [organiser.id, base, sayChanges]);

  if (copy === 'refused') return h('p', { class: 'notice notice--warning' }, say(sayer, 'problem.storageRefused'));
  if (!copy) return h('p', null, say(sayer, 'step.working'));
  const desk: Desk = { organiser, sayer, base, copy, now };
  const hasExpired = step?.state === 'apart' && step.problem === 'signInAgain';
  return h(
    Fragment,
    null,
    h('p', { class: 'small', 'data-signed-in': organiser.id }, say(sayer, 'hello', { name: organiser.name })),
    hasExpired &&
      h('section', { class: 'notice notice--warning', 'data-sign-in-again': true }, [
        h('h2', null, say(sayer, 'again.title')),
        h('p', null, say(sayer, 'again.text')),
        h(SignIn, { sayer, name: organiser.name, onIn }),
      ]),
    h(OthersWaiting, { sayer, person: organiser.id }),
    typeof page === 'function'
      ? page(desk)
      : page === 'group'
        ? h(GroupPage, { key: id, desk, id })
        : h(MyGroups, { desk }),
    h(StepLine, { desk, step }),
    h(SignOut, { desk, onOut }),
  );
}

/** The group behind the `#` of the address. */
function groupInAddress(): string {
  return decodeURIComponent(location.hash.slice(1));
}

/** Somebody else left changes here that only they can send. */
function OthersWaiting({
  sayer,
  person,
}: {
  readonly sayer: Sayer;
  readonly person: string | undefined;
}): ComponentChild {
  const [waiting, show] = useState(0);
  useEffect(() => {
    void ledgers()
      .then((all) => show([...all].reduce((sum, [id, count]) => sum + (id === person ? 0 : count), 0)))
      .catch(() => undefined);
  }, [person]);
  if (waiting === 0) return null;
  return h('p', { class: 'notice notice--warning' }, say(sayer, 'others.waiting', { count: waiting }));
}
