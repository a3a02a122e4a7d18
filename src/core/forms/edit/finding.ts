import type { Step } from './step.ts';
import type { TextKey } from './text-key.ts';

/** Where in a form something is. Pages are named as in steps. */
export type Place =
  | { readonly what: 'form'; readonly fact?: string }
  | { readonly what: 'page'; readonly id: string }
  | { readonly what: 'question'; readonly id: string }
  | { readonly what: 'option'; readonly id: string; readonly question: string }
  | { readonly what: 'link'; readonly page: string; readonly link: number }
  | { readonly what: 'route'; readonly route: number }
  | { readonly what: 'words'; readonly language: string; readonly key: TextKey }
  | { readonly what: 'language'; readonly language: string };

export type Params = { readonly [name: string]: string | number | readonly string[] };

/** Something to put right, or to think about. Its words are the catalogue's, by its code. */
export interface Finding {
  readonly code: FindingCode;
  readonly at: Place;
  readonly params: Params;
  /** Whether the form cannot be published with it. */
  readonly severity: 'stops' | 'warns';
  /** Steps that put it right and can do no harm; left out where only the author knows. */
  readonly repair?: readonly Step[];
}

/** Every code with its severity. In brackets: its `params`. */
export const SEVERITY = {
  // The form as a whole
  /** (recipient) Nobody is chosen to receive it, or somebody whom the site does not know. */
  noRecipient: 'stops',
  /** (notice) No privacy notice is chosen, or one that is not there. */
  noNotice: 'stops',
  /** (system) */
  noSystem: 'stops',
  /** (form) The equality form offered after sending is not there. */
  noMonitoring: 'stops',
  /** (promise) An anonymous form can promise no reply, and another one must not say that it is anonymous. */
  promiseUnfit: 'stops',
  /** It asks nothing. */
  asksNothing: 'stops',
  /** Whatever one answers, an exit comes before the end. */
  nothingSent: 'stops',
  /** (language) The site has this language, and the form does not. */
  noLanguage: 'stops',

  // Pages, questions, options, links
  /** (group) There is no such shared group. */
  noGroup: 'stops',
  /** (id) Two pages, or two questions, have it. */
  idTwice: 'stops',
  /** It has nothing to choose from. */
  noOptions: 'stops',
  /** (from) The content has none of these now. */
  nothingOffered: 'stops',
  /** (least, most) The least is more than the most; for dates (notBefore, notAfter). */
  boundsTurned: 'stops',
  /** Neither words nor questions nor links. */
  emptyPage: 'stops',
  /** Advice that leads nowhere. */
  adviceNowhere: 'stops',
  exitAsks: 'stops',
  /** The exit has no condition: everybody would end there. */
  exitForAll: 'stops',
  /** (links) An exit leads to two other places at least. */
  exitLinks: 'stops',
  repeatsNothing: 'stops',
  /** (href, nearest) The site has no such page. */
  unknownLink: 'stops',
  /** (id) It tells who somebody is, and the form is anonymous. */
  tellsWho: 'stops',

  // Conditions
  /** (asked) It is asked later, or on the same page further down. */
  asksLater: 'stops',
  /** (asked) There is no such question. */
  asksNobody: 'stops',
  /** (asked) Each waits for the other. */
  asksInLoop: 'stops',
  /** (asked, options) The question has no such option. */
  noSuchOption: 'stops',
  /** (asked, kind) Answers of this kind cannot be compared so. */
  comparisonUnfit: 'stops',
  /** No answers meet its condition: it contradicts itself. */
  neverMet: 'stops',
  /** (page) Its condition and that of its page exclude each other. */
  excluded: 'stops',
  /** No answers lead to it. */
  unreachable: 'stops',
  /** Too many conditions hang together to try all answers. */
  tooEntangled: 'warns',

  // Words
  /** (key) A page without a title, a question without a label, an option, link or recipient without words. */
  noWords: 'stops',
  /** (key, source) The language it is written in has words, this one does not. */
  notTranslated: 'stops',
  /** (key) Words for what the language it is written in does not say. */
  wordsLeftOver: 'stops',
  /** (key, blanks) */
  blanksDiffer: 'stops',
  /** (group, language) The shared group has no words in this language. */
  groupNotTranslated: 'stops',
  /** (key, source, was) The sentence has changed since it was translated. */
  staleWords: 'warns',
  /** A required question does not say why we ask. */
  noReason: 'stops',
  /** (subject: `health` `birth` `address` `money` `crime` `belief`) It asks for more than most forms need, and gives no reason. */
  sensitive: 'warns',
  /** (count, most) So many questions are asked of everybody. */
  tooMany: 'warns',
  /** (questions) */
  contactTwice: 'warns',
  /** (label, other) */
  sameLabel: 'warns',
  /** (label, other) */
  sameOption: 'warns',
  oneOption: 'warns',
  /** (option) Nobody can say what the other is. */
  otherUnsaid: 'warns',
  /** (words, key) People asked us not to say it. */
  avoidedWords: 'warns',
  /** (key) */
  endsInColon: 'warns',
  /** (key) */
  allCapitals: 'warns',
  /** (key, letters, most) */
  tooLong: 'warns',
  /** (key, age, most) */
  hardToRead: 'warns',
  /** (key) It looks like HTML: it will be shown as it is. */
  looksLikeCode: 'warns',
  /** (kind, group) Its id is that of a shared group, which asks for it in another kind: exports would not agree (F-18). */
  sharedOtherKind: 'warns',
  /** (token) A browser could fill it in. */
  noAutocomplete: 'warns',

  /** (where, problem, cure) What no other code says: a fault of the judge of all forms, in its own words. */
  fault: 'stops',
} as const satisfies { readonly [code: string]: Finding['severity'] };

export type FindingCode = keyof typeof SEVERITY;
