import type { Criterion } from '../criteria/criterion.ts';
import type { OfSomeKind } from './kinds/kinds.ts';

/** A published form: structure only. Its words live in `text.<language>.json` beside it. */
export interface FormDefinition {
  readonly id: string;
  /** The programme it belongs to (`derby`, `southwark-works`), or `all` of them. */
  readonly system: string;
  /** A `monitoring` form is anonymous (equality answers, surveys): no name, no time but the month, a separate document. */
  readonly kind: 'submission' | 'monitoring';
  readonly audience: 'resident' | 'carer' | 'professional' | 'organiser';
  readonly promise: Promised;
  /** Whoever answers so left no way to reach them: they are told that nobody can reply, not whom to ask for a reply. */
  readonly namelessWhen?: Criterion;
  /** A professional sees it whole, on one page, with script too. */
  readonly layout?: 'one-page';
  /** Version of the privacy notice the person is shown. */
  readonly privacyNotice: string;
  /** Shows the "not for emergencies" panel. */
  readonly crisisPanel: boolean;
  /** The equality form offered after sending. */
  readonly monitoring?: string;
  /** The first route whose criterion is met names the receiving service; the last has no criterion. */
  readonly routes: readonly Route[];
  readonly pages: readonly FormPage[];
}

/**
 * What is promised: Derby's two dates, the one to reply alone, no dates, or no reply because nobody knows to whom.
 */
export type Promised = 'derby' | 'derby-reply' | 'none' | 'anonymous';

export interface Route {
  readonly recipient: string;
  /** What this service promises, where it is not what the form does. */
  readonly promise?: Promised;
  readonly when?: Criterion;
}

/** One screen with script, one section of the page without. A page without questions gives advice. */
export interface FormPage {
  readonly id: string;
  readonly when?: Criterion;
  readonly questions: readonly Question[];
  /** Where the page leads, besides on. */
  readonly links?: readonly PageLink[];
  /** The route ends here: nothing is sent from it. The person may go back and change an answer. */
  readonly exit?: true;
}

export interface PageLink {
  /** A path inside the site without its language, such as `/help-now/`. */
  readonly href: string;
  readonly when?: Criterion;
}

interface AnyQuestion {
  /** The answer's key and the control's `name`; shared across forms (domain.md §2.1). Never changes. */
  readonly id: string;
  readonly required?: boolean;
  readonly when?: Criterion;
  /** The HTML `autocomplete` token, where the answer is about the person themselves (WCAG 1.3.5). */
  readonly autocomplete?: string;
}

/** A question of one of the kinds in `kinds/`. */
export type Question = AnyQuestion & OfSomeKind;

export type QuestionKind = Question['kind'];

/** The words of a form in one language, those of its shared groups already merged in. */
export interface FormText {
  readonly title: string;
  readonly intro: readonly string[];
  /** Who receives it, by recipient id: "the Network Coordinator at the Southwark Works hub". */
  readonly recipients: { readonly [recipient: string]: string };
  readonly pages: { readonly [page: string]: PageText };
  readonly questions: { readonly [question: string]: QuestionText };
}

export interface PageText {
  readonly title: string;
  readonly body?: readonly string[];
  /** Link words of an advice page, in the order of its `links`. */
  readonly links?: readonly string[];
}

export interface QuestionText {
  readonly label: string;
  readonly hint?: string;
  /** Why we ask. Every required question has one. */
  readonly why?: string;
  readonly options?: { readonly [option: string]: string };
  /** What to do, by problem code, in the words of the question. */
  readonly problems?: { readonly [code: string]: string };
}

/** A form as the build publishes it: what the browser, the intake and the recipient all run. */
export interface PublishedForm {
  readonly definition: FormDefinition;
  /** The first 16 hex digits of the SHA-256 of the definition's canonical JSON. */
  readonly version: string;
  readonly text: { readonly [language: string]: FormText };
}
