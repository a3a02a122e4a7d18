import { parseHTML } from 'linkedom';
import type { Day } from '#core/sessions/wall-time.ts';
import type { News } from '#core/timetable/news.ts';
import { applyNews } from '#ui/news/apply-news.ts';

const GROUP = /data-(?:group|of|group-page)="([^"]+)"/g;
const LISTS_DAYS = ' data-dates="';

/** Whether the news says anything about what a page shows. */
export function concerns(page: string, news: News): boolean {
  if (page.includes(LISTS_DAYS)) return Object.keys(news.groups).length > 0;
  return [...page.matchAll(GROUP)].some(([, group = '']) => group in news.groups);
}

/** The page with the news in it, for those without scripts; nothing if the page says all of it already. */
export function toldPage(page: string, news: News, today: Day): string | undefined {
  if (!concerns(page, news)) return undefined;
  const { document } = parseHTML(page);
  const before = document.toString();
  applyNews(document as unknown as Document, news, today);
  if (document.toString() === before) return undefined;
  const line = document.createElement('p');
  line.className = 'small';
  line.setAttribute('data-news-age', '');
  line.textContent = news.words.inPage;
  document.querySelector('[data-made]')?.after(line);
  return document.toString();
}
