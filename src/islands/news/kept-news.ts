import type { News } from '#core/timetable/news.ts';

/** Said on the page's document when its dates were told anew: what else shows dates can follow. */
export const TOLD = 'wayin-news';

/** What this device knows of changes, and when it last asked. */
export interface KeptNews {
  readonly news: News;
  readonly checkedAt: number;
}

// "Clear this device" forgets what begins so. It is the same for everybody, and no secret.
const nameOf = (lang: string) => `wayin-news-${lang}`;

/** The news kept on this device; nothing where storage is refused, or what is kept is of another shape. */
export function keptNews(lang: string): KeptNews | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(lang)) ?? 'null') as KeptNews | null;
    return kept?.news.version && kept.news.words && kept.news.groups ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it. A device that refuses shows the news all the same, as long as it has a signal. */
export function keepNews(lang: string, kept: KeptNews): void {
  try {
    localStorage.setItem(nameOf(lang), JSON.stringify(kept));
  } catch {
    // Full, or refused.
  }
}
