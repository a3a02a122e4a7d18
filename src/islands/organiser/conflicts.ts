import { type ComponentChild, h } from 'preact';
import { useRef } from 'preact/hooks';
import { readTarget, type Target, type TimetableChange } from '#core/timetable/change.ts';
import type { Conflict } from '#core/timetable/fold.ts';
import { dateAndTimeInWords, dateInWords } from '#i18n/dates.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { changeInWords, languageName } from './change-in-words.ts';
import { nameOfPerson, save } from './desk.ts';
import type { Place } from './edits/edit-form.ts';
import { say } from './say.ts';

/** Two people wrote different things without knowing of each other: both in words, side by side, for a person to choose. */
export function Conflicts({ view, desk }: Place): ComponentChild {
  const { sayer } = desk;
  const title = useRef<HTMLHeadingElement>(null);
  const targets = [...new Set(view.conflicts.map(({ target }) => target))];
  if (targets.length === 0) return null;
  return h(
    'section',
    { 'data-conflicts': true, class: 'notice notice--warning', 'aria-labelledby': 'conflicts-title' },
    h('h2', { id: 'conflicts-title', ref: title }, say(sayer, 'conflict.title')),
    h('p', null, say(sayer, 'conflict.text')),
    targets.map((target) => {
      const own = view.conflicts.filter((conflict) => conflict.target === target);
      const sides = sidesOf(own);
      return h('div', { key: target, 'data-conflict': target }, [
        h('h3', null, aboutInWords(target, { view, desk })),
        h(
          'ul',
          { class: 'plain-list organise-sides' },
          sides.map((change) => h(Side, { key: change._id, view, desk, change, conflicts: own })),
        ),
      ]);
    }),
  );
}

function sidesOf(conflicts: readonly Conflict[]): readonly TimetableChange[] {
  const all = conflicts.flatMap(({ sides }) => sides.map(({ change }) => change));
  return all.filter((change, place) => all.findIndex(({ _id }) => _id === change._id) === place);
}

interface SideProps extends Place {
  readonly change: TimetableChange;
  readonly conflicts: readonly Conflict[];
}

function Side({ view, desk, change, conflicts }: SideProps): ComponentChild {
  const { sayer, base } = desk;
  const sentences = changeInWords(change, { sayer, base, sessions: view.base.sessions });
  const [what = ''] = sentences;
  const choose = async () => {
    const fields = conflicts.filter(({ sides }) => sides.some((side) => side.change._id === change._id));
    const set = Object.fromEntries(fields.map(({ field }) => [field, change.set[field] ?? null]));
    const outcome = await save(desk, { group: view.id, target: change.target, set });
    // The choice goes from the page with its buttons; the page's heading is what is left of it.
    const heading = document.querySelector<HTMLElement>('h1');
    if (outcome.ok && heading) moveFocus(heading);
  };
  return h('li', { 'data-side': change._id }, [
    h('p', { class: 'change__what' }, what),
    sentences.slice(1).map((line) => h('p', null, h('bdi', null, line))),
    h(
      'p',
      { class: 'small' },
      say(sayer, 'history.by', {
        who: nameOfPerson(desk, change.by),
        when: dateAndTimeInWords(change.enteredAt, sayer.lang),
      }),
    ),
    h(
      'p',
      null,
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-action': 'choose',
          'aria-label': say(sayer, 'conflict.keepWhat', { what }),
          onClick: () => void choose(),
        },
        say(sayer, 'conflict.keep'),
      ),
    ),
  ]);
}

/** What a disagreement is about: a date, a usual time, the group, its words. */
function aboutInWords(target: Target, { desk }: Place): string {
  const { sayer } = desk;
  const read = readTarget(target);
  switch (read?.kind) {
    case 'date':
      return dateInWords(read.day, sayer.lang);
    case 'session':
      return say(sayer, 'about.session');
    case 'words':
      return say(sayer, 'words.title', { language: languageName(read.language, sayer.lang) });
    default:
      return say(sayer, 'about.group');
  }
}
