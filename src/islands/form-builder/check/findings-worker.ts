import { findings } from '#core/forms/edit/findings.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';

/** What the page asks the worker: `known` comes once, with the first form. */
export interface ToCheck {
  readonly turn: number;
  readonly files: FormFiles;
  readonly known?: Known;
}

let known: Known | undefined;

// A large form takes a while to check: typing must not wait for it.
self.onmessage = ({ data }: MessageEvent<ToCheck>) => {
  known = data.known ?? known;
  if (known) self.postMessage({ turn: data.turn, found: findings(data.files, known) });
};
