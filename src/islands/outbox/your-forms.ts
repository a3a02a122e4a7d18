import { type ComponentChild, Fragment, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { dateAndTimeInWords, dateInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { forgetEverything } from '#store/clear-device.ts';
import { keptUntil } from '#store/draft-age.ts';
import { type ListedDraft, listDrafts, removeDraft } from '#store/drafts.ts';
import { watchParcels } from '#store/outbox.ts';
import type { Parcel } from '#store/parcel.ts';
import { ledgers } from '#store/timetable/ledger.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { Written } from '../draft-file/written.ts';
import { Confirm } from './confirm.ts';
import { pathOf, type Telling, titleOf } from './listed.ts';
import { ParcelCard } from './parcel-card.ts';
import { changeSayer } from './say-changes.ts';

type Drafts = readonly ListedDraft[];

const CLOCK_MS = 20_000;

/** All that this device keeps, finished and half finished, and the way to clear it. */
export function YourForms({ telling }: { readonly telling: Telling }): ComponentChild {
  const { words } = telling;
  const [parcels, showParcels] = useState<readonly Parcel[]>();
  const [drafts, showDrafts] = useState<Drafts>([]);
  const [now, tick] = useState(Date.now());
  const finished = useRef<HTMLHeadingElement>(null);
  const begun = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const say = changeSayer(telling);
    const stop = watchParcels((next) => {
      showParcels(next);
      tick(Date.now());
      say(next);
      void listDrafts().then(showDrafts);
    });
    const clock = setInterval(() => tick(Date.now()), CLOCK_MS);
    return () => {
      stop();
      clearInterval(clock);
    };
  }, [telling]);

  if (!parcels) return null;
  const removeBegun = async (form: string) => {
    await removeDraft(form);
    showDrafts(await listDrafts());
    if (begun.current) moveFocus(begun.current);
    announce(words('announce.removed'));
  };
  return h(
    Fragment,
    null,
    h('h2', { ref: finished }, words('list.title')),
    parcels.length === 0
      ? h('p', null, words('list.none'))
      : h(
          'ul',
          { class: 'cards' },
          parcels.map((parcel) =>
            h(ParcelCard, {
              key: parcel.id,
              parcel,
              telling,
              now,
              onRemoved: () => finished.current && moveFocus(finished.current),
            }),
          ),
        ),
    h('h2', { ref: begun }, words('drafts.title')),
    h(DraftList, { drafts, telling, onRemove: (form) => void removeBegun(form) }),
    h(OpenPart, { telling, onKept: () => void listDrafts().then(showDrafts) }),
    h(ClearDevice, { waiting: parcels.filter(({ state }) => state !== 'received').length, telling }),
  );
}

interface DraftListProps {
  readonly drafts: Drafts;
  readonly telling: Telling;
  readonly onRemove: (form: string) => void;
}

function DraftList({ drafts, telling, onRemove }: DraftListProps): ComponentChild {
  const { forms, words, language } = telling;
  if (drafts.length === 0) return h('p', null, words('drafts.none'));
  return h(
    'ul',
    { class: 'cards' },
    drafts.map(({ form, draft, savedAt }) =>
      h(
        'li',
        { key: form, class: 'card', 'data-draft': form },
        h('h3', null, titleOf(form, forms)),
        h('p', { class: 'small' }, [
          words('drafts.savedOn', { when: dateAndTimeInWords(savedAt, language) }),
          '. ',
          words('drafts.keptUntil', { when: dateInWords(keptUntil(savedAt), language) }),
        ]),
        form in forms
          ? h(
              'p',
              null,
              h(
                'a',
                { href: localPath(language, pathOf(form, forms)) },
                words('drafts.goOn', { form: titleOf(form, forms) }),
              ),
            )
          : h('p', null, words('drafts.gone')),
        draft.asked &&
          h('details', { open: !(form in forms) }, [h('summary', null, words('drafts.wrote')), h(Written, { draft })]),
        h(
          'div',
          { class: 'buttons' },
          h(Confirm, {
            label: words('list.remove'),
            what: words('list.removeWhat', { form: titleOf(form, forms) }),
            questions: [words('drafts.removeAsk')],
            yes: words('list.removeYes'),
            no: words('list.keep'),
            onYes: () => onRemove(form),
          }),
        ),
      ),
    ),
  );
}

interface OpenPartProps {
  readonly telling: Telling;
  readonly onKept: () => void;
}

/** Where a form saved to a file is opened. What that takes is loaded once somebody opens this part. */
function OpenPart({ telling, onKept }: OpenPartProps): ComponentChild {
  const { forms, words, language } = telling;
  const place = useRef<HTMLDivElement>(null);
  const [hasFailed, fail] = useState(false);
  const load = async (event: Event) => {
    const isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (!isOpen || !place.current || place.current.hasChildNodes()) return;
    try {
      const { mountInYourForms } = await import('../draft-file/in-your-forms.ts');
      await mountInYourForms(place.current, { language, titleOf: (form) => forms[form]?.title, kept: onKept });
      fail(false);
    } catch {
      fail(true);
    }
  };
  return h('details', { 'data-draft-file': 'open', onToggle: (event: Event) => void load(event) }, [
    h('summary', null, words('drafts.fileOpen')),
    h('div', { ref: place }),
    hasFailed && h('p', { class: 'notice notice--warning' }, words('drafts.fileFailed')),
  ]);
}

/** "Clear this device" (G18): says first what would be lost, and whether it worked. */
function ClearDevice({ waiting, telling }: { readonly waiting: number; readonly telling: Telling }): ComponentChild {
  const { words } = telling;
  const title = useRef<HTMLHeadingElement>(null);
  const [outcome, show] = useState<'done' | 'failed'>();
  const [round, again] = useState(0);
  const [changes, count] = useState(0);
  useEffect(() => {
    void ledgers()
      .then((all) => count([...all.values()].reduce((sum, each) => sum + each, 0)))
      .catch(() => undefined);
  }, [round]);

  const clear = async () => {
    const result = await forgetEverything().then(
      () => 'done' as const,
      () => 'failed' as const,
    );
    show(result);
    again(round + 1);
    if (title.current) moveFocus(title.current);
    announce(words(result === 'done' ? 'announce.cleared' : 'clear.failed'));
  };
  return h(
    'section',
    { 'data-clear-device': true },
    h('h2', { id: 'clear', ref: title }, words('clear.title')),
    h('p', null, words('clear.text')),
    outcome && h('p', { class: outcome === 'done' ? 'notice' : 'notice notice--warning' }, words(`clear.${outcome}`)),
    h(Confirm, {
      key: round,
      label: words('clear.button'),
      questions: [
        ...(waiting > 0 ? [words('clear.notSent', { count: waiting })] : []),
        ...(changes > 0 ? [words('clear.changesNotSent', { count: changes })] : []),
        words('clear.ask'),
      ],
      yes: words('clear.yes'),
      no: words('clear.no'),
      onYes: () => void clear(),
    }),
  );
}
