import type { Answers } from '#core/criteria/criterion.ts';
import { readDraft, removeAllDrafts } from '#store/drafts.ts';
import { isSharedComputer, markSharedComputer } from '#store/shared-computer.ts';
import { askToKeepStorage, storageWorks } from '#store/storage-check.ts';
import { watchClearing } from '#store/tabs.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { type DraftKeeper, keepDraft } from '../form-filler/keep-draft.ts';

/**
 * Keeps a worksheet on this device while it is written, as locked as the draft of a form, and prints it. Reason for
 * the island: nothing of it may go to a server, so nobody else could keep it.
 */
export async function start(): Promise<void> {
  const sheet = document.querySelector<HTMLElement>('[data-worksheet]');
  const name = sheet?.dataset['worksheet'];
  if (!sheet || !name) return;
  const fields = [...sheet.querySelectorAll('textarea')];
  const id = crypto.randomUUID();
  const written = (): Answers =>
    Object.fromEntries(fields.filter(({ value }) => value !== '').map((field) => [field.name, field.value]));
  const keeper = keepDraft(
    name,
    () => ({ draft: id, formVersion: name, answers: written(), page: null, savedAt: Date.now() }),
    () => show('refused'),
  );
  const show = (notice: string, isShown = true) => {
    const found = sheet.querySelector<HTMLElement>(`[data-notice="${notice}"]`);
    if (found) found.hidden = !isShown;
  };

  const kept = (await readDraft(name))?.answers ?? {};
  for (const field of fields) {
    const before = kept[field.name];
    // What was typed before the script came wins.
    if (field.value === '' && typeof before === 'string') field.value = before;
    mirror(field);
  }
  if (Object.keys(kept).length > 0) show('restored');
  if (await storageWorks()) {
    await askToKeepStorage();
    show(isSharedComputer() ? 'kept-nowhere' : 'kept');
  } else show('refused');

  sheet.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    mirror(target);
    keeper.touch();
  });
  offerButtons(sheet, fields, keeper, () => show('restored', false));
  offerSharedComputer(sheet, keeper, (isShared) => {
    show('kept', !isShared);
    show('kept-nowhere', isShared);
  });
  // "Clear this device" in another tab means this page as well.
  watchClearing(() => {
    keeper.stop();
    location.reload();
  });
  if (fields.some(({ value }) => value !== '') && Object.keys(kept).length === 0) keeper.touch();
}

/** A text box prints no more than what is in sight: its text stands below it for the printer. */
function mirror(field: HTMLTextAreaElement): void {
  const printed = field.nextElementSibling;
  if (printed) printed.textContent = field.value;
}

function offerButtons(
  sheet: HTMLElement,
  fields: readonly HTMLTextAreaElement[],
  keeper: DraftKeeper,
  deleted: () => void,
): void {
  const buttons = sheet.querySelector<HTMLElement>('[data-worksheet-buttons]');
  if (!buttons) return;
  buttons.hidden = false;
  buttons.querySelector('[data-print]')?.addEventListener('click', () => print());
  buttons.querySelector('[data-start-again]')?.addEventListener('click', () => {
    for (const field of fields) {
      field.value = '';
      mirror(field);
    }
    void keeper.drop();
    deleted();
    announce(buttons.dataset['deleted'] ?? '');
  });
}

function offerSharedComputer(sheet: HTMLElement, keeper: DraftKeeper, changed: (isShared: boolean) => void): void {
  const box = sheet.querySelector<HTMLInputElement>('[data-shared-computer]');
  const choice = sheet.querySelector<HTMLElement>('[data-shared-choice]');
  if (!box || !choice) return;
  choice.hidden = false;
  box.checked = isSharedComputer();
  box.addEventListener('change', () => {
    markSharedComputer(box.checked);
    changed(box.checked);
    if (box.checked) void keeper.drop().then(removeAllDrafts);
    else keeper.touch();
  });
}
