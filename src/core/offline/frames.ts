const PATHS = /^\/[A-Za-z-]+\/(build\/|build\/preview\/|organise\/forms\/)$/;

/**
 * Whether a page shows another of this site in a frame, or is shown in one. These have a policy of their own, so that they
 * are kept for offline use one by one: a pack would give them the policy of all others.
 */
export function hasFrame(path: string): boolean {
  return PATHS.test(path);
}
