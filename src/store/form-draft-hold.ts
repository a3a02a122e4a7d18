/** A draft that this tab writes; other tabs may look, and may ask for it. */
export interface Held {
  letGo(): void;
}

export interface Holding {
  /** Another tab asks for the draft: keep what is not kept yet. The draft is let go afterwards. */
  beforeLettingGo(): Promise<void>;
  /** It is another tab's now. */
  lost(): void;
}

const PATIENCE_MS = 2_000;
const lockOf = (draft: string) => `wayin-form-draft-${draft}`;

/** Holds a draft for this tab, if no other tab does. */
export function holdIfFree(draft: string, holding: Holding): Promise<Held | 'elsewhere'> {
  return hold(draft, holding, { ifAvailable: true });
}

/** Takes a draft over: the other tab is asked first, and has it taken away if it sleeps. */
export async function takeOver(draft: string, holding: Holding): Promise<Held> {
  ask(draft);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const held = await hold(draft, holding, { signal: patience.signal });
    if (held !== 'elsewhere') return held;
  } catch (error) {
    if (!patience.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  const stolen = await hold(draft, holding, { steal: true });
  if (stolen === 'elsewhere') throw new Error('A lock that was taken away is held by nobody.');
  return stolen;
}

function hold(draft: string, holding: Holding, options: LockOptions): Promise<Held | 'elsewhere'> {
  // Safari before 15.4 has no locks: there the store alone notices a second writer.
  if (!navigator.locks) return Promise.resolve(listening(draft, holding, () => undefined));
  return new Promise((resolve, reject) => {
    let isHeld = false;
    const whileHeld = (lock: Lock | null): Promise<void> | undefined => {
      if (!lock) {
        resolve('elsewhere');
        return undefined;
      }
      isHeld = true;
      return new Promise<void>((release) => resolve(listening(draft, holding, release)));
    };
    navigator.locks.request(lockOf(draft), options, whileHeld).catch((error: unknown) => {
      if (isHeld) holding.lost();
      else reject(error);
    });
  });
}

function listening(draft: string, holding: Holding, release: () => void): Held {
  const channel = openChannel();
  const letGo = () => {
    channel?.close();
    release();
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data !== draft) return;
      channel.onmessage = null;
      void holding.beforeLettingGo().finally(() => {
        letGo();
        holding.lost();
      });
    };
  }
  return { letGo };
}

function ask(draft: string): void {
  const channel = openChannel();
  channel?.postMessage(draft);
  channel?.close();
}

const openChannel = () =>
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('wayin-form-drafts');
