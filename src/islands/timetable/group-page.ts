import { fillIn, type PickedWords } from '#i18n/plural-of.ts';
import { dropGroup, keepGroup, myGroups, watchMyGroups } from '#store/my-groups.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { TOLD } from '../news/kept-news.ts';
import { offerReminder } from '../reminders/offer.ts';
import { londonDay } from './london-day.ts';
import { readBlock } from './start.ts';

/** A group's page. Reason for the island: keeping, copying and this device's own address are nothing a server can do. */
export function startGroupPage(): void {
  const words = readBlock('[data-keep-words]') ?? {};
  offerKeeping(words);
  offerCopy(words);
  offerReminder(words);
  offerSubscription();
  document.addEventListener(TOLD, showAddress);
  sayChanges();
}

function offerKeeping(words: PickedWords): void {
  const button = document.querySelector<HTMLButtonElement>('[data-keep-group]');
  if (!button) return;
  const { keepGroup: group = '', name = '', nameLang = document.documentElement.lang } = button.dataset;
  let isKept = false;
  const show = async () => {
    isKept = (await myGroups()).some((one) => one.group === group);
    button.textContent = words[isKept ? 'mine.remove' : 'mine.add'] ?? '';
    button.hidden = false;
    for (const note of document.querySelectorAll<HTMLElement>('[data-keep-note]')) note.hidden = false;
  };
  button.addEventListener('click', async () => {
    const outcome = isKept ? await dropGroup(group) : await keepGroup({ group, name, lang: nameLang });
    const key = outcome.ok ? (isKept ? 'mine.removed' : 'mine.added') : refusal(outcome.problem);
    sayHere('[data-keep-said]', fillIn(words[key] ?? '', { name }));
    await show();
  });
  watchMyGroups(() => void show());
  void show();
}

function refusal(problem: 'sharedComputer' | 'storageRefused'): 'mine.shared' | 'mine.refused' {
  return problem === 'sharedComputer' ? 'mine.shared' : 'mine.refused';
}

/** A calendar that subscribes needs the site's whole address, which only the browser knows. */
function offerSubscription(): void {
  const place = document.querySelector<HTMLElement>('[data-subscription]');
  const link = place?.querySelector('a');
  if (!place || !link) return;
  const address = new URL(place.dataset['subscription'] ?? '', location.origin).href;
  link.href = address.replace(/^https?:/, 'webcal:');
  const text = place.querySelector('bdi');
  if (text) text.textContent = address;
  place.hidden = false;
}

/** The text message gets the page's whole address, which only the browser knows. */
function showAddress(): void {
  const text = document.querySelector<HTMLElement>('[data-text-message]');
  if (!text) return;
  const address = new URL(text.dataset['shortPath'] ?? location.pathname, location.origin).href;
  const whole = withAddress(text.textContent ?? '', address);
  text.textContent = whole;

  const link = document.querySelector<HTMLAnchorElement>('[data-short-link]');
  if (link) link.textContent = address;
  // "?&body=" is what both Android and iOS read.
  const send = document.querySelector<HTMLAnchorElement>('[data-send-text]');
  if (send) send.href = `sms:?&body=${encodeURIComponent(whole)}`;
}

function offerCopy(words: PickedWords): void {
  showAddress();
  const copy = document.querySelector<HTMLButtonElement>('[data-copy-text]');
  if (!copy) return;
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    const copied = await navigator.clipboard
      ?.writeText(document.querySelector('[data-text-message]')?.textContent ?? '')
      .then(
        () => true,
        () => false,
      );
    sayHere('[data-copy-said]', words[copied ? 'keep.copied' : 'keep.notCopied'] ?? '');
  });
}

const MOST_LETTERS = 160;

/** The address goes at the end as long as the whole still fits one message; it takes the place of the last sentences. */
export function withAddress(text: string, address: string): string {
  if (text.includes(address)) return text;
  const sentences = text.split(/(?<=\.) /);
  while (sentences.length > 1 && [...sentences, address].join(' ').length > MOST_LETTERS) sentences.pop();
  const whole = [...sentences, address].join(' ');
  return whole.length > MOST_LETTERS ? text : whole;
}

function sayHere(selector: string, text: string): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (place) place.textContent = text;
  announce(text);
}

/** What is called off or moved is said once when the page opens, if its day has not passed (E24). */
function sayChanges(): void {
  const today = londonDay(new Date());
  const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')].filter(
    ({ dataset }) => (dataset['day'] ?? '') >= today,
  );
  const text = changes.map(({ textContent }) => textContent?.trim() ?? '').join(' ');
  if (text !== '') announce(text);
}
