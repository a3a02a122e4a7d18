import type { FormFiles } from '../edit/form-files.ts';

/** A form that somebody made in the builder and sent to be published. Written once; its id is the hash of the rest. */
export interface FormDraft {
  readonly _id: string;
  readonly kind: 'formDraft';
  readonly version: 1;
  readonly form: string;
  readonly files: FormFiles;
  /** The author's person id. */
  readonly by: string;
  /** The service's clock, ISO 8601. Two may be of the same second: the higher `turn` is the newer. */
  readonly sentAt: string;
  readonly turn: number;
}

/** What an editor decided: about a draft, or that the form is withdrawn. */
export interface FormDecision {
  readonly _id: string;
  readonly kind: 'formDecision';
  readonly version: 1;
  readonly form: string;
  readonly draft?: string;
  readonly verdict: 'published' | 'refused' | 'withdrawn';
  readonly why?: string;
  readonly by: string;
  /** The service's clock. Of two decisions about one form the one with the higher `turn` counts. */
  readonly decidedAt: string;
  readonly turn: number;
  /** The version that was published: the hash of its structure, by which submissions name it. */
  readonly formVersion?: string;
}

export type MadeDocument = FormDraft | FormDecision;

/** `replaced`: published, and another was since. */
export type DraftState = 'waiting' | 'published' | 'replaced' | 'refused' | 'withdrawn';

export interface MadeDraft {
  readonly draft: FormDraft;
  readonly state: DraftState;
  readonly decision?: FormDecision;
}

/** A form with all that was ever sent of it, the newest first. */
export interface MadeForm {
  readonly form: string;
  readonly drafts: readonly MadeDraft[];
  /** How many decisions there are about it, of every sort. */
  readonly decisions: number;
  /** What residents see now, if anything. */
  readonly now?: FormDraft;
  /** Why it is not there any more. */
  readonly withdrawn?: FormDecision;
}

/** Forms from all their documents, in whatever order those come. */
export function madeForms(documents: readonly MadeDocument[]): readonly MadeForm[] {
  const drafts = documents.filter((one): one is FormDraft => one.kind === 'formDraft');
  const decisions = documents.filter((one): one is FormDecision => one.kind === 'formDecision');
  return [...new Set(drafts.map(({ form }) => form))].sort().map((form) =>
    madeForm(
      form,
      drafts.filter((draft) => draft.form === form),
      decisions.filter((decision) => decision.form === form).sort((a, b) => a.turn - b.turn),
    ),
  );
}

function madeForm(form: string, drafts: readonly FormDraft[], decisions: readonly FormDecision[]): MadeForm {
  const last = decisions.findLast(({ verdict }) => verdict !== 'refused');
  const now = last?.verdict === 'published' ? drafts.find(({ _id }) => _id === last.draft) : undefined;
  const isWithdrawn = last?.verdict === 'withdrawn';
  const newestFirst = drafts.toSorted((a, b) => b.turn - a.turn);
  return {
    form,
    drafts: newestFirst.map((draft) => {
      const decision = decisions.findLast((one) => one.draft === draft._id);
      return { draft, state: stateOf(draft, decision, now, isWithdrawn), ...(decision ? { decision } : {}) };
    }),
    decisions: decisions.length,
    ...(now ? { now } : {}),
    ...(last && isWithdrawn ? { withdrawn: last } : {}),
  };
}

function stateOf(
  draft: FormDraft,
  decision: FormDecision | undefined,
  now: FormDraft | undefined,
  isWithdrawn: boolean,
): DraftState {
  if (!decision) return 'waiting';
  if (decision.verdict === 'refused') return 'refused';
  if (draft._id === now?._id) return 'published';
  return isWithdrawn ? 'withdrawn' : 'replaced';
}
