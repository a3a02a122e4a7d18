import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '#core/forms/edit/finding.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import type { ToCheck } from './findings-worker.ts';

const REST_MS = 250;

export interface Checked {
  readonly found: readonly Finding[];
  /** The form that was checked: a newer one may be under way. */
  readonly files: FormFiles | undefined;
}

/** What is to be put right, looked for beside the page whenever the form has rested for a moment. */
export function useFindings(files: FormFiles, known: Known): Checked {
  const [checked, show] = useState<Checked>({ found: [], files: undefined });
  const worker = useRef<Worker>();
  const asked = useRef<{ readonly turn: number; readonly files: FormFiles }>();
  const isBusy = useRef(false);
  const waiting = useRef<FormFiles>();

  useEffect(() => {
    const made = new Worker(new URL('./findings-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    let isFirst = true;
    const ask = (next: FormFiles) => {
      isBusy.current = true;
      asked.current = { turn: (asked.current?.turn ?? 0) + 1, files: next };
      const question: ToCheck = { ...asked.current, ...(isFirst ? { known } : {}) };
      isFirst = false;
      made.postMessage(question);
    };
    made.onmessage = ({ data }: MessageEvent<{ readonly found: readonly Finding[] }>) => {
      show({ found: data.found, files: asked.current?.files });
      isBusy.current = false;
      const next = waiting.current;
      waiting.current = undefined;
      if (next) ask(next);
    };
    askNow.current = (next) => {
      if (isBusy.current) waiting.current = next;
      else ask(next);
    };
    return () => made.terminate();
  }, [known]);
  const askNow = useRef<(files: FormFiles) => void>(() => undefined);

  useEffect(() => {
    const timer = setTimeout(() => askNow.current(files), REST_MS);
    return () => clearTimeout(timer);
  }, [files, known]);
  return checked;
}
