import type { Answers } from '#core/criteria/criterion.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { fetchPage, showInPlace } from '../in-place/show-page.ts';

/**
 * Goes on to a form with answers of the check. The form's page takes this one's place without leaving it: the answers
 * go from memory to memory, through no address and no disk. "Back" brings the check back as it stood.
 * False where the form cannot be had now.
 */
export async function carryOn(language: string, form: string, brought: Answers): Promise<boolean> {
  const href = `/${language}/forms/${form}/`;
  const page = await fetchPage(href, 'form[data-form]');
  if (!page) return false;
  const [{ leaveForm, startForm }] = await Promise.all([
    import('../form-filler/start.ts'),
    import('../form-filler/brought.ts'),
  ]);

  const check = { href: location.href, page: document, body: document.body, title: document.title };
  const { lang, dir } = document.documentElement;
  history.pushState(null, '', href);
  showInPlace(page);
  const back = async (event: PopStateEvent) => {
    if (location.href !== check.href) return;
    event.stopImmediatePropagation();
    removeEventListener('popstate', back);
    await leaveForm();
    showInPlace({ ...check, documentElement: { lang, dir } });
  };
  // Before the form listens itself.
  addEventListener('popstate', back);
  await startForm(undefined, brought);
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) moveFocus(heading);
  return true;
}
