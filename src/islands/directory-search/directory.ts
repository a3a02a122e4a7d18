import type { Entry } from '#core/directory/entry.ts';
import { type PackedEntries, unpack } from '#core/directory/packed.ts';
import { indexWords, type Tag, type WordIndex } from '#core/directory/word-index.ts';
import type { PickedWords } from '#i18n/plural-of.ts';

/** The file of `publish/search/search-file.ts`, as it arrives. */
interface Arrived {
  readonly entries: PackedEntries;
  readonly tags: readonly (Tag & { readonly label: string })[];
  readonly whens: { readonly [when: string]: string };
  readonly smallWords: string;
  readonly councils: { readonly [code: string]: string };
  readonly quickExit: readonly string[];
  readonly words: PickedWords;
}

/** The whole directory in the page's language, ready to be searched. */
export interface Directory extends Omit<Arrived, 'entries'> {
  readonly entries: readonly Entry[];
  readonly index: WordIndex;
}

let loading: Promise<Directory> | undefined;

/** Fetches the directory on first use, once; a fetch that did not succeed is tried again the next time. */
export function readDirectory(language: string): Promise<Directory> {
  loading ??= fetchDirectory(language).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchDirectory(language: string): Promise<Directory> {
  const answer = await fetch(`/wayin/search/${language}.json`);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const arrived = (await answer.json()) as Arrived;
  const entries = unpack(arrived.entries);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { ...arrived, entries, index: await indexWords(entries, arrived.tags, arrived.smallWords, pause) };
}
