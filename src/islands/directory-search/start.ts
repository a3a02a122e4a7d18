import { h, render } from 'preact';
import type { Facet } from '#core/directory/entry.ts';
import { type Choice, type Chosen, choicesIn, NOTHING_CHOSEN, withChoice, without } from '#core/directory/filter.ts';
import { type Found, find } from '#core/directory/find.ts';
import { pluralOf } from '#i18n/plural-of.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { TOLD } from '../news/kept-news.ts';
import { readAddress, toAddress } from './address.ts';
import { isOffered, readControls, setControls } from './controls.ts';
import { type Directory, readDirectory } from './directory.ts';
import { askPostcode } from './postcode.ts';
import { Results } from './results.ts';
import { withNews } from './with-news.ts';

const SHOWN = 20;
const TYPING_MS = 150;
const SAYING_MS = 800;

/** The search. Reason for the island: it answers while one types, without a signal, and tells nobody what was typed. */
export function start(): void {
  const root = document.querySelector<HTMLElement>('[data-find]');
  const form = root?.querySelector('form');
  const typed = root?.querySelector<HTMLInputElement>('[data-typed]');
  const results = root?.querySelector<HTMLElement>('[data-results]');
  if (!root || !form || !typed || !results) return;
  new Search(root, form, typed, results).begin();
}

class Search {
  readonly #language = document.documentElement.lang;
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #typed: HTMLInputElement;
  readonly #results: HTMLElement;
  /** The area of the postcode that somebody gave; only ever here. */
  #here: string | undefined;
  #shown = SHOWN;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #begun = false;

  constructor(root: HTMLElement, form: HTMLFormElement, typed: HTMLInputElement, results: HTMLElement) {
    this.#root = root;
    this.#form = form;
    this.#typed = typed;
    this.#results = results;
  }

  begin(): void {
    const { search } = location;
    setControls(
      this.#form,
      readAddress(search, (facet, value) => isOffered(this.#form, facet, value)),
    );
    this.#root.hidden = false;
    for (const or of document.querySelectorAll<HTMLElement>('[data-or]')) or.hidden = false;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#show().then(() => this.#focusResults());
    });
    this.#typed.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.#show(), TYPING_MS);
    });
    this.#form.addEventListener('change', (event) => {
      const isFilter = event.target instanceof HTMLElement && event.target.hasAttribute('name');
      if (isFilter) void this.#show();
    });
    // What will be needed next is fetched while the first letter is on its way.
    this.#form.addEventListener('focusin', () => this.#fetchAhead(), { once: true });
    askPostcode(this.#root, this.#language, (area) => {
      this.#here = area;
      void this.#show();
    });
    // The browser puts back what was typed after "back"; the address knows the rest.
    addEventListener('pageshow', () => {
      if (this.#typed.value !== '' || choicesIn(readControls(this.#form)).length > 0) void this.#show();
    });
  }

  #fetchAhead(): void {
    void readDirectory(this.#language).catch(() => undefined);
    // Cards say the next date of a group; what came in since the build is asked for once somebody searches.
    document.addEventListener(TOLD, () => {
      if (this.#begun) void this.#show(true);
    });
    void import('../news/start.ts').then(({ startNews }) => startNews());
  }

  #chosen(): Chosen {
    const chosen = readControls(this.#form);
    return this.#here === undefined ? chosen : withChoice(chosen, 'area', this.#here);
  }

  async #show(keepShown = false): Promise<void> {
    const typed = this.#typed.value.trim();
    const inAddress = readControls(this.#form);
    history.replaceState(history.state, '', `${location.pathname}${toAddress(inAddress)}`);
    if (!keepShown) this.#shown = SHOWN;
    if (typed === '' && choicesIn(this.#chosen()).length === 0) return this.#showNothing();

    if (!this.#begun) this.#results.textContent = this.#root.dataset['loading'] ?? '';
    try {
      const directory = await readDirectory(this.#language);
      if (!this.#begun) this.#results.replaceChildren();
      this.#begun = true;
      const now = this.#typed.value.trim();
      this.#draw(
        directory,
        find(
          withNews(directory.entries, this.#language),
          this.#chosen(),
          this.#today(),
          now ? directory.index.find(now) : undefined,
        ),
      );
    } catch {
      this.#results.textContent = this.#root.dataset['notLoaded'] ?? '';
      announce(this.#results.textContent);
    }
  }

  #draw(directory: Directory, found: Found): void {
    const { words } = directory;
    const chosen = this.#chosen();
    render(
      h(Results, {
        found,
        chosen,
        words,
        language: this.#language,
        today: this.#today(),
        shown: this.#shown,
        startGroup: this.#root.dataset['startGroup'],
        nameOf: (choice: Choice) => nameOf(directory, choice),
        onRemove: (choice: Choice) => this.#remove(choice),
        onRelax: ({ chosen: next }) => this.#choose(next),
        onMore: () => {
          this.#shown += SHOWN;
          void this.#show(true);
        },
        onClear: () => this.#clear(),
      }),
      this.#results,
    );
    this.#sayHowMany(found.entries.length, directory);
    this.#labelFilters(choicesIn(chosen).length, directory);
    this.#offerQuickExit(found, chosen, directory);
  }

  #showNothing(): void {
    clearTimeout(this.#saying);
    if (this.#begun) render(null, this.#results);
    else this.#results.replaceChildren();
  }

  #remove(choice: Choice): void {
    this.#choose(without(this.#chosen(), choice));
  }

  /** The area of a postcode stays out of the controls, and so out of the address. */
  #choose(chosen: Chosen): void {
    const here = this.#here;
    const keeps = here !== undefined && chosen.facets.area?.includes(here) === true;
    if (!keeps) this.#here = undefined;
    setControls(this.#form, here !== undefined && keeps ? without(chosen, { facet: 'area', value: here }) : chosen);
    void this.#show().then(() => this.#focusResults());
  }

  #clear(): void {
    this.#here = undefined;
    this.#typed.value = '';
    setControls(this.#form, NOTHING_CHOSEN);
    void this.#show().then(() => moveFocus(this.#typed));
  }

  #focusResults(): void {
    const heading = this.#results.querySelector<HTMLElement>('#found');
    if (heading) moveFocus(heading);
    else moveFocus(this.#typed);
  }

  /** Only once typing rests: a number at every letter would be noise. */
  #sayHowMany(count: number, { words }: Directory): void {
    clearTimeout(this.#saying);
    const text = count === 0 ? words['results.none'] : pluralOf(words, 'results.count', count, this.#language);
    this.#saying = setTimeout(() => announce(text ?? ''), SAYING_MS);
  }

  #labelFilters(count: number, { words }: Directory): void {
    const label = this.#root.querySelector('[data-filters-label]');
    if (label && count > 0) label.textContent = pluralOf(words, 'find.filtersChosen', count, this.#language);
  }

  /** Who looks for help with abuse gets the way out here, too (G20). */
  #offerQuickExit(found: Found, chosen: Chosen, { quickExit }: Directory): void {
    const first = found.entries.slice(0, 5).flatMap(({ facets }) => facets.topic ?? []);
    const topics = [...(chosen.facets.topic ?? []), ...(this.#typed.value.trim() === '' ? [] : first)];
    const bar = document.querySelector<HTMLElement>('[data-quick-exit]');
    if (bar) bar.hidden = !topics.some((topic) => quickExit.includes(topic));
  }

  #today(): string {
    return (
      this.#root.dataset['today'] ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date())
    );
  }
}

function nameOf({ tags, whens }: Directory, { facet, value }: Choice): string {
  if (facet === 'when') return whens[value] ?? value;
  return tags.find((tag) => tag.facet === (facet satisfies Facet) && tag.value === value)?.label ?? value;
}
