const running = new Map<string, Promise<unknown>>();

/** Runs `work` while no other tab of this site runs work of the same name. */
export function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (navigator.locks) return navigator.locks.request(`wayin-${name}`, work) as Promise<Result>;
  return oneAfterAnother(name, work);
}

/** The same, but answers `'busy'` at once if another tab, or this one, is already at it. */
export function withLockIfFree<Result>(name: string, work: () => Promise<Result>): Promise<Result | 'busy'> {
  if (navigator.locks) {
    const ifFree = async (lock: Lock | null) => (lock ? await work() : ('busy' as const));
    return navigator.locks.request(`wayin-${name}`, { ifAvailable: true }, ifFree) as Promise<Result | 'busy'>;
  }
  return running.has(name) ? Promise.resolve('busy') : oneAfterAnother(name, work);
}

// Browsers without Web Locks (Safari before 15.4): in order within the tab. Between tabs the same content has the
// same id, so the worst that can happen is one push for nothing.
function oneAfterAnother<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const before = running.get(name) ?? Promise.resolve();
  const result = before.then(work, work);
  const settled = result.then(
    () => undefined,
    () => undefined,
  );
  running.set(name, settled);
  void settled.then(() => {
    if (running.get(name) === settled) running.delete(name);
  });
  return result;
}
