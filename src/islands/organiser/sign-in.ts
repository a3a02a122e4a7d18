import { type ComponentChild, Fragment, h } from 'preact';
import type { Outcome } from '#core/outcome.ts';
import type { Sayer } from '#i18n/words.ts';
import { join, type SignInProblem, signIn } from '#store/timetable/ask-people.ts';
import type { Organiser } from '#store/timetable/signed-in.ts';
import { Asking, type Problems } from './asking.ts';
import { say } from './say.ts';

interface SignInProps {
  readonly sayer: Sayer;
  /** The name of somebody whose session ran out. */
  readonly name?: string;
  readonly onIn: (organiser: Organiser) => Promise<void>;
}

// Which question a problem is about; the others are about the whole.
const ABOUT: { readonly [problem in SignInProblem]?: string } = {
  codeNotKnown: 'code',
  passphraseTooShort: 'passphrase',
  passphraseTooLong: 'passphrase',
  passphraseCommon: 'passphrase',
};

/** A name and a passphrase. What is wrong with the two is said once: which of them it was helps only a stranger. */
export function SignIn({ sayer, name = '', onIn }: SignInProps): ComponentChild {
  const finish = async (typed: { readonly [field: string]: string }) => {
    const { name: who = '', passphrase = '' } = typed;
    const missing = missingIn(sayer, { name: who.trim(), passphrase });
    return missing ?? settle(await signIn(who.trim(), passphrase), sayer, onIn);
  };
  return h(Asking, {
    id: 'sign-in',
    sayer,
    keeps: false,
    fields: [
      { kind: 'name', name: 'name', label: say(sayer, 'signIn.name'), hint: say(sayer, 'signIn.nameHint') },
      { kind: 'passphrase', name: 'passphrase', label: say(sayer, 'signIn.passphrase'), isNew: false },
    ],
    initial: { name },
    button: say(sayer, 'signIn.button'),
    working: say(sayer, 'signIn.working'),
    onDone: finish,
  });
}

/** An invitation's code, and the passphrase that the person chooses. */
export function Join({ sayer, onIn }: Omit<SignInProps, 'name'>): ComponentChild {
  const finish = async (typed: { readonly [field: string]: string }) => {
    const { code = '', passphrase = '' } = typed;
    const missing = missingIn(sayer, { code: code.trim(), passphrase });
    return missing ?? settle(await join(code.trim(), passphrase), sayer, onIn);
  };
  return h(Asking, {
    id: 'join',
    sayer,
    keeps: false,
    fields: [
      { kind: 'code', name: 'code', label: say(sayer, 'join.code'), hint: say(sayer, 'join.codeHint') },
      {
        kind: 'passphrase',
        name: 'passphrase',
        label: say(sayer, 'join.passphrase'),
        hint: say(sayer, 'join.passphraseHint'),
        isNew: true,
      },
    ],
    initial: {},
    button: say(sayer, 'join.button'),
    working: say(sayer, 'signIn.working'),
    onDone: finish,
  });
}

function missingIn(sayer: Sayer, fields: { readonly [field: string]: string }): Problems | undefined {
  const missing = Object.keys(fields).filter((field) => fields[field] === '');
  if (missing.length === 0) return undefined;
  return Object.fromEntries(missing.map((field) => [field, say(sayer, `signIn.missing.${field}`)]));
}

async function settle(
  answer: Outcome<Organiser, SignInProblem>,
  sayer: Sayer,
  onIn: SignInProps['onIn'],
): Promise<Problems | undefined> {
  if (!answer.ok) return { [ABOUT[answer.problem] ?? 'form']: say(sayer, `signIn.problem.${answer.problem}`) };
  try {
    await onIn(answer.value);
    return undefined;
  } catch {
    return { form: say(sayer, 'problem.storageRefused') };
  }
}

/** Both ways in. */
export function WaysIn(props: SignInProps): ComponentChild {
  const { sayer } = props;
  return h(
    Fragment,
    null,
    h('h2', null, say(sayer, 'signIn.title')),
    h(SignIn, props),
    h('h2', null, say(sayer, 'join.title')),
    h('p', null, say(sayer, 'join.text')),
    h('details', null, h('summary', null, say(sayer, 'join.open')), h(Join, props)),
    h('p', { class: 'small' }, say(sayer, 'signIn.cookie')),
  );
}
