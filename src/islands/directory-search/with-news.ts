import type { Entry } from '#core/directory/entry.ts';
import { keptNews } from '../news/kept-news.ts';

/** The directory with the dates that groups have changed since the build, as far as this device knows; in its order. */
export function withNews(entries: readonly Entry[], language: string): readonly Entry[] {
  const groups = keptNews(language)?.news.groups ?? {};
  if (Object.keys(groups).length === 0) return entries;
  return entries.map((entry) => {
    const news = entry.kind === 'group' ? groups[entry.id] : undefined;
    return news ? { ...entry, next: news.dates } : entry;
  });
}
