import { type PickedWords, pluralOf } from '#i18n/plural-of.ts';
import { announce } from '#ui/announcer/announcer.ts';

/** Narrows lists that stand on a page. Reason for the island: no server is asked, and it works without a signal. */
export function start(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-list-filter]')) narrow(form);
}

function narrow(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset['listFilter'] ?? '');
  const words = JSON.parse(form.dataset['words'] ?? '{}') as PickedWords;
  const selects = [...form.querySelectorAll('select')];
  if (!list) return;

  const show = () => {
    const chosen = selects.filter(({ value }) => value !== '');
    const items = [...list.querySelectorAll<HTMLElement>('[data-item]')];
    // An attribute of our own: days that have passed are hidden by another script, and stay so.
    for (const item of items) {
      item.toggleAttribute('data-left-out', !chosen.every(({ name, value }) => valuesOf(item, name).includes(value)));
    }
    for (const section of list.querySelectorAll('section')) {
      const all = section.querySelectorAll('[data-item]').length;
      section.toggleAttribute('data-left-out', section.querySelectorAll('[data-item][data-left-out]').length === all);
    }
    const count = items.filter((item) => !item.hidden && !item.hasAttribute('data-left-out')).length;
    const text =
      count === 0 ? words['results.none'] : pluralOf(words, 'results.count', count, document.documentElement.lang);
    const line = form.querySelector('[data-count]');
    if (line) line.textContent = text ?? '';
    const query = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
    history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
    return text ?? '';
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => announce(show()));
  // The controls are set back only after the event.
  form.addEventListener('reset', () => setTimeout(() => announce(show())));
  show();
}

const valuesOf = (item: HTMLElement, name: string) => (item.getAttribute(`data-${name}`) ?? '').split(' ');
