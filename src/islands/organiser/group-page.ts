import { type ComponentChild, Fragment, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '#core/sessions/session.ts';
import { addMinutes } from '#core/sessions/wall-time.ts';
import { dateInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { ruleInWords } from '#ui/session-line/rule-in-words.ts';
import { momentInWords } from '#ui/session-line/when-in-words.ts';
import { CancelNext } from './cancel-next.ts';
import { languageName } from './change-in-words.ts';
import { Conflicts } from './conflicts.ts';
import { Dates } from './dates.ts';
import { type Desk, save } from './desk.ts';
import { EditPanel, Saved } from './edit-panel.ts';
import { extraForm } from './edits/date-edits.ts';
import type { EditForm, GroupEdit, Place } from './edits/edit-form.ts';
import { comingForm, confirmed, costForm, statusForm } from './edits/group-edits.ts';
import { closeSession, newSessionForm, usualForm } from './edits/session-edits.ts';
import { wordsForm } from './edits/words-edit.ts';
import { groupView, nameOf } from './group-view.ts';
import { History } from './history.ts';
import { say } from './say.ts';
import { readTyped } from './typed.ts';

/** One group: everything about it that can be different, what waits for a decision, and what was changed before. */
export function GroupPage({ desk, id }: { readonly desk: Desk; readonly id: string }): ComponentChild {
  const { sayer, organiser } = desk;
  const isOwn = organiser.role !== 'organiser' || organiser.groups.includes(id);
  const view = isOwn ? groupView(id, desk.base, desk.copy, desk.now.slice(0, 10)) : undefined;
  const name = view ? nameOf(view, sayer.lang).name : undefined;
  useEffect(() => {
    const heading = document.querySelector('h1');
    if (!heading || name === undefined) return;
    heading.textContent = name;
    document.title = say(sayer, 'group.title', { group: name });
  }, [name, sayer]);

  const back = h('p', null, h('a', { href: localPath(sayer.lang, '/organise/') }, say(sayer, 'group.back')));
  if (!view) return h(Fragment, null, back, h('p', { class: 'notice' }, say(sayer, 'group.notYours')));
  const place = { view, desk };
  return h(
    Fragment,
    null,
    back,
    h(Conflicts, place),
    h('section', { class: 'organise-group', 'data-group': id }, h(CancelNext, place)),
    h(Dates, place),
    h('h2', null, say(sayer, 'group.changeTitle')),
    h(Part, { ...place, title: say(sayer, 'edit.extra'), form: extraForm(place) }),
    view.now.sessions.map((session) => h(UsualPart, { key: session.id, ...place, session })),
    h(Part, { ...place, title: say(sayer, 'edit.newSession'), form: newSessionForm(place, newSessionId) }),
    h(Part, { ...place, title: say(sayer, 'status.title'), form: statusForm(place) }),
    h(Part, { ...place, title: say(sayer, 'cost.title'), form: costForm(place) }),
    h(Part, { ...place, title: say(sayer, 'edit.coming'), form: comingForm(place) }),
    languages().map((language) =>
      h(Part, {
        key: language,
        ...place,
        title: say(sayer, 'words.title', { language: languageName(language, sayer.lang) }),
        note: say(sayer, 'words.editor'),
        form: wordsForm(place, language),
      }),
    ),
    h(ConfirmPart, place),
    h(History, place),
  );
}

/** The languages of the site: those of the switch at the top of the page. */
function languages(): readonly string[] {
  const links = [...document.querySelectorAll<HTMLElement>('link[rel="alternate"][hreflang]')];
  return links.map((link) => link.getAttribute('hreflang') ?? '').filter((code) => code !== '');
}

const SESSION_ID_BYTES = 4;

function newSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SESSION_ID_BYTES));
  return `x-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

interface PartProps extends Place {
  readonly title: string;
  readonly form: EditForm;
  readonly note?: string | undefined;
  readonly children?: ComponentChild;
}

/** One thing that can be changed, shut until somebody wants it; open if something was typed in it before. */
function Part({ title, form, view, desk, note, children }: PartProps): ComponentChild {
  const [isOpen, open] = useState(() => readTyped(form.id) !== undefined);
  return h(
    'details',
    {
      class: 'part',
      open: isOpen,
      'data-part': form.id,
      onToggle: (event: Event) => open((event.currentTarget as HTMLDetailsElement).open),
    },
    h('summary', null, title),
    isOpen && [note && h('p', null, note), children, h(EditPanel, { view, desk, form })],
  );
}

function UsualPart({ view, desk, session }: Place & { readonly session: Session }): ComponentChild {
  const { sayer } = desk;
  const when = usualInWords(session, desk);
  return h(
    Part,
    { view, desk, title: say(sayer, 'edit.usual', { when }), form: usualForm({ view, desk }, session) },
    h(AtOnce, {
      view,
      desk,
      label: say(sayer, 'edit.close'),
      question: say(sayer, 'edit.closeAsk', { when }),
      edit: closeSession(session),
    }),
  );
}

function usualInWords({ starts, minutes, rule }: Session, { sayer }: Desk): string {
  const times = { starts, ends: addMinutes(starts, minutes) };
  return (rule === undefined ? undefined : ruleInWords(rule, times, sayer)) ?? momentInWords(starts, sayer);
}

function ConfirmPart({ view, desk }: Place): ComponentChild {
  const { sayer } = desk;
  return h(
    'section',
    { 'aria-labelledby': 'confirm-title' },
    h('h2', { id: 'confirm-title' }, say(sayer, 'confirm.title')),
    h('p', null, say(sayer, 'confirm.last', { day: dateInWords(view.now.lastConfirmed, sayer.lang, { year: true }) })),
    h(AtOnce, { view, desk, label: say(sayer, 'confirm.button'), edit: confirmed({ view, desk }) }),
  );
}

interface AtOnceProps extends Place {
  readonly label: string;
  /** Asked before it is done, where it is not easily seen what was done. */
  readonly question?: string;
  readonly edit: GroupEdit;
}

/** An edit that needs no answers. */
export function AtOnce({ view, desk, label, question, edit }: AtOnceProps): ComponentChild {
  const { sayer } = desk;
  const [saved, keep] = useState<string>();
  const [isAsking, ask] = useState(false);
  const [isRefused, refuse] = useState(false);
  const finish = async () => {
    const outcome = await save(desk, { group: view.id, ...edit });
    refuse(!outcome.ok);
    if (!outcome.ok) return;
    ask(false);
    keep(outcome.value._id);
  };
  if (saved && view.changes.some(({ _id }) => _id === saved)) return h(Saved, { view, desk, id: saved });
  return h(
    Fragment,
    null,
    isRefused && h('p', { class: 'notice notice--warning' }, say(sayer, 'problem.storageRefused')),
    h(
      'p',
      null,
      h(
        'button',
        {
          type: 'button',
          class: 'button button--secondary',
          'aria-expanded': question === undefined ? undefined : isAsking,
          onClick: () => (question === undefined ? void finish() : ask(!isAsking)),
        },
        label,
      ),
    ),
    isAsking &&
      h('div', { class: 'notice notice--warning', 'data-confirm': true }, [
        h('p', null, question),
        h('p', { class: 'buttons' }, [
          h('button', { type: 'button', class: 'button', onClick: () => void finish() }, say(sayer, 'form.yes')),
          h(
            'button',
            { type: 'button', class: 'button button--secondary', onClick: () => ask(false) },
            say(sayer, 'form.no'),
          ),
        ]),
      ]),
  );
}
