/**
 * What one tab tells the others: parcels, kept groups or an organiser's timetable changed, somebody signed in or out,
 * the device was cleared, somebody had to leave fast.
 */
export type News =
  | 'parcelsChanged'
  | 'myGroupsChanged'
  | 'timetableChanged'
  | 'organiserChanged'
  | 'deviceCleared'
  | 'leftFast';

const listeners = new Set<(news: News) => void>();
let channel: BroadcastChannel | undefined;

function openChannel(): BroadcastChannel | undefined {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel('wayin-device');
  channel.onmessage = ({ data }) => tellThisTab(data as News);
  return channel;
}

function tellThisTab(news: News): void {
  for (const listener of [...listeners]) listener(news);
}

/** Tells this tab and all others. */
export function tell(news: News): void {
  tellOthers(news);
  tellThisTab(news);
}

/** Tells all others, where this tab is about to leave the site. */
export function tellOthers(news: News): void {
  openChannel()?.postMessage(news);
}

/** Calls `listener` at every piece of news, from this tab or another. Answers a way to stop. */
export function listen(listener: (news: News) => void): () => void {
  openChannel();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For a page with a form under way: the device was cleared, or another tab left fast, so what is on screen must go too. */
export function watchClearing(listener: () => void): () => void {
  return listen((news) => {
    if (news === 'deviceCleared' || news === 'leftFast') listener();
  });
}
