import { useEffect, useRef } from 'preact/hooks';
import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { Checked } from './use-findings.ts';

const REST_MS = 1_500;

/** Says how many things stop the form from being published, when that changed and the author rests. */
export function useSayCount({ found, files }: Checked, words: FormWords): void {
  const count = found.filter(({ severity }) => severity === 'stops').length;
  const said = useRef<number>();
  useEffect(() => {
    if (!files) return;
    // What a form begins with is no news.
    if (said.current === undefined) said.current = count;
    if (said.current === count) return;
    const timer = setTimeout(() => {
      said.current = count;
      announce(words('check.count', { count }));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [files, count, words]);
}
