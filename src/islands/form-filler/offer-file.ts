import type { FormToCarry } from '../draft-file/on-form.ts';

/** Offers to save the form to a file, or to open one. What that takes is loaded once somebody opens that part. */
export function offerFile(carry: FormToCarry): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-draft-file]')) {
    const [place, failed] = [...part.querySelectorAll<HTMLElement>(':scope > div, :scope > p')];
    part.hidden = false;
    part.addEventListener('toggle', async () => {
      if (!part.open || !place || place.hasChildNodes()) return;
      try {
        const { mountOnForm } = await import('../draft-file/on-form.ts');
        await mountOnForm(place, part.dataset['draftFile'] === 'save' ? 'save' : 'open', carry);
        if (failed) failed.hidden = true;
      } catch {
        if (failed) failed.hidden = false;
      }
    });
  }
}
