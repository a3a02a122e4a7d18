import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import { localPath } from '#i18n/paths.ts';
import { CancelNext } from './cancel-next.ts';
import { ChangeStatus } from './change-status.ts';
import type { Desk } from './desk.ts';
import { type GroupView, groupView, nameOf, undoneIn } from './group-view.ts';
import { say } from './say.ts';

const MOST_RECENT = 3;

/** The groups of whoever is signed in, each with the one thing that cannot wait first. */
export function MyGroups({ desk }: { readonly desk: Desk }): ComponentChild {
  const { organiser, sayer } = desk;
  const own = viewsOf(organiser.groups, desk);
  const others = organiser.role === 'organiser' ? [] : Object.keys(desk.base.groups);
  return h(
    Fragment,
    null,
    own.length === 0 && others.length === 0 && h('p', { class: 'notice' }, say(sayer, 'groups.none')),
    own.map((view) => h(GroupCard, { key: view.id, view, desk })),
    others.length > 0 && h(AllGroups, { ids: others, desk }),
    h(OtherPages, { desk }),
    h('p', null, h('a', { href: localPath(sayer.lang, '/forms/group-start/') }, say(sayer, 'groups.start'))),
  );
}

function viewsOf(ids: readonly string[], { base, copy, now }: Desk): readonly GroupView[] {
  return ids.flatMap((id) => groupView(id, base, copy, now.slice(0, 10)) ?? []);
}

/** The page of one group. Its id stands behind the `#`: no server is told which group somebody looks at. */
export function groupPath(lang: string, id: string): string {
  return `${localPath(lang, '/organise/group/')}#${id}`;
}

function GroupCard({ view, desk }: { readonly view: GroupView; readonly desk: Desk }): ComponentChild {
  const { sayer } = desk;
  const { name, lang } = nameOf(view, sayer.lang);
  const [saved, keep] = useState<string>();
  const undone = undoneIn(view);
  // What was just saved stands above already.
  const recent = view.changes
    .filter(({ _id, undoes }) => undoes === undefined && !undone.has(_id) && _id !== saved)
    .slice(-MOST_RECENT)
    .reverse();
  return h(
    'section',
    { class: 'organise-group', 'data-group': view.id, 'aria-labelledby': `group-${view.id}` },
    h('h2', { id: `group-${view.id}`, lang: lang === sayer.lang ? undefined : lang }, name),
    view.conflicts.length > 0 &&
      h('p', { class: 'notice notice--warning' }, [
        say(sayer, 'conflict.here'),
        ' ',
        h('a', { href: groupPath(sayer.lang, view.id) }, say(sayer, 'conflict.choose')),
      ]),
    h(CancelNext, { view, desk, onSaved: keep }),
    h(
      'p',
      null,
      h(
        'a',
        { href: groupPath(sayer.lang, view.id), 'aria-label': say(sayer, 'groups.changeWhat', { group: name }) },
        say(sayer, 'groups.change'),
      ),
    ),
    recent.length > 0 &&
      h(Fragment, null, [
        h('h3', null, say(sayer, 'groups.recent')),
        h(
          'ul',
          { class: 'plain-list changes' },
          recent.map((change) => h('li', { key: change._id }, h(ChangeStatus, { change, view, desk, signed: true }))),
        ),
      ]),
  );
}

function AllGroups({ ids, desk }: { readonly ids: readonly string[]; readonly desk: Desk }): ComponentChild {
  const { sayer } = desk;
  const views = viewsOf(ids, desk)
    .map((view) => ({ view, named: nameOf(view, sayer.lang) }))
    .sort((a, b) => a.named.name.localeCompare(b.named.name, sayer.lang));
  return h(Fragment, null, [
    h('h2', null, say(sayer, 'groups.all')),
    h(
      'ul',
      null,
      views.map(({ view, named }) =>
        h('li', { key: view.id }, [
          h(
            'a',
            { href: groupPath(sayer.lang, view.id), lang: named.lang === sayer.lang ? undefined : named.lang },
            named.name,
          ),
          view.conflicts.length > 0 && ` (${say(sayer, 'conflict.short')})`,
        ]),
      ),
    ),
  ]);
}

function OtherPages({ desk: { sayer, organiser } }: { readonly desk: Desk }): ComponentChild {
  const pages = [
    ...(organiser.role === 'organiser' ? [] : [['/organise/review/', 'pages.review']]),
    ...(organiser.role === 'coordinator' ? [['/organise/gaps/', 'pages.gaps']] : []),
    ['/build/', 'pages.build'],
    ['/organise/forms/', 'pages.forms'],
  ];
  return h(
    'ul',
    null,
    pages.map(([path = '', key = '']) => h('li', null, h('a', { href: localPath(sayer.lang, path) }, say(sayer, key)))),
  );
}
