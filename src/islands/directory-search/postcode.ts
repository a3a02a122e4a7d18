import type { PostcodeSets } from '#core/directory/postcode-sets.ts';
import { type Where, whereIs } from '#core/directory/where.ts';
import { fillIn } from '#i18n/plural-of.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { type Directory, readDirectory } from './directory.ts';

/**
 * Asks for a postcode and says where it lies. It never leaves this page: not in the address, not in a request, not
 * kept. `onArea` hears the area, or nothing where the postcode gives none.
 */
export function askPostcode(root: HTMLElement, language: string, onArea: (area: string | undefined) => void): void {
  const input = root.querySelector<HTMLInputElement>('[data-postcode]');
  const button = root.querySelector<HTMLButtonElement>('[data-use-postcode]');
  const answer = root.querySelector<HTMLElement>('[data-postcode-answer]');
  if (!input || !button || !answer) return;

  const use = async () => {
    try {
      const directory = await readDirectory(language);
      const where = whereIs(input.value, await readPostcodes(), directory.councils);
      answer.textContent = say(where, directory);
      input.setAttribute('aria-invalid', String(where.kind === 'missing' || where.kind === 'wrongShape'));
      onArea(where.kind === 'inside' ? where.area : undefined);
    } catch {
      answer.textContent = root.dataset['notLoaded'] ?? '';
    }
    announce(answer.textContent ?? '');
  };
  button.addEventListener('click', () => void use());
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void use();
  });
}

function say(where: Where, { words, tags }: Directory): string {
  const text = words[`find.postcode.${where.kind}`] ?? '';
  if (where.kind === 'outside') return fillIn(text, where);
  if (where.kind !== 'inside') return text;
  const area = tags.find(({ facet, value }) => facet === 'area' && value === where.area)?.label ?? where.area;
  return fillIn(text, { postcode: where.postcode, area });
}

let loading: Promise<PostcodeSets> | undefined;

function readPostcodes(): Promise<PostcodeSets> {
  loading ??= fetchPostcodes().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchPostcodes(): Promise<PostcodeSets> {
  const answer = await fetch('/wayin/postcodes.json');
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return (await answer.json()) as PostcodeSets;
}
