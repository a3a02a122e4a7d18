import { type ComponentChild, type ComponentChildren, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DraftToCarry } from '#core/forms/draft.ts';
import { bad, type Outcome } from '#core/outcome.ts';
import { type FileProblem, LARGEST_FILE_BYTES, unlockDraft } from '#sealing/draft-file.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { Field, passphraseControl, ShowPassphrase } from './field.ts';

/** What became of a file that was opened: words to show, and to say, with what else belongs to them. */
export interface Opened {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly more?: ComponentChildren;
}

interface OpenProps {
  readonly words: FormWords;
  /** Whether something would be overwritten: then the person is asked first. */
  readonly isTaken: (carried: DraftToCarry) => Promise<boolean>;
  /** Takes the draft in. */
  readonly take: (carried: DraftToCarry) => Promise<Opened>;
}

type Problem = FileProblem | 'noFile' | 'noPassphrase';

/** A file and its passphrase. Until both fit, nothing on the page or on the device changes. */
export function OpenFile({ words, isTaken, take }: OpenProps): ComponentChild {
  const file = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [isShown, show] = useState(false);
  const [isWorking, work] = useState(false);
  const [problem, tell] = useState<Problem>();
  const [asking, ask] = useState<DraftToCarry>();
  const [opened, finish] = useState<Opened>();

  const stop = (found: Problem) => {
    tell(found);
    const control = ABOUT_PASSPHRASE.includes(found) ? box.current : file.current;
    if (control) moveFocus(control);
    announce(words(`problem.${found}`));
  };
  const end = (outcome: Opened) => {
    ask(undefined);
    finish(outcome);
    announce(outcome.text);
  };
  const accept = async (carried: DraftToCarry) => {
    if (file.current) file.current.value = '';
    if (box.current) box.current.value = '';
    end(await take(carried));
  };
  const open = async () => {
    const chosen = file.current?.files?.[0];
    const passphrase = box.current?.value ?? '';
    if (isWorking) return;
    finish(undefined);
    ask(undefined);
    if (!chosen) return stop('noFile');
    if (passphrase.trim() === '') return stop('noPassphrase');
    tell(undefined);
    work(true);
    announce(words('open.working'));
    const found = await read(chosen, passphrase);
    work(false);
    if (!found.ok) return stop(found.problem);
    if (!(await isTaken(found.value))) return accept(found.value);
    ask(found.value);
    announce(words('open.replace'));
  };
  const problemOf = (isAboutPassphrase: boolean) =>
    problem && ABOUT_PASSPHRASE.includes(problem) === isAboutPassphrase ? words(`problem.${problem}`) : undefined;

  return h(
    'form',
    {
      noValidate: true,
      onSubmit: (event: Event) => {
        event.preventDefault();
        void open();
      },
    },
    h('p', null, words('open.intro')),
    h(Field, {
      id: 'open-file',
      label: words('open.file'),
      hint: words('open.fileHint'),
      problem: problemOf(false),
      // By name alone: telephones offer no files at all for a kind they do not know.
      control: { type: 'file' },
      controlRef: file,
    }),
    h(Field, {
      id: 'open-passphrase',
      label: words('open.passphrase'),
      problem: problemOf(true),
      control: passphraseControl(isShown, 'current-password'),
      controlRef: box,
    }),
    h(ShowPassphrase, { label: words('show'), isShown, onChange: show }),
    h(
      'p',
      null,
      h(
        'button',
        { class: 'button button--secondary', type: 'submit', 'aria-disabled': isWorking, 'data-action': 'open-draft' },
        words(isWorking ? 'open.working' : 'open.button'),
      ),
    ),
    asking &&
      h('div', { class: 'notice notice--warning', 'data-confirm': true }, [
        h('p', null, words('open.replace')),
        h('p', { class: 'buttons' }, [
          h(
            'button',
            { class: 'button', type: 'button', 'data-action': 'confirm', onClick: () => void accept(asking) },
            words('open.yes'),
          ),
          h(
            'button',
            {
              class: 'button button--secondary',
              type: 'button',
              onClick: () => end({ text: words('open.unchanged') }),
            },
            words('open.no'),
          ),
        ]),
      ]),
    opened &&
      h('div', { class: opened.isProblem ? 'notice notice--warning' : 'notice', 'data-file-opened': '' }, [
        h('p', null, opened.text),
        opened.more,
      ]),
  );
}

const ABOUT_PASSPHRASE: readonly Problem[] = ['noPassphrase', 'wrongPassphrase'];

async function read(file: File, passphrase: string): Promise<Outcome<DraftToCarry, FileProblem>> {
  if (file.size > LARGEST_FILE_BYTES) return bad('notOurFile');
  try {
    return await unlockDraft(await file.text(), passphrase);
  } catch {
    // A memory stick that was pulled out.
    return bad('damaged');
  }
}
