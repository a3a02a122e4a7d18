import { type ComponentChild, Fragment, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Occurrence, takesPlace } from '#core/sessions/occurrences.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { changeSentences, stateWord } from '#ui/session-line/state-in-words.ts';
import { whenInWords } from '#ui/session-line/when-in-words.ts';
import { placeName } from './change-in-words.ts';
import { save } from './desk.ts';
import { EditPanel } from './edit-panel.ts';
import { cancelForm, moveForm, onAgain } from './edits/date-edits.ts';
import type { EditForm, Place } from './edits/edit-form.ts';
import { datesOf, targetOf, WEEKS } from './group-view.ts';
import { say } from './say.ts';
import { readTyped } from './typed.ts';

const MOST_WEEKS = 52;

/** The dates to come, each with what can be done about it. */
export function Dates({ view, desk }: Place): ComponentChild {
  const { sayer } = desk;
  const [weeks, showWeeks] = useState(WEEKS);
  const title = useRef<HTMLHeadingElement>(null);
  const today = dayOf(desk.now);
  const dates = datesOf(view, today, weeks).filter(({ ends }) => ends > desk.now);
  const later = dates.length > 0 && weeks < MOST_WEEKS;
  return h(
    Fragment,
    null,
    h('h2', { ref: title }, say(sayer, 'dates.title')),
    dates.length === 0
      ? h('p', null, say(sayer, 'next.none'))
      : h(
          'ul',
          { class: 'plain-list organise-dates' },
          dates.map((one) => h(DateLine, { key: `${targetOf(one)} ${one.state}`, view, desk, occurrence: one })),
        ),
    later &&
      h(
        'p',
        null,
        h(
          'button',
          {
            type: 'button',
            class: 'button button--quiet',
            onClick: () => showWeeks(weeks + WEEKS),
          },
          say(sayer, 'dates.more'),
        ),
      ),
  );
}

function DateLine({ view, desk, occurrence }: Place & { readonly occurrence: Occurrence }): ComponentChild {
  const { sayer, base } = desk;
  const place = { view, desk };
  const cancel = cancelForm(place, occurrence);
  const move = moveForm(place, occurrence);
  const typedIn = [cancel, move].find(({ id }) => readTyped(id) !== undefined);
  const [opened, open] = useState<string | undefined>(typedIn?.id);
  const line = useRef<HTMLDivElement>(null);
  const when = whenInWords(occurrence, sayer);
  const where = placeName(base, occurrence.place, sayer.lang);
  const otherPlace =
    occurrence.state === 'movedAway'
      ? occurrence.toPlace
      : occurrence.state === 'movedHere'
        ? occurrence.fromPlace
        : undefined;
  const word = stateWord(occurrence, sayer);
  const note = occurrence.note === undefined ? undefined : noteOf(occurrence.note, place);

  const button = (form: EditForm, key: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button button--quiet',
        'aria-expanded': opened === form.id,
        'aria-label': say(sayer, `${key}What`, { when }),
        'data-action': key.slice(key.indexOf('.') + 1),
        onClick: () => open(opened === form.id ? undefined : form.id),
      },
      say(sayer, key),
    );
  const restore = async () => {
    const outcome = await save(desk, { group: view.id, ...onAgain(occurrence) });
    // The button is gone: the line it stood in is what it was about.
    if (outcome.ok && line.current) moveFocus(line.current);
  };
  return h(
    'li',
    { 'data-date': targetOf(occurrence), 'data-state': occurrence.state },
    h(
      'div',
      { ref: line },
      h('p', { class: 'change__what' }, [
        word && h('span', { class: `tag ${takesPlace(occurrence) ? 'tag--changed' : 'tag--off'}` }, word),
        word && ' ',
        when,
      ]),
      where && h('p', { class: 'small' }, h('bdi', null, where)),
      changeSentences(occurrence, placeName(base, otherPlace, sayer.lang), sayer).map((text) =>
        h('p', { class: 'small' }, text),
      ),
      note && h('p', { class: 'small' }, h('bdi', null, note)),
    ),
    takesPlace(occurrence)
      ? h('p', { class: 'organise-dates__do' }, button(cancel, 'dates.cancel'), button(move, 'dates.move'))
      : occurrence.state === 'cancelled' &&
          h(
            'p',
            { class: 'organise-dates__do' },
            h(
              'button',
              {
                type: 'button',
                class: 'button button--quiet',
                'aria-label': say(sayer, 'dates.onWhat', { when }),
                onClick: () => void restore(),
              },
              say(sayer, 'dates.on'),
            ),
          ),
    [cancel, move].map((form) => opened === form.id && h(EditPanel, { key: form.id, view, desk, form })),
  );
}

/** A note's words: what an organiser typed, or the content's own. */
function noteOf(note: string, { view, desk }: Place): string | undefined {
  const typed = view.now.notes[note];
  if (typed !== undefined) return typed;
  const { names } = view.base;
  return names[desk.sayer.lang]?.notes[note] ?? names['en']?.notes[note];
}
