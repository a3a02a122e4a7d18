import { addDays, daysBetween } from '#core/sessions/wall-time.ts';
import { dateInWords } from '#i18n/dates.ts';
import { fillIn, type PickedWords, pluralOf } from '#i18n/plural-of.ts';

/**
 * Hides the days that have passed since the page was made and says how old it is; marks today and tomorrow.
 * When every day has passed they stay, under a warning: an old list is better than none, if it says so.
 */
export function showAge(today: string, words: PickedWords, lang: string): void {
  const made = document.querySelector<HTMLElement>('[data-made]')?.dataset['made'] ?? today;
  const dated = [...document.querySelectorAll<HTMLElement>('[data-day]')];
  const passed = dated.filter(({ dataset }) => (dataset['day'] ?? '') < today);
  const allPassed = dated.length > 0 && passed.length === dated.length;

  for (const element of allPassed ? [] : passed) element.hidden = true;
  hideLinksTo(allPassed ? [] : passed);
  const age = daysBetween(made, today);
  if (age > 0) say(allPassed ? (words['allPassed'] ?? '') : pluralOf(words, 'madeAgo', age, lang));

  nameDay(today, 'today', words, lang);
  nameDay(addDays(today, 1), 'tomorrow', words, lang);
  pointToFirst(dated.filter(({ hidden }) => !hidden));
}

function say(text: string): void {
  const notice = document.querySelector<HTMLElement>('[data-list-age]');
  if (!notice) return;
  notice.textContent = text;
  notice.hidden = false;
}

function nameDay(day: string, key: 'today' | 'tomorrow', words: PickedWords, lang: string): void {
  const heading = document.querySelector<HTMLElement>(`[data-day="${day}"] [data-day-name]`);
  if (!heading) return;
  heading.textContent = fillIn(words[key] ?? '', { day: dateInWords(day, lang) });
  if (key === 'today') heading.closest('[data-day]')?.classList.add('day--today');
}

/** A link to a day that is hidden would lead nowhere. */
function hideLinksTo(hidden: readonly HTMLElement[]): void {
  for (const { dataset } of hidden) {
    const link = document.querySelector(`a[href="#day-${dataset['day']}"]:not([data-first-day])`);
    link?.parentElement?.setAttribute('hidden', '');
  }
}

/** The first link leads to the first day still shown. */
function pointToFirst(shown: readonly HTMLElement[]): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-first-day]');
  const heading = shown.map((element) => element.querySelector('[data-day-name]')).find((found) => found !== null);
  if (!link || !heading) return;
  link.href = `#${heading.id}`;
  link.textContent = heading.textContent;
}
