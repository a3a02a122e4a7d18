/**
 * Moves focus to what has just become the subject: a heading, a summary, a control. The only caller of `focus()`.
 * What cannot take focus by itself can afterwards, by script only, so that the Tab order stays as it was.
 */
export function moveFocus(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
  // Safari leaves the place where it was when focus moves by script.
  element.scrollIntoView({ block: 'nearest' });
}
