import type { Answers } from '#core/criteria/criterion.ts';
import type { Draft, SetAside } from '#core/forms/draft.ts';
import { relevantPages } from '#core/forms/relevance.ts';
import { readControls } from './controls.ts';
import type { FormOnScreen } from './fill-in.ts';
import type { FormData } from './form-data.ts';
import { showNotice } from './show-notice.ts';

/**
 * Puts a draft into the form, on the page where the person was. What stands there already was typed before the script
 * came, and wins. Answers the answers that the form has no place for any more: they are shown, and kept with the draft.
 */
export async function putBack(
  form: HTMLFormElement,
  data: FormData,
  screen: FormOnScreen,
  draft: Draft,
): Promise<readonly SetAside[]> {
  const fill = (answers: Answers) => {
    screen.fill({ ...answers, ...readControls(form, data.form) });
    const onRoute = relevantPages(data.form, screen.answers()).find(({ page }) => page.id === draft.page);
    if (onRoute) screen.go({ at: 'page', page: onRoute.page.id });
  };
  const before = draft.setAside ?? [];
  if (draft.formVersion === data.version && before.length === 0) {
    fill(draft.answers);
    return before;
  }
  showNotice('new-version');
  try {
    const { showChanges } = await import('./show-changes.ts');
    return await showChanges({ form, data, screen, draft, fill });
  } catch {
    // The words for it cannot be had now. What fits is filled in; what was set aside before is not lost.
    fill(draft.answers);
    return before;
  }
}
