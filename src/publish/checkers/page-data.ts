import type { CheckerDefinition } from '#core/eligibility/definition.ts';
import type { CheckerText } from '#core/eligibility/text.ts';
import { COUNTED } from '#core/eligibility/to-count.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Key } from '#i18n/key.ts';
import { wordsFor } from '#i18n/site-words.ts';
import type { Words } from '#i18n/words.ts';
import { isFormOpen, leadsToClosedForm } from '../forms/open-forms.ts';
import { readForms } from '../forms/read-forms.ts';
import { filled, programmeIn, programmeNames } from '../queries.ts';
import { takesForms } from '../standing.ts';
import { type CheckerIn, checkerIn, postcodesFor } from './checkers.ts';
import { readChecker } from './read-checkers.ts';

/** A checker as its page shows it: in one language throughout, its names filled in, forms that are closed left out. */
export interface CheckerOnPage extends CheckerIn {
  /** The language of all its words: English unless everything is translated (G10). */
  readonly words: Words;
}

const made = new Map<string, CheckerOnPage>();

/** A checker for its page in a language, made once a build. */
export function checkerOnPage(lang: string, id: string): CheckerOnPage {
  const key = `${lang} ${id}`;
  const known = import.meta.env?.DEV ? undefined : made.get(key);
  const checker = known ?? makeForPage(lang, id);
  made.set(key, checker);
  return checker;
}

function makeForPage(lang: string, id: string): CheckerOnPage {
  const shown = readChecker(id).definition.parts.filter((part) => !isSwitchedOff(readChecker(part.checker).definition));
  const ids = [id, ...shown.map(({ checker }) => checker)];
  const isTranslated =
    wordsFor(lang).langOf('check:title') === undefined && ids.every((one) => lang in readChecker(one).text);
  const spoken = isTranslated ? lang : 'en';
  const checker = checkerIn(spoken, id);
  const names = programmeNames(spoken);
  const ofShown = <Thing>(all: { readonly [checker: string]: Thing }, change: (thing: Thing) => Thing) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([one, thing]) => (ids.includes(one) ? [[one, change(thing)] as const] : [])),
    );
  return {
    definition: { ...withOpenForms(checker.definition), parts: shown },
    parts: ofShown(checker.parts, withOpenForms),
    text: filled(checker.text, names),
    textLang: spoken,
    texts: ofShown(checker.texts, (text) => filled(text, names)),
    words: wordsFor(spoken),
  };
}

/** Whether a checker is about nothing but programmes that are switched off (F-15). */
export function isSwitchedOff({ programmes }: CheckerDefinition): boolean {
  return programmes.length > 0 && programmes.every((id) => programmeIn('en', id).standing === 'off');
}

const WORDS: readonly Key[] = [
  'question',
  'notSure',
  'noneOfThese',
  'notSureMore',
  'notSureButton',
  'day',
  'month',
  'year',
  'continue',
  'back',
  'youSaid',
  'atOnce',
  'goOn',
  'resultTitle.yes',
  'resultTitle.maybe',
  'resultTitle.no',
  'result.yes',
  'result.maybe',
  'result.no',
  'found',
  'why',
  'met.yes',
  'met.no',
  'met.unknown',
  'wouldChange',
  'next',
  'elseTitle',
  'others',
  'othersIntro',
  'startForm',
  'startFormNote',
  'emptyForm',
  'opening',
  'notOpened',
  'askAnyway',
  'askAnywayText',
  'yourAnswers',
  'change',
  'changeWhat',
  'print',
  'copy',
  'copied',
  'notCopied',
  'startAgain',
  'startedAgain',
  'rules.version',
  'rules.source',
  'rules.checked',
  'problemTitle',
  'problemMark',
  'pageTitleWithProblem',
  'whyWeAsk',
  ...['chooseOne', 'tickSome', 'noneAndMore', 'typeNumber', 'typeDecimal', 'typeMoney'].map((one) => `problems.${one}`),
  ...['tooSmall', 'tooLarge', 'wrongPostcode', 'wrongDate'].map((one) => `problems.${one}`),
].map((key): Key => `check:${key}`);

const COUNT_WORDS: readonly Key[] = [
  'title',
  'text',
  'sends',
  'check',
  'outcomes',
  'signposts',
  'month',
  'never',
  'go',
].map((key): Key => `check:count.${key}`);

/** What lies beside a checker's page for its script. */
export function checkerData(lang: string, id: string) {
  const { definition, parts, texts, textLang, words } = checkerOnPage(lang, id);
  const facts = Object.keys(texts).flatMap((one) => (one === id ? definition : parts[one])?.outcomes ?? []);
  const shows = [...new Set(facts.flatMap((outcome) => Object.keys(outcome.shows)))];
  return {
    definition,
    parts,
    texts: Object.fromEntries(Object.entries(texts).map(([one, text]) => [one, forScript(text, one === id)])),
    // Where links lead, and what is read out: not the same where a translation is missing.
    language: lang,
    textLang,
    words: words.pick([
      ...WORDS,
      ...(countedBy(id).count ? COUNT_WORDS : []),
      ...shows.map((name): Key => `check:shows.${name}`),
    ]),
    rules: rulesOf(lang, id),
    ask: askAnyway(definition, words),
    forms: definition.carry.filter(({ form }) => isFormOpen(form)).map(({ form }) => form),
    ...countedBy(id),
    ...(postcodesFor({ definition, parts }) ? { postcodes: `/wayin/postcodes/${id}.json` } : {}),
    ...(process.env['WAYIN_TODAY'] ? { today: process.env['WAYIN_TODAY'] } : {}),
  };
}

/** The form by which a service counts what this checker could not offer, and the outcomes that it counts (E54). */
export function countedBy(checker: string): {
  readonly count?: { readonly form: string; readonly outcomes: readonly string[] };
} {
  for (const { definition } of readForms()) {
    const questions = definition.pages.flatMap((page) => page.questions);
    const optionsOf = (id: string) =>
      questions.flatMap((one) => (one.id === id && 'options' in one ? one.options : []));
    if (definition.kind !== 'monitoring' || !optionsOf(COUNTED.check).includes(checker)) continue;
    if (isFormOpen(definition.id)) return { count: { form: definition.id, outcomes: optionsOf(COUNTED.outcomes) } };
  }
  return {};
}

/** Version, source, date and credits, in words. */
export function rulesOf(lang: string, id: string) {
  const { definition, parts, textLang } = checkerOnPage(lang, id);
  return {
    version: definition.ruleVersion,
    source: definition.source,
    checked: dateInWords(definition.checkedOn, textLang, { year: true }),
    credits: postcodesFor({ definition, parts })?.credit ?? [],
  };
}

/** Whom to ask whatever the result: the programmes themselves, as long as they answer; and help now. */
export function askAnyway({ programmes }: CheckerDefinition, words: Words) {
  const open = programmes.map((id) => programmeIn(words.lang, id)).filter(({ standing }) => takesForms(standing));
  return [
    ...open.flatMap(({ facts, text }) => {
      const [service] = facts.services;
      return service
        ? [{ text: words.t('check:askProgramme', { programme: text.name }), href: `/services/${service}/` }]
        : [];
    }),
    { text: words.t('check:helpNow'), href: '/help-now/' },
  ];
}

function forScript({ title, questions, criteria, outcomes, notes, steps }: CheckerText, isOwn: boolean) {
  return { title, questions: isOwn ? questions : {}, criteria, outcomes, notes, steps };
}

/** The same without steps to forms that nobody can send now. */
function withOpenForms(checker: CheckerDefinition): CheckerDefinition {
  const shut = new Set(
    Object.entries(checker.steps).flatMap(([id, { href }]) => (leadsToClosedForm(href) ? [id] : [])),
  );
  if (shut.size === 0) return checker;
  const left = (ids: readonly string[]) => ids.filter((id) => !shut.has(id));
  return {
    ...checker,
    steps: Object.fromEntries(Object.entries(checker.steps).filter(([id]) => !shut.has(id))),
    next: left(checker.next),
    outcomes: checker.outcomes.map((outcome) => ({
      ...outcome,
      next: Object.fromEntries(Object.entries(outcome.next).map(([result, ids]) => [result, left(ids)])),
    })),
  };
}
