/**
 * What stands in a shell, the built page of a form that is not there yet, for the intake to put the form in its place.
 * Kinds are named by what they have: `crisis`, `one-page`, `other-language` (the form is not in the page's language).
 */
export const SHELL_FORM = 'way-in-shell';
export const SHELL_TITLE = 'way-in-shell-title';
export const SHELL_INTRO = 'way-in-shell-intro';

export interface ShellTraits {
  readonly isCrisis: boolean;
  readonly isOnePage: boolean;
  readonly isOtherLanguage: boolean;
}

/** The name of a shell with these traits. */
export function shellKind({ isCrisis, isOnePage, isOtherLanguage }: ShellTraits): string {
  const traits = [isCrisis && 'crisis', isOnePage && 'one-page', isOtherLanguage && 'other-language'];
  return traits.filter((trait) => trait !== false).join('-') || 'plain';
}
