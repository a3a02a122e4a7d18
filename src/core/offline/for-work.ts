const PAGES = /^\/[A-Za-z-]+\/(build|organise)\//;
const DATA = /^\/wayin\/form-(groups|templates)\.json$/;

/** Whether a page, or data beside it, is for those who run groups and make forms: a device keeps it once one was opened. */
export function isForWork(path: string): boolean {
  return PAGES.test(path) || DATA.test(path);
}
