import { type ComponentChild, Fragment, h } from 'preact';
import type { Promised } from '#core/forms/definition.ts';
import { dateAndTimeInWords, dateInWords, timeInWords } from '#i18n/dates.ts';
import type { FormWords } from '../form/form-words.ts';

/** What became of a form that a person finished, as far as it concerns them. */
export type SubmissionStatus =
  | { readonly state: 'saved'; readonly tryAgainAt?: number; readonly problem?: string }
  /** `receivedAt` by the service's clock; the month only for equality answers. */
  | { readonly state: 'sent'; readonly receivedAt: string; readonly respondBy?: string; readonly seenBy?: string }
  | { readonly state: 'needs-attention'; readonly problem: string };

export interface StatusProps {
  readonly status: SubmissionStatus;
  /** What a person reads out. Equality answers have none. */
  readonly reference?: string;
  readonly promise: Promised;
  /** Who receives it: "the Network Coordinator at the Southwark Works hub". */
  readonly team?: string;
  /** Where to reach them if nothing is heard. */
  readonly contact?: { readonly text: string; readonly href: string };
  readonly language: string;
  readonly now: number;
  /** Words of the `outbox` namespace. */
  readonly words: FormWords;
}

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

/**
 * How a finished form stands, in words first and never by colour alone. It is no live region: a change is said by
 * the page's announcer, so that it is heard once and takes no focus.
 */
export function SubmissionStatusView(props: StatusProps): ComponentChild {
  const { status, reference, words } = props;
  const number = reference && status.state !== 'needs-attention' ? words('reference', { reference }) : undefined;
  return h(
    'div',
    { 'data-submission-state': status.state },
    h('p', { class: `status status--${status.state}` }, stateInWords(status, words)),
    number && h('p', { class: 'status-reference' }, number),
    linesOf(props).map((line) => h('p', null, line)),
    isPassedOn(props) && h(PassedOn, props),
  );
}

/** "Saved on this device. Not sent yet.", "Sent": the sentence that the live region says too. */
export function stateInWords(status: SubmissionStatus, words: FormWords): string {
  return words(status.state === 'needs-attention' ? 'state.needsAttention' : `state.${status.state}`);
}

/** Why it has not gone yet, or was refused. */
export function problemInWords(status: SubmissionStatus, words: FormWords): string | undefined {
  if (status.state === 'saved') return status.problem && words(`problem.${status.problem}`);
  if (status.state === 'needs-attention')
    return words(`refused.${OWN_WORDS.has(status.problem) ? status.problem : 'other'}`);
  return undefined;
}

const OWN_WORDS = new Set(['tooLarge', 'unknownForm', 'unknownFormVersion', 'unknownRecipient', 'lostHere']);

function linesOf({ status, promise, language, now, words }: StatusProps): readonly string[] {
  switch (status.state) {
    case 'saved': {
      const clock = promise === 'derby' || promise === 'derby-reply' ? words('clock') : undefined;
      return present(
        clock,
        problemInWords(status, words),
        tryAgainInWords(status.tryAgainAt, language, now, words),
        words('keepGoing'),
      );
    }
    case 'sent': {
      if (status.receivedAt.length === 'yyyy-mm'.length) {
        return [words(promise === 'anonymous' ? 'anonymous' : 'receivedMonth')];
      }
      const { respondBy, seenBy } = status;
      const received = words('received', { when: dateAndTimeInWords(status.receivedAt, language) });
      if (promise === 'anonymous') return [received, words('anonymous')];
      if (!respondBy) return [received];
      const reply = dateInWords(respondBy, language);
      if (!seenBy) return [received, words('promiseReply', { reply })];
      return [received, words('promise', { reply, seen: dateInWords(seenBy, language) })];
    }
    case 'needs-attention':
      return present(problemInWords(status, words));
  }
}

function present(...lines: readonly (string | undefined)[]): readonly string[] {
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

/** When the next try is, unless it is under way (G15). */
function tryAgainInWords(at: number | undefined, language: string, now: number, words: FormWords): string | undefined {
  if (at === undefined || at <= now) return undefined;
  if (at - now < MINUTE_MS) return words('tryAgain.soon');
  if (at - now < DAY_MS) return words('tryAgain.at', { time: timeInWords(at, language) });
  return words('tryAgain.on', { when: dateAndTimeInWords(at, language) });
}

/** P-NONE of domain.md §2.1: said once the form has arrived, where the service promises no dates. */
function isPassedOn({ status, promise, reference }: StatusProps): boolean {
  return status.state === 'sent' && promise !== 'anonymous' && !status.respondBy && reference !== undefined;
}

function PassedOn({ team, contact, words }: StatusProps): ComponentChild {
  if (!team || !contact) return h('p', null, words('noPromiseNoTeam'));
  return h(
    Fragment,
    null,
    h('p', null, words('noPromise', { team }), ' ', h('a', { href: contact.href }, contact.text)),
  );
}
