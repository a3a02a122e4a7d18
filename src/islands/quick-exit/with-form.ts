import { start } from './start.ts';

/**
 * Leaving fast, on a form: offered as soon as the answer that asks for it is ticked, and from then on. What it can do
 * and cannot is told beside the page about safety. Without script both stand above the form from the beginning.
 */
export function startWithForm(form: HTMLFormElement): void {
  const place = document.querySelector<HTMLElement>('[data-safety]');
  const bar = place?.querySelector<HTMLElement>('[data-quick-exit]');
  const note = place?.querySelector<HTMLElement>('[data-safety-note]');
  const { asked = '', ticked = '' } = place?.dataset ?? {};
  const box = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(asked)}"][value="${CSS.escape(ticked)}"]`);
  const page = form.querySelector<HTMLElement>('[data-page="safety"]');
  if (!bar || !note || !box || !page) return;

  start();
  const show = () => {
    bar.hidden = !box.checked;
    note.hidden = page.hidden;
  };
  form.addEventListener('input', show);
  // A page of the form was shown or hidden; a draft was put back before that.
  new MutationObserver(show).observe(form, { attributes: true, attributeFilter: ['hidden'], subtree: true });
  show();
}
