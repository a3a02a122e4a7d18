/** What the content checks use to try every way through a form, for the tests that do so too. */
export { combinations, questionsBehind } from '#core/forms/paths/answers-that-matter.ts';
