import { type ComponentChild, Fragment, h } from 'preact';
import { dateInWords } from '#i18n/dates.ts';
import { groupView, nameOf } from '../organiser/group-view.ts';
import { groupPath } from '../organiser/my-groups.ts';
import { type ReviewDesk, sayReview } from './review-desk.ts';

/** Groups that somebody was to confirm by a day that has passed, the longest first. */
export function Overdue({ at: { desk, sayer } }: { readonly at: ReviewDesk }): ComponentChild {
  const today = desk.now.slice(0, 10);
  const late = Object.keys(desk.base.groups)
    .flatMap((id) => groupView(id, desk.base, desk.copy, today) ?? [])
    .filter(({ now }) => now.groupStatus !== 'closed' && now.nextReviewDue < today)
    .sort((a, b) => (a.now.nextReviewDue < b.now.nextReviewDue ? -1 : 1));
  const day = (date: string) => dateInWords(date, sayer.lang, { year: true });
  return h(
    Fragment,
    null,
    h('h2', { 'data-overdue': late.length }, sayReview(sayer, 'overdue.title')),
    late.length === 0 && h('p', null, sayReview(sayer, 'overdue.none')),
    h(
      'ul',
      null,
      late.map((view) => {
        const { name, lang } = nameOf(view, sayer.lang);
        return h('li', { key: view.id }, [
          h('a', { href: groupPath(sayer.lang, view.id), lang: lang === sayer.lang ? undefined : lang }, name),
          ' ',
          sayReview(sayer, 'overdue.when', { due: day(view.now.nextReviewDue), last: day(view.now.lastConfirmed) }),
        ]);
      }),
    ),
  );
}
