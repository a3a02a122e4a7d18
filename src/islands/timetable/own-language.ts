/** On a short address: straight on to the reader's first language that the site has. Without script the list of languages stands. */
export function goToOwnLanguage(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-choose-language] a')];
  const wanted = navigator.languages.map((tag) => tag.split('-')[0] ?? '');
  const own = wanted.map((code) => links.find(({ hreflang }) => hreflang === code)).find((link) => link !== undefined);
  if (own) location.replace(own.href);
}
