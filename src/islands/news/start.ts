import { type News, newsPath } from '#core/timetable/news.ts';
import { fillIn } from '#i18n/plural-of.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { londonDay } from '../timetable/london-day.ts';
import { agoInWords } from './ago.ts';
import { type KeptNews, keepNews, keptNews, TOLD } from './kept-news.ts';

/** A page that is shown again asks again, but not at every glance. */
const SHOWN_AGAIN_MS = 10_000;
/** One that stays open asks this often: an answer of nothing new is some 300 bytes. */
const OPEN_MS = 120_000;
const A_MINUTE_MS = 60_000;
const MOST_SAID = 5;

let kept: KeptNews | undefined;
/** Whether the last look succeeded; not known before the first. */
let isFresh: boolean | undefined;
let asking = false;

/**
 * Pages with dates. Reason for the island: a page is kept for weeks and read without a signal, and a group may be called
 * off an hour before it meets. Says how old the news is, whatever else it knows.
 */
export function startNews(): void {
  const lang = document.documentElement.lang;
  kept = keptNews(lang);
  if (kept) void tellNews(kept.news);
  sayAge();
  const soon = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
  soon(() => void look(lang));
  addEventListener('online', () => void look(lang));
  const lookAfter = (waitMs: number) => {
    const isDue = !isFresh || !kept || Date.now() - kept.checkedAt >= waitMs;
    if (isDue && document.visibilityState === 'visible') void look(lang);
  };
  document.addEventListener('visibilitychange', () => lookAfter(SHOWN_AGAIN_MS));
  setInterval(() => {
    sayAge();
    lookAfter(OPEN_MS);
  }, A_MINUTE_MS);
}

/** Tells a list that was drawn just now what is known. */
export async function tellAgain(): Promise<void> {
  if (kept) await apply(kept.news);
}

/** On most days nothing has changed: what marks a page is fetched only when there is something to mark. */
async function apply(news: News): Promise<readonly string[]> {
  if (Object.keys(news.groups).length === 0 && !document.querySelector('[data-news]')) return [];
  try {
    const { applyNews } = await import('#ui/news/apply-news.ts');
    return applyNews(document, news, londonDay(new Date()));
  } catch {
    // No signal, and not kept: the page stays as it is, and says how old it is.
    return [];
  }
}

async function look(lang: string): Promise<void> {
  if (asking) return;
  asking = true;
  const answer = await ask(lang);
  asking = false;
  isFresh = answer !== undefined;
  if (answer) {
    const isNew = answer.version !== kept?.news.version;
    kept = { news: answer, checkedAt: Date.now() };
    keepNews(lang, kept);
    if (isNew) await tellNews(answer);
  }
  sayAge();
}

/** Nothing without a signal, and where a site is served without its intake. The browser asks with its ETag. */
async function ask(lang: string): Promise<News | undefined> {
  try {
    const answer = await fetch(newsPath(lang), { cache: 'no-cache', credentials: 'omit' });
    if (!answer.ok) return undefined;
    const news = (await answer.json()) as News;
    return typeof news.version === 'string' ? news : undefined;
  } catch {
    return undefined;
  }
}

async function tellNews(news: News): Promise<void> {
  const said = await apply(news);
  if (said.length > 0) announce(said.slice(0, MOST_SAID).join(' '));
  document.dispatchEvent(new Event(TOLD));
}

function sayAge(): void {
  const list = document.querySelector<HTMLElement>('[data-made]');
  if (!list || !kept) return;
  const line = document.querySelector<HTMLElement>('[data-news-age]') ?? document.createElement('p');
  line.className = isFresh === false ? 'notice notice--warning' : 'small';
  line.dataset['newsAge'] = '';
  const { checked, notChecked } = kept.news.words;
  const when = agoInWords(kept.checkedAt, Date.now(), document.documentElement.lang);
  const text = fillIn(isFresh === false ? notChecked : checked, { when });
  if (line.textContent !== text) line.textContent = text;
  if (!line.isConnected) list.after(line);
}
