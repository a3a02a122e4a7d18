import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import { alike, type Slot } from '#core/timetable/spread.ts';
import { gapsAmong, type Wanted, wantedIn } from '#core/timetable/suggestion.ts';
import { dateAndTimeInWords, WEEKDAYS, weekdayInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { answersInWords } from '#ui/form/answers-in-words.ts';
import { groupPath } from '../organiser/my-groups.ts';
import { DraftGroup } from './draft-group.ts';
import { areaName, groupName, placedGroups, type ReviewDesk, sayReview } from './review-desk.ts';
import type { Opened } from './suggestions.ts';

interface CardProps {
  readonly one: Opened;
  readonly at: ReviewDesk;
}

/** What one person sent, what there is like it already, and where there is nothing yet. */
export function SuggestionCard({ one, at }: CardProps): ComponentChild {
  const { desk, sayer, names } = at;
  const { content, reference, receivedAt } = one;
  const [isDrafting, draft] = useState(false);
  const areas = names.areas.map(({ id }) => id);
  const wanted = content.form === 'group-update' ? undefined : wantedIn(content.answers, areas);
  const about = String(content.answers['groupId'] ?? '');
  const titleId = `sent-${reference}`;
  return h(
    'article',
    { class: 'review-card', 'data-suggestion': one.id, 'aria-labelledby': titleId },
    h('h3', { id: titleId }, [
      sayReview(sayer, `sent.form.${content.form}`),
      h('span', { class: 'review-card__what' }, h('bdi', null, String(content.answers['groupName'] ?? reference))),
    ]),
    receivedAt !== undefined &&
      h(
        'p',
        { class: 'small' },
        sayReview(sayer, 'sent.received', { when: dateAndTimeInWords(receivedAt, sayer.lang), reference }),
      ),
    h(Answers, { one, at }),
    wanted && h(Likenesses, { wanted, at }),
    wanted && h(Missing, { wanted, at }),
    content.form === 'group-update' &&
      desk.base.groups[about] !== undefined &&
      h(
        'p',
        null,
        h(
          'a',
          { href: groupPath(sayer.lang, about) },
          sayReview(sayer, 'sent.change', { group: groupName(desk, about).name }),
        ),
      ),
    content.form !== 'group-update' &&
      h(
        'p',
        null,
        h(
          'button',
          {
            type: 'button',
            class: 'button button--secondary',
            'data-action': 'draft',
            'aria-expanded': isDrafting,
            onClick: () => draft(!isDrafting),
          },
          sayReview(sayer, 'draft.make'),
        ),
      ),
    isDrafting && h(DraftGroup, { one, at, onDone: () => draft(false) }),
  );
}

function Answers({ one: { content, form }, at }: CardProps): ComponentChild {
  const { lang } = at.sayer;
  const text = form?.text[lang] ?? form?.text['en'];
  const rows =
    form && text
      ? answersInWords(form.definition, text, content.answers, lang)
      : Object.entries(content.answers).map(([name, answer]) => ({ name, lines: [answer].flat().map(String) }));
  return h(
    'dl',
    { class: 'review-answers' },
    rows.map(({ name, lines }) =>
      h('div', { key: name }, [h('dt', null, name), lines.map((line) => h('dd', null, h('bdi', null, line)))]),
    ),
  );
}

interface WantedProps {
  readonly wanted: Wanted;
  readonly at: ReviewDesk;
}

/** Groups of the same area like the one that is wanted, and what they have in common (E29). */
function Likenesses({ wanted, at: { desk, sayer, names } }: WantedProps): ComponentChild {
  const found = alike(wanted, placedGroups(desk));
  const area = areaName(names, wanted.area);
  if (found.length === 0) return h('p', { 'data-alike': 0 }, sayReview(sayer, 'alike.none', { area }));
  return h(Fragment, null, [
    h('h4', null, sayReview(sayer, 'alike.title', { area })),
    h(
      'ul',
      { 'data-alike': found.length },
      found.map(({ group, same }) =>
        h('li', { key: group.id }, [
          h('a', { href: localPath(sayer.lang, `/groups/${group.id}/`) }, group.name),
          ': ',
          same.map((what) => sayReview(sayer, `alike.${what}`)).join(', '),
        ]),
      ),
    ),
  ]);
}

/** When, of the times that are wanted, nothing meets there yet (E30). */
function Missing({ wanted, at: { desk, sayer, names } }: WantedProps): ComponentChild {
  const gaps = gapsAmong(wanted, placedGroups(desk));
  if (gaps.length === 0) return null;
  const inWords = ({ weekday, part }: Slot) =>
    sayReview(sayer, `slot.${part}`, { day: weekdayInWords(WEEKDAYS[weekday] ?? 'mon', sayer.lang) });
  return h('p', { 'data-gaps': gaps.length }, [
    sayReview(sayer, 'missing', { area: areaName(names, wanted.area) }),
    ' ',
    gaps.map(inWords).join(', '),
    '.',
  ]);
}
