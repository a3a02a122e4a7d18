import type { Criterion } from '../../criteria/criterion.ts';
import type { QuestionKind } from '../definition.ts';
import type { FormSource, SourcePage, SourceQuestion } from '../parse-form.ts';
import type { TextKey } from './text-key.ts';

/**
 * One edit of a form. Pages are named by their id; one that takes a shared group has no id of its own and is named by
 * `pageKeys` (page-keys.ts), such as `use:contact`. `first` puts a thing before the others, `after` behind one of them;
 * without either it comes last. Words are those of the language the form is written in.
 */
export type Step =
  | {
      readonly do: 'addPage';
      readonly after?: string | undefined;
      readonly first?: true;
      readonly title?: string;
      readonly exit?: true;
      /** Takes a shared group, all or only some of its questions. */
      readonly use?: string;
      readonly only?: readonly string[];
    }
  | {
      readonly do: 'addQuestion';
      readonly page: string;
      readonly after?: string | undefined;
      readonly first?: true;
      readonly kind: QuestionKind;
      readonly label: string;
      /** The words of its options. */
      readonly options?: readonly string[];
      /** Of the table of shared ids (F-18); an id is made from the label otherwise. */
      readonly id?: string;
    }
  | { readonly do: 'addOption'; readonly question: string; readonly label: string; readonly after?: string | undefined }
  | { readonly do: 'addLink'; readonly page: string; readonly href: string; readonly words?: string }
  | { readonly do: 'addLanguage'; readonly language: string }
  | (Named & {
      readonly do: 'remove';
      /** Takes what asks about it out of the conditions of others. Otherwise the step is refused with their names. */
      readonly withConditions?: true;
    })
  | { readonly do: 'removeLink'; readonly page: string; readonly link: number }
  | { readonly do: 'removeLanguage'; readonly language: string }
  | (Named & { readonly do: 'move'; readonly by: 1 | -1 })
  | {
      readonly do: 'moveTo';
      readonly what: 'question';
      readonly id: string;
      readonly page: string;
      readonly after?: string | undefined;
      readonly first?: true;
    }
  | {
      readonly do: 'moveTo';
      readonly what: 'page';
      readonly id: string;
      readonly after?: string | undefined;
      readonly first?: true;
    }
  | { readonly do: 'copy'; readonly what: 'page' | 'question'; readonly id: string }
  | { readonly do: 'setFact'; readonly question: string; readonly set: Facts }
  | { readonly do: 'setPage'; readonly page: string; readonly set: PageFacts }
  | { readonly do: 'setLink'; readonly page: string; readonly link: number; readonly href: string }
  | {
      readonly do: 'setWords';
      readonly language: string;
      readonly at: TextKey;
      /** Empty: the words are taken away. */
      readonly text: string;
    }
  | SetCondition
  | { readonly do: 'setForm'; readonly set: FormFacts };

type Named =
  | { readonly what: 'page' | 'question'; readonly id: string; readonly question?: undefined }
  | { readonly what: 'option'; readonly id: string; readonly question: string };

export type SetCondition = { readonly do: 'setCondition'; readonly when: Criterion | undefined } & (
  | { readonly what: 'page'; readonly id: string }
  | { readonly what: 'question'; readonly id: string }
  | { readonly what: 'link'; readonly id: string; readonly link: number }
  | { readonly what: 'route'; readonly route: number }
);

/** What may be set of a question. `undefined` takes a fact away; a new kind keeps the facts that fit it. */
export interface Facts {
  readonly kind?: QuestionKind;
  readonly required?: boolean;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number;
  readonly least?: number;
  readonly most?: number;
  readonly parts?: 'day' | 'month';
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
  /** The ids of its options, in order: fewer or others of those that are worded. A question of a shared group may have its own. */
  readonly options?: readonly string[] | undefined;
  readonly optionsFrom?: SourceQuestion['optionsFrom'];
  readonly where?: SourceQuestion['where'];
}

/** What may be set of a page. `only` is for one that takes a shared group. */
export interface PageFacts {
  readonly exit?: true | undefined;
  readonly repeat?: { readonly most: number } | undefined;
  readonly linksFrom?: SourcePage['linksFrom'];
  readonly only?: readonly string[] | undefined;
}

/** What may be set of the form as a whole. `undefined` takes away what may be absent. */
export type FormFacts = {
  readonly [Name in Settable]?: FormSource[Name] | undefined;
};
type Settable =
  | 'system'
  | 'audience'
  | 'promise'
  | 'privacyNotice'
  | 'crisisPanel'
  | 'layout'
  | 'monitoring'
  | 'kind'
  | 'routes';

/** What stands in the way of a step. Names in `params` are ids. */
export interface EditProblem {
  readonly code: EditProblemCode;
  readonly params: { readonly [name: string]: string | number | readonly string[] };
}

export type EditProblemCode =
  /** There is no such page, question, option, link, route or language: `what`, `id`. */
  | 'notThere'
  /** Conditions of others ask about it: `by`, in the form `page:<id>`, `question:<id>`, `link:<page>`, `route:<number>`. */
  | 'askedBy'
  /** A form has at least one page. */
  | 'lastPage'
  /** It is already the first, or the last: `id`. */
  | 'atTheEdge'
  /** It belongs to a shared group, which this form cannot change: `id`, `group`. */
  | 'shared'
  /** An exit asks nothing: `id`. */
  | 'exit'
  /** There is such an id, or language, already: `id`. */
  | 'alreadyThere'
  /** There is no such shared group: `id`. */
  | 'noGroup'
  /** A form, a page and a question always have a name: `at`. */
  | 'needsWords'
  /** The kind of question has no such fact, or the fact no such value: `id`, `fact`. */
  | 'notOfThisKind'
  /** The options come from the content: `id`. */
  | 'fromContent'
  /** The last route has no condition, so that every answer is received. */
  | 'lastRoute'
  /** Words have no such place: `at`. */
  | 'noSuchWords'
  /** The form is written in it: `language`. */
  | 'sourceLanguage'
  /** Nobody writes a code of a language like this: `language`. */
  | 'notALanguage';
