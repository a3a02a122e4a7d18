import type { Answers } from '#core/criteria/criterion.ts';
import type { Draft, SetAside } from '#core/forms/draft.ts';
import type { Step } from '#core/forms/journey.ts';
import { readDraft, removeAllDrafts } from '#store/drafts.ts';
import { isSharedComputer, markSharedComputer } from '#store/shared-computer.ts';
import { askToKeepStorage, storageWorks } from '#store/storage-check.ts';
import { watchClearing } from '#store/tabs.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { keepOverLanguages } from '../in-place/keep-over-languages.ts';
import { askedNow } from './asked-now.ts';
import { withOptions } from './controls.ts';
import { type FormOnScreen, fillInForm } from './fill-in.ts';
import { type FormData, readFormData, readSendingData, wordsOf } from './form-data.ts';
import { keepDraft } from './keep-draft.ts';
import { offerFile } from './offer-file.ts';
import { putBack } from './put-back.ts';
import { showNotice, tellNotice } from './show-notice.ts';
import type { Sent } from './show-sent.ts';

/** What goes from one language's page to the other's, in memory only. */
interface Carried {
  readonly draft: string;
  readonly answers: Answers;
  readonly step: Step;
  /** What is on show once the form has been sent. */
  readonly sent?: Sent;
  /** Answers that came from a check and can be taken out again. */
  readonly brought?: Answers;
  /** Answers that the form has no place for any more. */
  readonly setAside?: readonly SetAside[];
}

let leave: (() => Promise<void>) | undefined;

/** Keeps what is written and lets go of the form, when another page takes its place. */
export async function leaveForm(): Promise<void> {
  await leave?.();
  leave = undefined;
}

/**
 * Brings the form on this page to life. Reason for the island: asking one page at a time, offline, sealed.
 * `fromCheck` are answers that the person wished to bring from a check.
 */
export async function startForm(carried?: Carried, fromCheck?: Answers): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('form[data-form]');
  if (!form?.dataset.form) return;
  const published = await readFormData(document.documentElement.lang, form.dataset.form);
  const data = { ...published, form: withOptions(published.form, form) };
  document.documentElement.dataset.script = 'on';

  const draft = carried?.draft ?? crypto.randomUUID();
  let current = { draft, answers: {} as Answers, step: undefined as Step | undefined, sent: carried?.sent };
  const words = wordsOf(data);
  let brought = carried?.brought ?? fromCheck;
  let setAside = carried?.setAside ?? [];

  const draftNow = (): Draft => {
    const answers = screen.answers();
    return {
      draft: current.draft,
      formVersion: data.version,
      answers,
      page: pageOf(screen.step()),
      savedAt: Date.now(),
      language: data.language,
      asked: askedNow(form, data, answers),
      ...(brought ? { brought } : {}),
      ...(setAside.length > 0 ? { setAside } : {}),
    };
  };
  const keeper = keepDraft(data.form.id, draftNow, () => showNotice('refused'));
  const screen = fillInForm(document, form, data, {
    changed: () => keeper.touch(),
    // Fetched now, while there may be a signal: sending must not wait for it.
    checking: () => void fetchSending(data),
    send: (answers) => void send(answers),
  });

  const send = async (answers: Answers) => {
    try {
      const { sendForm } = await import('./send.ts');
      await keeper.keepNow();
      const sent = await sendForm({ data, answers, draft: current.draft, words });
      if (!sent) return;
      current = { ...current, sent };
      keeper.stop();
      screen.stop();
      form.reset();
    } catch {
      // The chunk did not arrive: nothing was sealed, nothing was sent.
      tellNotice('load-failed');
    }
  };

  const offerToTakeOut = (answers: Answers) => {
    brought = answers;
    // Few people come from a check: they alone fetch what it takes.
    void import('./brought.ts').then(({ bringAnswers, showAll }) => {
      bringAnswers(form, screen, answers, () => {
        brought = undefined;
        keeper.touch();
      });
      if (fromCheck && data.form.kind === 'monitoring') showAll(screen);
    });
  };
  const open = async (draft: Draft) => {
    current = { ...current, draft: draft.draft };
    brought ??= draft.brought;
    setAside = await putBack(form, data, screen, draft);
  };
  const { sent } = carried ?? {};
  if (sent) {
    void import('./show-sent.ts').then(({ showSent }) => showSent(data, sent));
  } else if (carried) {
    screen.fill(carried.answers);
    screen.go(carried.step);
    if (brought) offerToTakeOut(brought);
    if (setAside.length > 0) void putBack(form, data, screen, { ...draftNow(), page: null });
    keeper.touch();
  } else {
    const restored = readDraft(data.form.id).then(async (found) => {
      if (!found) return;
      await open(found);
      showNotice('restored');
    });
    void restored.then(() => {
      if (fromCheck) screen.fill(fromCheck);
      if (brought) offerToTakeOut(brought);
      if (fromCheck) keeper.touch();
      // Few people come by such a link: they alone fetch what it takes.
      if (!location.hash.includes('=')) return;
      void import('./from-link.ts').then(({ bringChoice }) => {
        if (bringChoice(data.form, screen)) keeper.touch();
      });
    });
  }
  offerFile({
    form: data.form.id,
    language: data.language,
    draft: draftNow,
    async open(draft) {
      form.reset();
      brought = undefined;
      showNotice('brought', false);
      showNotice('new-version', false);
      screen.restart();
      await open(draft);
      if (brought) offerToTakeOut(brought);
      keeper.touch();
    },
  });
  form.querySelector('[data-print]')?.addEventListener('click', () => print());
  if (document.querySelector('[data-safety]')) {
    void import('../quick-exit/with-form.ts').then(({ startWithForm }) => startWithForm(form));
  }
  offerSharedComputer(keeper.drop, () => keeper.touch());
  offerStartAgain(form, screen, keeper.drop, () => {
    current = { ...current, draft: crypto.randomUUID() };
    brought = undefined;
    setAside = [];
    showNotice('brought', false);
    announce(words('startedAgain'));
  });
  const stop = async () => {
    await keeper.keepNow();
    current = { ...current, answers: screen.answers(), step: screen.step() };
    keeper.stop();
    screen.stop();
  };
  leave = stop;
  keepOverLanguages('form[data-form]', 'form.json', stop, () => {
    const { draft: id, answers, step, sent: shown } = current;
    const also = { ...(shown ? { sent: shown } : {}), ...(brought ? { brought } : {}) };
    if (step) void startForm({ draft: id, answers, step, setAside, ...also });
  });
  // "Clear this device" in another tab means this page as well.
  watchClearing(() => {
    keeper.stop();
    screen.stop();
    form.reset();
    location.reload();
  });
  void checkStorage();
}

/** Code, keys and words for sending; PouchDB too, without which nothing could be kept once the signal is gone. */
async function fetchSending(data: FormData): Promise<void> {
  try {
    const pouch = import('#store/sealed-database.ts').then(({ loadPouch }) => loadPouch());
    await Promise.all([readSendingData(data), import('./send.ts'), pouch]);
  } catch {
    // No signal and not kept yet: "Send" tries again and says so.
  }
}

const pageOf = (step: Step): string | null => (step.at === 'page' ? step.page : null);

/** Before the first question: whether this device will keep anything at all. */
async function checkStorage(): Promise<void> {
  if (await storageWorks()) {
    await askToKeepStorage();
    showNotice(isSharedComputer() ? 'kept-nowhere' : 'kept');
  } else {
    showNotice('refused');
  }
}

function offerSharedComputer(drop: () => Promise<void>, touch: () => void): void {
  const box = document.querySelector<HTMLInputElement>('[data-shared-computer]');
  const choice = box?.closest<HTMLElement>('[data-shared-choice]');
  if (!box || !choice) return;
  choice.hidden = false;
  box.checked = isSharedComputer();
  box.addEventListener('change', () => {
    markSharedComputer(box.checked);
    showNotice(box.checked ? 'kept' : 'kept-nowhere', false);
    tellNotice(box.checked ? 'kept-nowhere' : 'kept');
    if (box.checked) void drop().then(removeAllDrafts);
    else touch();
  });
}

function offerStartAgain(
  form: HTMLFormElement,
  screen: FormOnScreen,
  drop: () => Promise<void>,
  begun: () => void,
): void {
  document.querySelector('[data-start-again]')?.addEventListener('click', () => {
    form.reset();
    showNotice('restored', false);
    showNotice('new-version', false);
    screen.restart();
    void drop();
    begun();
  });
}
