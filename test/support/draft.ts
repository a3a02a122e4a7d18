import { expect, type Page } from '@playwright/test';
import { DEVICE_DATABASE } from '#store/waiting-here.ts';

/** Waits until a form's draft lies on the device and changes no more: the same twice, longer apart than the form waits. */
export async function draftRests(page: Page, form: string): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await sealedDraft(page, form);
        const rests = now !== '' && now === before;
        before = now;
        return rests;
      },
      { intervals: [700], message: 'the draft to rest' },
    )
    .toBe(true);
}

/** Waits until the device keeps no draft of the form any more. */
export async function draftIsGone(page: Page, form: string): Promise<void> {
  await expect.poll(() => sealedDraft(page, form), { message: 'the draft to be gone' }).toBe('');
}

/** What makes each sealing of a draft another one; empty while there is no draft. */
function sealedDraft(page: Page, form: string): Promise<string> {
  return page.evaluate(
    async ({ name, table, key }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const kept = await new Promise<{ iv: Uint8Array } | undefined>((resolve) => {
        const asking = database.transaction(table).objectStore(table).get(key);
        asking.onsuccess = () => resolve(asking.result);
      });
      database.close();
      return kept ? String(kept.iv) : '';
    },
    { ...DEVICE_DATABASE, key: `draft:${form}` },
  );
}
