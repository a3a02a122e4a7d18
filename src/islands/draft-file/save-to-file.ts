import { type ComponentChild, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DraftToCarry } from '#core/forms/draft.ts';
import { lockDraft } from '#sealing/draft-file.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { saveFile } from '../outbox/save-file.ts';
import { Field, passphraseControl, ShowPassphrase } from './field.ts';

interface SaveProps {
  readonly words: FormWords;
  /** The form as it stands; nothing where no question is answered. */
  readonly carry: () => DraftToCarry | undefined;
  /** The day, for the name of the file. */
  readonly today: () => string;
}

type Problem = 'tooShort' | 'notTheSame' | 'notSaved' | 'nothing';

const LEAST_CHARACTERS = 12;

/** A passphrase, twice, and a file that only it opens. What was typed is forgotten once the file is made. */
export function SaveToFile({ words, carry, today }: SaveProps): ComponentChild {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [isShown, show] = useState(false);
  const [problem, tell] = useState<Problem>();
  const [isWorking, work] = useState(false);
  const [done, finish] = useState<string>();

  const stop = (found: Problem, box: HTMLInputElement | null) => {
    tell(found);
    finish(undefined);
    if (box) moveFocus(box);
    announce(sentence(found, words));
  };
  const save = async () => {
    if (isWorking || !first.current || !second.current) return;
    const draft = carry();
    const passphrase = first.current.value;
    if (!draft) return stop('nothing', null);
    if ([...passphrase.trim()].length < LEAST_CHARACTERS) return stop('tooShort', first.current);
    if (second.current.value !== passphrase) return stop('notTheSame', second.current);

    tell(undefined);
    work(true);
    announce(words('save.working'));
    try {
      // No title and no name: what a file is called is seen by everybody.
      const name = `form-${today()}.wayin.json`;
      saveFile(name, await lockDraft(draft, passphrase));
      for (const box of [first.current, second.current]) box.value = '';
      const text = words('save.done', { name });
      finish(text);
      announce(text);
    } catch {
      stop('notSaved', null);
    } finally {
      work(false);
    }
  };
  const problemOf = (...codes: Problem[]) =>
    problem && codes.includes(problem) ? sentence(problem, words) : undefined;
  const general = problemOf('notSaved', 'nothing');
  return h(
    'form',
    {
      noValidate: true,
      onSubmit: (event: Event) => {
        event.preventDefault();
        void save();
      },
    },
    h('p', null, words('save.intro')),
    h(Field, {
      id: 'save-passphrase',
      label: words('save.passphrase'),
      hint: words('save.hint'),
      problem: problemOf('tooShort'),
      control: passphraseControl(isShown, 'new-password'),
      controlRef: first,
    }),
    h(Field, {
      id: 'save-passphrase-again',
      label: words('save.again'),
      problem: problemOf('notTheSame'),
      control: passphraseControl(isShown, 'new-password'),
      controlRef: second,
    }),
    h(ShowPassphrase, { label: words('show'), isShown, onChange: show }),
    general && h('p', { class: 'question__problem' }, general),
    h(
      'p',
      null,
      h(
        'button',
        { class: 'button button--secondary', type: 'submit', 'aria-disabled': isWorking, 'data-action': 'save-draft' },
        words(isWorking ? 'save.working' : 'save.button'),
      ),
    ),
    h('p', { class: 'small' }, words('save.shared')),
    done && h('p', { class: 'notice', 'data-file-saved': '' }, done),
  );
}

function sentence(problem: Problem, words: FormWords): string {
  return words(problem === 'nothing' ? 'save.nothing' : `problem.${problem}`);
}
