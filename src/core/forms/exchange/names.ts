import { nth } from '../unroll.ts';
import { isReserved } from './plain.ts';

/** Gives names of somebody else's form ids of ours: valid, and no two the same. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #shape: 'id' | 'option';

  /** `id`: of a page or question, begins with a small letter. `option`: may begin with any letter or digit. */
  constructor(shape: 'id' | 'option') {
    this.#shape = shape;
  }

  /** An id like the name, and not taken before; with those of its copies (`id-2`, …), where there are several. */
  take(name: string, fallback: string, copies = 1): string {
    const base = this.#valid(name) || fallback;
    let id = base;
    for (let number = 2; this.#isTaken(id, copies); number += 1) id = `${base}-${number}`;
    for (const one of withCopies(id, copies)) this.#taken.add(one);
    return id;
  }

  #isTaken(id: string, copies: number): boolean {
    return withCopies(id, copies).some((one) => this.#taken.has(one));
  }

  #valid(name: string): string {
    const words = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replace(/^-+|-+$/g, '');
    const id = this.#shape === 'option' ? words : asId(words);
    return id !== '' && isReserved(id) ? `${id}-1` : id;
  }
}

const withCopies = (id: string, copies: number) => Array.from({ length: copies }, (_, place) => nth(id, place + 1));

const LONGEST = 60;

/** `Full Name` stays readable: `full-Name`; `2nd` begins with a letter: `q-2nd`. */
function asId(words: string): string {
  if (words === '') return '';
  const first = words[0] ?? '';
  if (/[0-9]/.test(first)) return `q-${words}`;
  return /^[A-Z]+$/.test(words) ? words.toLowerCase() : `${first.toLowerCase()}${words.slice(1)}`;
}
