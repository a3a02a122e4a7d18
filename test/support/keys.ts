import type { Page } from '@playwright/test';

const MOST_STOPS = 150;

/** Somebody who uses a keyboard alone, and the count of what they press. */
export class Keys {
  readonly #page: Page;
  /** Keys pressed, the letters of texts not among them. */
  pressed = 0;
  /** How many of those were Tab, forward or back. */
  stops = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.pressed += 1;
    }
  }

  /** Types a text where focus is, as a keyboard of its language does. */
  async type(text: string): Promise<void> {
    for (const [place, line] of text.split('\n').entries()) {
      if (place > 0) await this.press('Enter');
      await this.#page.keyboard.insertText(line);
    }
  }

  /** Chooses in a closed list by the beginning of a name. */
  async pick(beginning: string): Promise<void> {
    await this.#page.keyboard.type(beginning, { delay: 10 });
    this.pressed += beginning.length;
  }

  /** Tab until what has focus has this name. */
  async tabTo(name: string | RegExp): Promise<void> {
    await this.#go('Tab', name);
  }

  /** The same the other way. */
  async backTo(name: string | RegExp): Promise<void> {
    await this.#go('Shift+Tab', name);
  }

  async #go(key: string, name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.press(key);
      this.stops += 1;
      const now = await this.focused();
      if (typeof name === 'string' ? now === name : name.test(now)) return;
      passed.push(now);
    }
    throw new Error(`Nothing is called ${name}. Passed: ${passed.join(' | ')}`);
  }

  /** The name of what has focus. */
  async focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const element = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }) | null;
      const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('title') ?? element?.textContent ?? '';
      return label.replace(/\s+/g, ' ').trim();
    });
  }
}
