// Screen readers say nothing when a region's text is set to what it was: two regions take turns, so that every text is new.
const BETWEEN_MS = 150;

let regions: readonly [HTMLElement, HTMLElement] | undefined;
let turn: 0 | 1 = 0;

/** Says a text to those who cannot see the change, without moving focus (G40). The only writer of `aria-live`. */
export function announce(text: string): void {
  // The other language's page may have taken this one's place, with its regions.
  if (!regions?.[0].isConnected) regions = [addRegion(), addRegion()];
  const [first, second] = regions;
  const speaks = turn === 0 ? first : second;
  const falls = turn === 0 ? second : first;
  turn = turn === 0 ? 1 : 0;
  falls.textContent = '';
  // A region added just now is not watched yet (NVDA with Firefox, VoiceOver).
  setTimeout(() => {
    speaks.textContent = text;
  }, BETWEEN_MS);
}

function addRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  document.body.append(region);
  return region;
}
