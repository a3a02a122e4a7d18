import { type ComponentChildren, h, type JSX } from 'preact';
import type { Result } from '#core/eligibility/definition.ts';
import { localPath } from '#i18n/paths.ts';
import type { WordedStep } from '#i18n/word-verdict.ts';
import type { FormWords } from '../form/form-words.ts';
import { SummaryList, type SummaryRow } from '../summary-list/summary-list.ts';
import { CountOffer, type CountOfferProps } from './count-offer.ts';
import { OutcomeCard, ReasonList, type ShownOutcome } from './outcome-card.ts';
import { RulesNote, type RulesNoteProps } from './rules-note.ts';
import { type FormLinks, StepsList } from './steps-list.ts';

export interface ResultViewProps {
  /** Best first. */
  readonly outcomes: readonly ShownOutcome[];
  /** Where to go when nothing fits. */
  readonly next: readonly WordedStep[];
  readonly answers: readonly SummaryRow[];
  readonly rules: Omit<RulesNoteProps, 'words'>;
  /** Whom to ask anyway: text and site path. */
  readonly ask: readonly { readonly text: string; readonly href: string }[];
  readonly language: string;
  readonly words: FormWords;
  readonly forms: FormLinks;
  /** What may be counted of a result that is "not this one". */
  readonly count?: Omit<CountOfferProps, 'words'>;
  readonly onPrint: () => void;
  readonly onCopy: () => void;
  readonly onStartAgain: () => void;
}

/** The result of a check: never an end. What may fit first, with reasons; then where else to go; then how to ask anyway. */
export function ResultView(props: ResultViewProps): JSX.Element {
  const { outcomes, words, count } = props;
  const fits = outcomes.filter(({ result }) => result !== 'no');
  return h('div', { class: 'check-result', 'data-check-result': bestOf(outcomes) }, [
    h('h2', { class: 'check-result__title' }, words(`resultTitle.${bestOf(outcomes)}`)),
    fits.length > 1 && h('p', null, words('found', { count: fits.length })),
    ...(fits.length > FEW ? Many(props, fits) : fits.map((outcome) => Card(props, outcome, true))),
    fits.length === 0 && Decisive(props),
    // Nothing fits: the form is there for whoever wants to ask anyway, but it is not the way we point to.
    fits.length === 0 && h(StepsList, { steps: props.next, language: props.language, words }),
    Others(props, outcomes.length > fits.length ? outcomes.filter(({ result }) => result === 'no') : []),
    AskAnyway(props),
    count && h(CountOffer, { ...count, words }),
    h('h3', null, words('yourAnswers')),
    h(SummaryList, { rows: props.answers }),
    h('div', { class: 'buttons' }, [
      Press('secondary', words('print'), props.onPrint),
      Press('secondary', words('copy'), props.onCopy),
      Press('quiet', words('startAgain'), props.onStartAgain),
    ]),
    h('p', { class: 'no-print', 'data-said': '' }),
    h(RulesNote, { ...props.rules, words }),
  ]);
}

/** Of many, what can be done with most of them is said once, and each is short. */
function Many(props: ResultViewProps, fits: readonly ShownOutcome[]): readonly ComponentChildren[] {
  const { language, words, forms } = props;
  const shared = sharedSteps(fits);
  const isShared = (step: WordedStep) => shared.some(({ href }) => href === step.href);
  return [
    shared.length > 0 && h('h3', null, words('next')),
    shared.length > 0 && h(StepsList, { steps: shared, language, words, forms }),
    h(
      'div',
      { class: 'outcomes' },
      fits.map((outcome) => Card(props, { ...outcome, next: outcome.next.filter((step) => !isShared(step)) }, false)),
    ),
  ];
}

/** Steps that stand with at least half of the outcomes. */
function sharedSteps(fits: readonly ShownOutcome[]): readonly WordedStep[] {
  const all = fits.flatMap(({ next }) => next);
  return all.filter(({ href }, at) => {
    const count = fits.filter(({ next }) => next.some((step) => step.href === href)).length;
    return count * 2 >= fits.length && all.findIndex((step) => step.href === href) === at;
  });
}

/** The best of all results: the headline. */
export function bestOf(outcomes: readonly { readonly result: Result }[]): Result {
  const best = (['yes', 'maybe'] as const).find((result) => outcomes.some((outcome) => outcome.result === result));
  return best ?? 'no';
}

/** The button that takes the answers along stands once, at the best of what leads to a form. */
function Card(
  { language, words, forms, outcomes }: ResultViewProps,
  outcome: ShownOutcome,
  showsReasons: boolean,
): JSX.Element {
  const { id, checker, result } = outcome;
  const first = outcomes.find(({ next }) => next.some(({ href }) => forms.paths.includes(href)));
  const takes = result !== 'no' && first?.id === id && first.checker === checker;
  const key = `${checker}-${id}`;
  return h(OutcomeCard, { key, outcome, language, words, showsReasons, ...(takes ? { forms } : {}) });
}

/** What does not fit: shut away beside things that do, in the open when there is nothing else. */
function Others(props: ResultViewProps, others: readonly ShownOutcome[]): ComponentChildren {
  if (others.length === 0) return null;
  const { words, outcomes } = props;
  const isAll = others.length === outcomes.length;
  return h('details', { class: 'others', open: isAll && others.length <= FEW }, [
    h('summary', null, words('others', { count: others.length })),
    h('p', { class: 'small' }, words('othersIntro')),
    ...others.map((outcome) => Card(props, withoutRepeatedSteps(outcome, props.next), isAll)),
    !isAll && h('h3', null, words('elseTitle')),
    !isAll && h(StepsList, { steps: props.next, language: props.language, words }),
  ]);
}

/** As many stand with all they say; of more, each is short, and opens. */
const FEW = 3;

/** Why nothing fits, in the open: what stands behind half of the outcomes or more, which are folded away. */
function Decisive({ outcomes, words }: ResultViewProps): ComponentChildren {
  const deciding = outcomes.map(({ because }) => because.filter(({ decided }) => decided));
  const reasons = deciding.flat().filter(({ text }, at, all) => {
    const count = deciding.filter((some) => some.some((one) => one.text === text)).length;
    return count * 2 >= outcomes.length && all.findIndex((one) => one.text === text) === at;
  });
  if (reasons.length === 0 || outcomes.length <= FEW) return null;
  return h('div', { 'data-why': '' }, h(ReasonList, { reasons, words }));
}

/** Steps that are for whoever does not fit anywhere stand once, not at each. */
function withoutRepeatedSteps(outcome: ShownOutcome, said: readonly WordedStep[]): ShownOutcome {
  return { ...outcome, next: outcome.next.filter(({ href }) => !said.some((step) => step.href === href)) };
}

function AskAnyway({ ask, language, words }: ResultViewProps): JSX.Element {
  return h('section', { class: 'notice' }, [
    h('h3', null, words('askAnyway')),
    h('p', null, words('askAnywayText')),
    h(
      'ul',
      { class: 'plain-list' },
      ask.map(({ text, href }) => h('li', null, h('a', { href: localPath(language, href) }, text))),
    ),
  ]);
}

const Press = (kind: 'secondary' | 'quiet', text: string, onClick: () => void) =>
  h('button', { class: `button button--${kind}`, type: 'button', onClick }, text);
