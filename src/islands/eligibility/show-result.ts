import { h, render } from 'preact';
import type { Answers } from '#core/criteria/criterion.ts';
import { carriedInto } from '#core/eligibility/judge-all.ts';
import { questionsSoFar } from '#core/eligibility/next-question.ts';
import { COUNTED, toCount } from '#core/eligibility/to-count.ts';
import type { WordedStep } from '#i18n/word-verdict.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { AtOnce } from '#ui/checker/at-once.ts';
import type { CountOfferProps } from '#ui/checker/count-offer.ts';
import type { ShownOutcome } from '#ui/checker/outcome-card.ts';
import { resultAsText } from '#ui/checker/result-as-text.ts';
import { ResultView, type ResultViewProps } from '#ui/checker/result-view.ts';
import type { FormLinks } from '#ui/checker/steps-list.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { carryOn } from './carry-on.ts';
import { type CheckerData, judged, surroundingsOf } from './checker-data.ts';
import { copyText } from './copy-text.ts';
import { answerInWords, verdictInWords } from './in-words.ts';

export interface Showing {
  readonly data: CheckerData;
  readonly answers: Answers;
  readonly words: FormWords;
  /** Back to a question, to answer it anew. */
  readonly onChange: (question: string) => void;
  readonly onStartAgain: () => void;
}

/** Puts the result on the screen: on this page only, nothing of it is kept or sent. */
export function showResult(place: HTMLElement, showing: Showing): void {
  const { data, answers, words } = showing;
  const { outcomes, next } = verdictInWords(data, answers);
  const props: ResultViewProps = {
    outcomes,
    next,
    answers: rowsOf(showing),
    rules: data.rules,
    ask: data.ask,
    language: data.language,
    words,
    forms: formLinks(place, showing),
    ...countOffer(place, showing, outcomes, next),
    onPrint: () => print(),
    onCopy: () => void copy(),
    onStartAgain: showing.onStartAgain,
  };
  const copy = async () => {
    const title = data.texts[data.definition.id]?.title ?? '';
    const copied = await copyText(resultAsText({ ...props, title, origin: location.origin }));
    say(place, words(copied ? 'copied' : 'notCopied'));
  };
  render(null, place);
  render(h(ResultView, props), place);
}

/** Shows what must not wait for the other questions. */
export function showAtOnce(
  place: HTMLElement,
  { data, answers, words }: Showing,
  id: string,
  onGoOn: () => void,
): void {
  const outcome = verdictInWords(data, answers).outcomes.find((one) => one.id === id);
  render(null, place);
  if (outcome) render(h(AtOnce, { outcome, language: data.language, words, onGoOn }), place);
}

function rowsOf({ data, answers, words, onChange }: Showing): ResultViewProps['answers'] {
  return questionsSoFar(data.definition, answers, surroundingsOf(data)).flatMap((question) => {
    const answer = answers[question.id];
    const name = data.texts[data.definition.id]?.questions[question.id]?.label ?? question.id;
    if (answer === undefined) return [];
    const change = {
      text: words('change'),
      spoken: words('changeWhat', { question: name }),
      go: () => onChange(question.id),
    };
    return [{ name, lines: answerInWords(data, question, answer, words), change }];
  });
}

/** Forms that take some of these answers. One that would begin empty is a plain link. */
function formLinks(place: HTMLElement, showing: Showing): FormLinks {
  const { data, answers } = showing;
  const brought = (form: string) => carriedInto(form, data, judged(data, answers), surroundingsOf(data));
  const forms = data.forms.filter((form) => Object.keys(brought(form)).length > 0);
  const pathOf = (form: string) => `/forms/${form}/`;
  return {
    paths: forms.map(pathOf),
    start: (path) => {
      const form = forms.find((one) => pathOf(one) === path);
      if (!form) return;
      openForm(place, showing, form, brought(form));
    },
  };
}

/** What the service may count, if the person wishes: shown first, and once more on its form before it goes (E54). */
function countOffer(
  place: HTMLElement,
  showing: Showing,
  outcomes: readonly ShownOutcome[],
  next: readonly WordedStep[],
): { readonly count?: Omit<CountOfferProps, 'words'> } {
  const { definition, texts, count } = showing.data;
  const result = { checker: definition.id, ruleVersion: definition.ruleVersion, outcomes, next };
  const counted = count && toCount(result, count.outcomes);
  if (!count || !counted) return {};
  const signposts = counted[COUNTED.signposts] ?? [];
  const steps = [...next, ...outcomes.flatMap((one) => one.next)];
  return {
    count: {
      check: texts[definition.id]?.title ?? definition.id,
      rules: definition.ruleVersion,
      outcomes: outcomes.map(({ name }) => name),
      signposts: [...signposts].map((id) => steps.find((step) => step.id === id)?.text ?? id),
      onGo: () => openForm(place, showing, count.form, counted),
    },
  };
}

function openForm(place: HTMLElement, { data, words }: Showing, form: string, brought: Answers): void {
  announce(words('opening'));
  void carryOn(data.language, form, brought).then((opened) => {
    if (!opened) say(place, words('notOpened'));
  });
}

/** Said aloud, and in sight under the buttons. */
function say(place: HTMLElement, text: string): void {
  announce(text);
  const line = place.querySelector<HTMLElement>('[data-said]');
  if (line) line.textContent = text;
}
