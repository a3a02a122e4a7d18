import { h, render } from 'preact';
import type { Answers } from '#core/criteria/criterion.ts';
import type { FormText, PublishedForm } from '#core/forms/definition.ts';
import type { Step } from '#core/forms/journey.ts';
import type { PickedWords } from '#i18n/plural-of.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { ErrorSummary } from '#ui/error-summary/error-summary.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { FormView } from '#ui/form/form-view.ts';
import { readBeside } from '../../beside/read-beside.ts';
import { type FormOnScreen, fillInForm } from '../../form-filler/fill-in.ts';
import { asFunction, type FormData } from '../../form-filler/form-data.ts';
import { isShowForm } from './messages.ts';

/** Words of a form that is not published (pages/[lang]/build/preview.json). */
export interface PreviewWords {
  readonly form: PickedWords;
  readonly paper: PickedWords;
  readonly own: PickedWords;
  readonly direction: 'ltr' | 'rtl';
  readonly siteName: string;
}

export const readPreviewWords = (language: string) => readBeside<PreviewWords>(`/${language}/build/preview.json`);

interface Shown {
  readonly screen: FormOnScreen;
  readonly form: PublishedForm;
}

let shown: Shown | undefined;

/** Shows a form under way in the runtime of all forms. Reason for the island: what it shows is on this device only. */
export function startPreview(): void {
  addEventListener('message', (event) => {
    if (event.origin !== location.origin || event.source !== parent || !isShowForm(event.data)) return;
    const { form, language } = event.data;
    void show(form, language);
  });
  parent.postMessage({ wayin: 'previewReady' }, location.origin);
}

let latest = 0;

async function show(form: PublishedForm, language: string): Promise<void> {
  latest += 1;
  const turn = latest;
  // Without them what stands there stays; the next form asks again.
  const words = await readPreviewWords(language).catch(() => undefined);
  const text = form.text[language];
  // A newer form came while the words were fetched.
  if (turn !== latest || !text || !words) return;
  const answers = shown?.screen.answers() ?? {};
  const at = shown && stepStillThere(form, shown.screen.step());
  shown?.screen.stop();
  const { scrollX, scrollY } = window;
  const page = document.documentElement;
  page.lang = language;
  page.dir = words.direction;
  page.dataset['script'] = 'on';
  draw(form, text, language, words, answers, at);
  scrollTo(scrollX, scrollY);
}

/** The step on show, where the form still has its page. */
function stepStillThere({ definition }: PublishedForm, step: Step): Step | undefined {
  if (step.at === 'check') return step;
  return definition.pages.some(({ id }) => id === step.page) ? step : undefined;
}

function draw(
  form: PublishedForm,
  text: FormText,
  language: string,
  words: PreviewWords,
  answers: Answers,
  at: Step | undefined,
): void {
  const say = asFunction(words.form, language);
  const part = document.querySelector<HTMLElement>('[data-form-part]');
  const place = part?.querySelector<HTMLElement>('[data-form-place]');
  const intro = part?.querySelector<HTMLElement>('[data-first]');
  const title = part?.querySelector('h1');
  const summary = part?.querySelector<HTMLElement>('[data-error-summary]');
  if (!part || !place || !intro || !title || !summary) return;
  part.hidden = false;
  closeSent();
  title.textContent = text.title;
  document.title = text.title;
  intro.replaceChildren(...text.intro.map(paragraph));
  render(null, summary);
  render(h(ErrorSummary, { title: say('problemTitle'), problems: [] }), summary);
  summary.hidden = true;
  // Drawn anew: the runtime has changed what was drawn before.
  place.replaceChildren();
  const inner = document.createElement('div');
  place.append(inner);
  const { definition, version } = form;
  render(h(FormView, { form: definition, version, text, language, answers, problems: [], words: say }), inner);
  const element = inner.querySelector('form');
  if (!element) return;
  const data: FormData = {
    form: definition,
    version,
    language,
    words: words.form,
    problems: Object.fromEntries(Object.entries(text.questions).map(([id, { problems = {} }]) => [id, problems])),
    recipients: text.recipients,
  };
  const events = { changed: () => undefined, checking: () => undefined, send: () => showNotSent(words, language) };
  shown = { form, screen: fillInForm(document, element, data, events, at) };
}

function paragraph(line: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = line;
  return element;
}

function closeSent(): void {
  const sent = document.querySelector<HTMLElement>('[data-sent-part]');
  if (sent) sent.hidden = true;
}

/** "Send" was pressed, and every answer is as the form wants it. It goes nowhere. */
function showNotSent({ own }: PreviewWords, language: string): void {
  const say = asFunction(own, language);
  const sent = document.querySelector<HTMLElement>('[data-sent-part]');
  const part = document.querySelector<HTMLElement>('[data-form-part]');
  const heading = sent?.querySelector('h1');
  const line = sent?.querySelector('p');
  const button = sent?.querySelector('button');
  if (!sent || !part || !heading || !line || !button) return;
  heading.textContent = say('preview.sentTitle');
  line.textContent = say('preview.sentText');
  button.textContent = say('preview.again');
  button.onclick = () => {
    sent.hidden = true;
    part.hidden = false;
    part.querySelector('form')?.reset();
    shown?.screen.restart();
  };
  part.hidden = true;
  sent.hidden = false;
  moveFocus(heading);
  announce(say('preview.sentText'));
}
