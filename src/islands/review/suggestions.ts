import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import type { PublishedForm } from '#core/forms/definition.ts';
import type { SubmissionContent } from '#core/submission/content.ts';
import { toReference } from '#core/submission/reference.ts';
import { askSuggestions, type Suggested, type SuggestionsProblem } from '#store/review/ask-suggestions.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { type ReviewDesk, sayReview } from './review-desk.ts';
import { SuggestionCard } from './suggestion-card.ts';

/** A suggestion that a key on this device opened, with the form it was made on. */
export interface Opened {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt?: string;
  readonly content: SubmissionContent;
  readonly form?: PublishedForm;
}

type State =
  | { readonly state: 'shut' }
  | { readonly state: 'working' }
  | { readonly state: 'problem'; readonly problem: SuggestionsProblem | 'noKey' }
  | { readonly state: 'open'; readonly opened: readonly Opened[]; readonly left: number };

/**
 * What people sent about groups. It is sealed; the editor chooses the file of the private key on this device, which
 * never leaves it, and is forgotten with the page (E28).
 */
export function Suggestions({ at }: { readonly at: ReviewDesk }): ComponentChild {
  const { sayer } = at;
  const [now, turn] = useState<State>({ state: 'shut' });

  const choose = async (files: readonly File[]) => {
    if (files.length === 0) return;
    turn({ state: 'working' });
    const next = await openWith(files);
    turn(next);
    announce(stateInWords(next, sayer));
  };
  return h(
    Fragment,
    null,
    h('h2', { id: 'suggestions' }, sayReview(sayer, 'sent.title')),
    h('p', null, sayReview(sayer, 'sent.text')),
    h('div', { class: 'question' }, [
      h('label', { class: 'question__label', for: 'review-key' }, sayReview(sayer, 'sent.key')),
      h('p', { class: 'question__hint', id: 'review-key-hint' }, sayReview(sayer, 'sent.keyHint')),
      h('input', {
        type: 'file',
        id: 'review-key',
        class: 'input',
        accept: '.json,application/json',
        multiple: true,
        'aria-describedby': 'review-key-hint',
        onChange: (event: Event) => void choose([...((event.currentTarget as HTMLInputElement).files ?? [])]),
      }),
    ]),
    h('p', { 'data-suggestions': now.state }, stateInWords(now, sayer)),
    now.state === 'open' && now.opened.map((one) => h(SuggestionCard, { key: one.id, one, at })),
  );
}

function stateInWords(now: State, sayer: ReviewDesk['sayer']): string {
  switch (now.state) {
    case 'shut':
      return '';
    case 'working':
      return sayReview(sayer, 'sent.working');
    case 'problem':
      return sayReview(sayer, `sent.problem.${now.problem}`);
    case 'open': {
      const left = now.left > 0 ? ` ${sayReview(sayer, 'sent.left', { count: now.left })}` : '';
      return `${sayReview(sayer, 'sent.count', { count: now.opened.length })}${left}`;
    }
  }
}

async function openWith(files: readonly File[]): Promise<State> {
  const keys = (await Promise.all(files.map(readKey))).filter((key) => key !== undefined);
  if (keys.length === 0) return { state: 'problem', problem: 'noKey' };
  const asked = await askSuggestions();
  if (!asked.ok) return { state: 'problem', problem: asked.problem };

  // Most editors never open any: the sealing library comes with the first key.
  const { openEnvelope } = await import('#sealing/open.ts');
  const opened = await Promise.all(
    asked.value.map(async ({ envelope, ...when }: Suggested): Promise<Opened | undefined> => {
      const read = await openEnvelope(envelope, keys);
      if (!read.ok || read.value.kind !== 'submission') return undefined;
      const form = await formOf(envelope.form);
      const { _id: id } = envelope;
      return { id, reference: toReference(id), content: read.value, ...when, ...(form ? { form } : {}) };
    }),
  );
  const read = opened.filter((one) => one !== undefined);
  read.sort((a, b) => ((a.receivedAt ?? '') < (b.receivedAt ?? '') ? 1 : -1));
  return { state: 'open', opened: read, left: asked.value.length - read.length };
}

/** A private key as `wayin keys new` writes it. */
async function readKey(file: File): Promise<(JsonWebKey & { kid?: string }) | undefined> {
  try {
    const key: unknown = JSON.parse(await file.text());
    const isKey = typeof key === 'object' && key !== null && 'kty' in key && 'd' in key && 'kid' in key;
    return isKey ? (key as JsonWebKey & { kid?: string }) : undefined;
  } catch {
    return undefined;
  }
}

const forms = new Map<string, Promise<PublishedForm | undefined>>();

/** The words of a form as it is now. Answers whose question it no longer has are shown by their ids. */
function formOf(id: string): Promise<PublishedForm | undefined> {
  const known =
    forms.get(id) ??
    fetch(`/wayin/forms/${id}.json`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<PublishedForm>) : undefined))
      .catch(() => undefined);
  forms.set(id, known);
  return known;
}
