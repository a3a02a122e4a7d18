import { canonicalJson, type Json } from '#core/canonical-json.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import {
  type FormDecision,
  type FormDraft,
  type MadeDocument,
  type MadeForm,
  madeForms,
} from '#core/forms/made/made-form.ts';
import { type Parts, putTogether } from '#core/forms/made/put-together.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { formVersion, sha256Hex } from '#sealing/hash.ts';
import type { Clock } from '../clock.ts';
import type { KnownForms } from '../known-forms.ts';
import type { Collection } from '../shelf/collection.ts';
import type { Shelf } from '../shelf/shelf.ts';
import { type Publishing, type PublishProblem, problemOf } from './publishing.ts';

/** Forms that people made in the builder: what was sent, what was decided, and what residents see of it. */
export interface MadeForms {
  list(): readonly MadeForm[];
  draft(id: string): FormDraft | undefined;
  /** A draft as residents would get it from what the site is built with now. */
  putTogether(draft: FormDraft): Promise<Outcome<PublishedForm, PublishProblem>>;
  /** The form as residents get it now, if it was made here, is published, and the build does not have it so. */
  published(form: string): PublishedForm | undefined;
  /** The form as residents last had it, now that it is withdrawn. */
  withdrawn(form: string): { readonly form: PublishedForm; readonly why?: string } | undefined;
  /** Keeps a draft. The same one twice is one. */
  send(files: FormFiles, by: string): Promise<Outcome<FormDraft, SendProblem>>;
  /** Publishes or refuses a draft: an editor's doing, and only theirs. An earlier draft may be published again. */
  decide(
    draft: string,
    decided: { readonly verdict: 'published' | 'refused'; readonly why?: string } & Deciding,
  ): Promise<Outcome<FormDecision, 'notThere' | 'decidedMeanwhile' | PublishProblem>>;
  withdraw(
    form: string,
    decided: { readonly why?: string } & Deciding,
  ): Promise<Outcome<FormDecision, 'notThere' | 'decidedMeanwhile'>>;
}

interface Deciding {
  readonly by: string;
  /** How many decisions about the form they had read: one more since, and theirs is not taken. */
  readonly seen?: number | undefined;
}

export type SendProblem = PublishProblem | { readonly code: 'tooMany' };

interface Needs {
  readonly kept: Collection;
  readonly shelf: Shelf;
  readonly forms: KnownForms;
  /** The forms as the build has them: what is in it already needs nobody to put it in. */
  readonly built: readonly PublishedForm[];
  readonly parts: Parts;
  readonly publishing: Publishing;
  readonly now: Clock;
}

const MOST_DRAFTS = 300;

/** Reads all that was made before, and keeps it in memory: forms are few and small. */
export async function openMadeForms(needs: Needs): Promise<MadeForms> {
  const { kept, shelf, forms, built, parts, publishing, now } = needs;
  const documents: MadeDocument[] = [];
  for await (const document of kept.all()) documents.push(document as unknown as MadeDocument);
  let made = madeForms(documents);
  const live = new Map<string, PublishedForm>();
  const gone = new Map<string, PublishedForm>();
  // One after another: two decisions about one form at once would have the same turn.
  let last: Promise<unknown> = Promise.resolve();
  await show();

  async function publishedFrom(files: FormFiles): Promise<Outcome<PublishedForm, PublishProblem>> {
    const whole = putTogether(files, parts);
    if (!whole.ok) return bad({ code: 'fault', fault: whole.problem });
    const definition = JSON.parse(JSON.stringify(whole.value.definition)) as PublishedForm['definition'];
    const problem = problemOf(definition, whole.value.text, publishing);
    if (problem) return bad(problem);
    return good({ definition, version: await formVersion(definition), text: whole.value.text });
  }

  /** What residents see: a form whose parts have changed so that it cannot be put together any more is not shown. */
  async function show(): Promise<void> {
    made = madeForms(documents);
    for (const { form, now: shown, withdrawn, drafts } of made) {
      live.delete(form);
      gone.delete(form);
      const before = drafts.find(({ state }) => state === 'withdrawn')?.draft;
      const draft = shown ?? (withdrawn ? before : undefined);
      const published = draft && (await publishedFrom(draft.files));
      if (!published?.ok) continue;
      if (shown && isBuilt(published.value)) continue;
      await shelf.keepForm(published.value, now());
      forms.add(published.value);
      (shown ? live : gone).set(form, published.value);
    }
  }

  function isBuilt(form: PublishedForm): boolean {
    const { id } = form.definition;
    const other = built.find(({ definition }) => definition.id === id);
    return other !== undefined && isAlike(other, form);
  }

  async function keep<Document extends MadeDocument>(document: Document): Promise<Document> {
    if ((await kept.keep({ ...document })) === 'new') documents.push(document);
    await show();
    return document;
  }

  function draftOf(id: string): FormDraft | undefined {
    return made.flatMap(({ drafts }) => drafts).find(({ draft }) => draft._id === id)?.draft;
  }

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  }

  const formOf = (id: string) => made.find(({ form }) => form === id);
  const decidedSoFar = (form: string) => formOf(form)?.decisions ?? 0;
  const isBehind = (form: string, { seen }: Deciding) => seen !== undefined && seen !== decidedSoFar(form);

  async function decision(given: Omit<FormDecision, '_id' | 'kind' | 'version' | 'decidedAt' | 'turn'>) {
    const turn = decidedSoFar(given.form) + 1;
    const rest = { kind: 'formDecision', version: 1, ...given, decidedAt: now(), turn } as const;
    return keep<FormDecision>({ _id: await idOf('formdecision', rest), ...rest });
  }

  return {
    list: () => made,
    draft: draftOf,
    putTogether: ({ files }) => publishedFrom(files),
    published: (form) => live.get(form),
    withdrawn(form) {
      const before = gone.get(form);
      const why = formOf(form)?.withdrawn?.why;
      return before && { form: before, ...(why === undefined ? {} : { why }) };
    },

    send: (files, by) =>
      inTurn(async () => {
        const form = files.source.id;
        const earlier = formOf(form)?.drafts ?? [];
        if (earlier.length >= MOST_DRAFTS) return bad({ code: 'tooMany' });
        const whole = await publishedFrom(files);
        if (!whole.ok) return whole;
        const same = earlier.find(
          ({ draft, state }) => state === 'waiting' && draft.by === by && isAlike(draft.files, files),
        );
        if (same) return good(same.draft);
        const rest = {
          kind: 'formDraft',
          version: 1,
          form,
          files,
          by,
          sentAt: now(),
          turn: earlier.length + 1,
        } as const;
        return good(await keep<FormDraft>({ _id: await idOf('formdraft', rest), ...rest }));
      }),

    decide: (id, { verdict, why, ...deciding }) =>
      inTurn(async () => {
        const found = draftOf(id);
        if (!found) return bad('notThere');
        if (isBehind(found.form, deciding)) return bad('decidedMeanwhile');
        const about = { form: found.form, draft: id, verdict, by: deciding.by, ...(why === undefined ? {} : { why }) };
        if (verdict === 'refused') return good(await decision(about));
        const whole = await publishedFrom(found.files);
        if (!whole.ok) return whole;
        return good(await decision({ ...about, formVersion: whole.value.version }));
      }),

    withdraw: (form, { why, ...deciding }) =>
      inTurn(async () => {
        if (!formOf(form)?.now) return bad('notThere');
        if (isBehind(form, deciding)) return bad('decidedMeanwhile');
        return good(
          await decision({ form, verdict: 'withdrawn', by: deciding.by, ...(why === undefined ? {} : { why }) }),
        );
      }),
  };
}

async function idOf(prefix: string, rest: object): Promise<string> {
  return `${prefix}:${await sha256Hex(canonicalJson(JSON.parse(JSON.stringify(rest)) as Json))}`;
}

function isAlike<Thing extends object>(a: Thing, b: Thing): boolean {
  const text = (thing: Thing) => canonicalJson(JSON.parse(JSON.stringify(thing)) as Json);
  return text(a) === text(b);
}
