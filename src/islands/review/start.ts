import { h, render } from 'preact';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { PickedWords } from '#i18n/plural-of.ts';
import { storageWorks } from '#store/storage-check.ts';
import { readPatiently } from '../beside/read-beside.ts';
import { App } from '../organiser/app.ts';
import { readSayer, say, sayerOf } from '../organiser/say.ts';
import { Gaps } from './gaps.ts';
import { Review } from './review.ts';
import { type Names, sayReview } from './review-desk.ts';

/** The pages of editors and coordinators. Reason for the island: who may see them is known once they have signed in. */
export function start(): void {
  const root = document.querySelector<HTMLElement>('[data-review]');
  if (root) void mountReview(root, root.dataset['review'] === 'gaps' ? 'gaps' : 'review');
}

async function mountReview(root: HTMLElement, page: 'review' | 'gaps'): Promise<void> {
  const { lang } = document.documentElement;
  const [organise, own, base, works] = await Promise.all([
    readSayer(lang),
    readPatiently<{ readonly review: PickedWords; readonly names: Names }>(`/${lang}/organise/review/words.json`),
    readPatiently<TimetableBase>('/wayin/timetable.json'),
    storageWorks(),
  ]);
  const sayer = sayerOf({ review: own.review }, lang);
  const refused = h(
    'p',
    { class: 'notice notice--warning', 'data-storage': 'refused' },
    say(organise, 'storageRefused'),
  );
  const app = h(App, {
    sayer: organise,
    base,
    page: (desk) => {
      if (desk.organiser.role === 'organiser') return h('p', { class: 'notice' }, sayReview(sayer, 'notForYou'));
      const place = { at: { desk, sayer, names: own.names } };
      return page === 'gaps' ? h(Gaps, place) : h(Review, place);
    },
  });
  render(works ? app : refused, root);
}
