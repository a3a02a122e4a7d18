import type { Criterion } from '#core/criteria/criterion.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { labelsOf } from '#core/forms/edit/version.ts';
import { compareVersions, type Difference } from '#core/forms/edit/versions.ts';
import { layOutOnPaper } from '#core/forms/paper/lay-out.ts';
import { unreachable } from '#core/unreachable.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { paperWording } from '#ui/paper/wording.ts';

/** Words on one side of a row; `language` where they are the form's own, `isNothing` where there is nothing. */
export interface Side {
  readonly text: string;
  readonly language?: string;
  readonly isNothing?: true;
}

/** One thing that is different, in words: what it is, how it was, how it is. */
export interface DifferenceRow {
  readonly what: string;
  readonly was: Side;
  readonly now: Side;
}

export interface Saying {
  /** Words of the `made` namespace. */
  readonly made: FormWords;
  /** Words of the builder: names of facts, kinds, promises. Nothing where there are none. */
  readonly named: (key: string) => string | undefined;
  /** Words of the `paper` namespace: the sentences of conditions. */
  readonly paper: FormWords;
  /** The reader's. */
  readonly language: string;
  readonly nameOfLanguage: (language: string) => string;
}

/** What is different between two versions of a form, in the order of the form; in the words of its source language. */
export function differenceRows(
  was: PublishedForm,
  now: PublishedForm,
  sourceLanguage: string,
  saying: Saying,
): readonly DifferenceRow[] {
  const labels = labelsOf([now, was], sourceLanguage);
  const conditions = {
    was: conditionsOf(was, sourceLanguage, saying),
    now: conditionsOf(now, sourceLanguage, saying),
  };
  const { made } = saying;
  const side = (text: string, language?: string): Side =>
    text === '' ? { text: made('compare.none'), isNothing: true } : { text, ...(language ? { language } : {}) };
  const notThere: Side = { text: made('compare.notThere'), isNothing: true };
  return compareVersions(was, now, sourceLanguage).map(row);

  function row(difference: Difference): DifferenceRow {
    const { code, at, params, when } = difference;
    const label = String(params['label'] ?? '');
    const [old, fresh] = [String(params['was'] ?? ''), String(params['now'] ?? '')];
    switch (code) {
      case 'added':
        return { what: made(`diff.${at.what}`, named()), was: notThere, now: side(label, sourceLanguage) };
      case 'removed':
        return { what: made(`diff.${at.what}`, named()), was: side(label, sourceLanguage), now: notThere };
      case 'moved':
        return {
          what: made('diff.moved', { label }),
          was: side(made('diff.movedAway')),
          now: side(made('diff.movedHere')),
        };
      case 'movedTo':
        return {
          what: made('diff.onPage', { label }),
          was: side(made('diff.movedAway')),
          now: side(String(params['page']), sourceLanguage),
        };
      case 'reworded':
      case 'translated': {
        const language = String(params['language']);
        const what = code === 'reworded' ? 'diff.words' : 'diff.wordsIn';
        return {
          what: made(what, { label, language: saying.nameOfLanguage(language) }),
          was: side(old, language),
          now: side(fresh, language),
        };
      }
      case 'conditionAdded':
      case 'conditionRemoved':
      case 'conditionChanged':
        return {
          what: made(`diff.condition.${at.what}`, { label }),
          was: side(conditions.was(when?.was)),
          now: side(conditions.now(when?.now)),
        };
      case 'kindChanged':
        return { what: made('diff.kind', { label }), was: side(kindOf(old)), now: side(kindOf(fresh)) };
      case 'requiredNow':
      case 'optionalNow': {
        const [no, yes] = [side(made('compare.no')), side(made('compare.yes'))];
        const isNow = code === 'requiredNow';
        return { what: made('diff.required', { label }), was: isNow ? no : yes, now: isNow ? yes : no };
      }
      case 'factChanged': {
        const fact = String(params['fact']);
        const what = made('diff.fact', { label, fact: nameOfFact(fact, saying) });
        return { what, was: side(valueInWords(fact, params['was'])), now: side(valueInWords(fact, params['now'])) };
      }
      case 'languageAdded':
      case 'languageRemoved': {
        const there = side(saying.nameOfLanguage(String(params['language'])));
        const isNow = code === 'languageAdded';
        return { what: made('diff.language'), was: isNow ? notThere : there, now: isNow ? there : notThere };
      }
      default:
        return unreachable(code);
    }

    function named() {
      return { label, question: at.what === 'option' ? labels.question(at.question) : '' };
    }
  }

  function kindOf(kind: string): string {
    return saying.named(`kind.${kind}`) ?? kind;
  }

  function valueInWords(fact: string, value: unknown): string {
    if (Array.isArray(value)) return value.join(', ');
    const text = String(value ?? '');
    if (SWITCHES[fact]) return made(SWITCHES[fact] === text ? 'compare.yes' : 'compare.no');
    return saying.named(`${fact}.${text}`) ?? text;
  }
}

/** Facts that are so or not, with the value that says they are. */
const SWITCHES: { readonly [fact: string]: string } = {
  crisisPanel: 'true',
  exit: 'true',
  layout: 'one-page',
  kind: 'monitoring',
};

const FORM_FACTS: { readonly [fact: string]: string } = {
  system: 'form.system',
  audience: 'form.audience',
  promise: 'form.promise',
  privacyNotice: 'form.notice',
  monitoring: 'form.monitoring',
  crisisPanel: 'form.crisisPanel',
};

function nameOfFact(fact: string, { named, made }: Saying): string {
  return named(FORM_FACTS[fact] ?? `fact.${fact}`) ?? made(`fact.${fact}`);
}

/** Says a condition of one version; nobody's condition is everybody. */
function conditionsOf(
  { definition, text }: PublishedForm,
  sourceLanguage: string,
  { paper, language, made }: Saying,
): (when: Criterion | undefined) => string {
  const words = text[sourceLanguage] ?? text['en'];
  const wording = words && paperWording(layOutOnPaper(definition), words, language, paper);
  return (when) =>
    when && wording ? made('compare.if', { condition: wording.condition(when) }) : made('compare.everybody');
}
