import type { Answer } from '#core/criteria/criterion.ts';
import { NOT_SURE } from '#core/eligibility/definition.ts';
import { withoutLanguage } from '#i18n/paths.ts';
import { watchClearing } from '#store/tabs.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { asFunction } from '../form-filler/form-data.ts';
import { keepOverLanguages } from '../in-place/keep-over-languages.ts';
import { readCheckerData, readPostcodes } from './checker-data.ts';
import { answerInWords } from './in-words.ts';
import { showQuestion } from './show-question.ts';
import { type Showing, showAtOnce, showResult } from './show-result.ts';
import { backTo, begin, forward, numberOf, type View, viewAfter, type Way } from './walk.ts';

/**
 * Asks the questions of the checker on this page, one at a time. Reason for the island: only what is still open is
 * asked, and the answers stay in this page's memory: in no address, no history, no request, on no disk.
 */
export async function startCheck(carried?: Way): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-check]');
  if (!place?.dataset['check']) return;
  const data = await readCheckerData(document.documentElement.lang, place.dataset['check']);
  const words = asFunction(data.words, data.textLang);
  const here = withoutLanguage(location.pathname);
  const title = document.title;
  const questionOf = (id: string) => data.definition.questions.find((question) => question.id === id);
  const ended = new AbortController();

  let way: Way = carried ?? begin(data);

  const show = (focus: boolean) => {
    const view = way.views[way.place] ?? { at: 'result' };
    document.title = title;
    draw(view);
    const intro = document.querySelector<HTMLElement>('[data-intro]');
    if (intro) intro.hidden = way.place > way.begun;
    place.toggleAttribute('data-check-done', view.at === 'result');
    for (const part of document.querySelectorAll<HTMLElement>('[data-static]')) part.hidden = view.at === 'result';
    const heading = place.querySelector<HTMLElement>('h2');
    if (focus && heading) moveFocus(heading);
  };
  const take = (view: View) => {
    way = forward(way, view);
    // A number alone: what was asked would tell what was answered.
    history.pushState({ check: way.place }, '');
    show(true);
  };
  const answer = (question: string, given: Answer) => {
    const asked = questionOf(question);
    if (asked) announce(words('youSaid', { answer: answerInWords(data, asked, given, words).join(', ') }));
    way = { ...way, answers: { ...way.answers, [question]: given } };
    take(viewAfter(data, way.answers, way.views.slice(way.begun)));
  };
  const showing = (): Showing => ({
    data,
    answers: way.answers,
    words,
    onChange: (question) => take({ at: 'question', question }),
    onStartAgain: () => {
      way = begin(data, way.views.slice(0, way.place + 1));
      history.pushState({ check: way.place }, '');
      show(true);
      announce(words('startedAgain'));
    },
  });
  const draw = (view: View) => {
    if (view.at === 'result') return showResult(place, showing());
    if (view.at === 'at-once') {
      return showAtOnce(place, showing(), view.outcome, () =>
        take(viewAfter(data, way.answers, way.views.slice(way.begun))),
      );
    }
    const question = questionOf(view.question);
    if (!question) return;
    if (question.kind === 'postcode') void readPostcodes(data);
    showQuestion(place, {
      data,
      question,
      number: numberOf(way),
      before: way.answers[question.id],
      words,
      title,
      onAnswer: (given) => void ready(question.kind).then(() => answer(question.id, given)),
      onNotSure: () => answer(question.id, NOT_SURE),
      onBack: way.place > way.begun ? () => history.back() : undefined,
    });
  };
  const ready = (kind: string) => (kind === 'postcode' ? readPostcodes(data) : Promise.resolve());

  addEventListener(
    'popstate',
    (event) => {
      if (withoutLanguage(location.pathname) !== here) return location.reload();
      const to = (event.state as { check?: number } | null)?.check;
      // A link inside the page, such as "Skip to content", is no step.
      if (to === undefined && location.hash !== '') return;
      way = backTo(way, to ?? 0);
      show(true);
    },
    ended,
  );
  keepOverLanguages(
    '[data-check]',
    'checker.json',
    async () => ended.abort(),
    () => void startCheck(way),
  );
  // On paper nothing opens (G28).
  addEventListener(
    'beforeprint',
    () => {
      for (const part of place.querySelectorAll<HTMLDetailsElement>('.outcome__why')) part.open = true;
    },
    ended,
  );
  // "Clear this device" in another tab means this page as well.
  watchClearing(() => location.reload());

  history.replaceState({ check: way.place }, '');
  show(carried !== undefined);
  shutRules();
}

/** The rules in words step back behind the questions, unless they are being read. */
function shutRules(): void {
  const rules = document.querySelector<HTMLDetailsElement>('details[data-rules]');
  if (rules && scrollY === 0) rules.open = false;
}
