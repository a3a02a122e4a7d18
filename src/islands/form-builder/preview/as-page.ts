import { type ComponentChild, h, render } from 'preact';
import type { PublishedForm } from '#core/forms/definition.ts';
import { layOutOnPaper, paperCode } from '#core/forms/paper/lay-out.ts';
import { FormView } from '#ui/form/form-view.ts';
import { PaperForm } from '#ui/paper/paper-form.ts';
import { paperWording } from '#ui/paper/wording.ts';
import { asFunction } from '../../form-filler/form-data.ts';
import type { PreviewWords } from './start.ts';

interface AsPage {
  readonly form: PublishedForm;
  readonly language: string;
  readonly words: PreviewWords;
}

/** The form as it is without script: one page that is there whole. */
export function plainPage({ form, language, words }: AsPage): string {
  const { definition, version } = form;
  const text = form.text[language];
  if (!text) return '';
  const say = asFunction(words.form, language);
  return page(language, words, text.title, [
    h('h1', null, text.title),
    h(
      'div',
      { class: 'form-intro' },
      text.intro.map((line) => h('p', null, line)),
    ),
    h('p', { class: 'notice' }, say('scriptsOff')),
    h(FormView, { form: definition, version, text, language, answers: {}, problems: [], words: say }),
  ]);
}

/** The form as a sheet to print and fill in with a pen. */
export function paperPage({ form, language, words }: AsPage): string {
  const { definition, version } = form;
  const text = form.text[language];
  if (!text) return '';
  const say = asFunction(words.paper, language);
  const parts = layOutOnPaper(definition);
  const sheet = h(PaperForm, {
    form: definition,
    parts,
    text,
    language,
    code: paperCode(definition.id, version),
    reader: 'skip',
    wording: paperWording(parts, text, language, say),
    words: say,
    formWords: asFunction(words.form, language),
    address: (path) => `${location.origin}/${language}${path}`,
    places: [],
    team: words.siteName,
    crisis: [],
  });
  return page(language, words, text.title, sheet, paperLooks());
}

/** The site's own looks: what the page around it has, and what it names for paper. */
function looks(): readonly string[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href);
}

function paperLooks(): readonly string[] {
  const href = document.querySelector<HTMLElement>('[data-paper-looks]')?.dataset['paperLooks'];
  return href ? [new URL(href, location.href).href] : [];
}

function page(
  language: string,
  words: PreviewWords,
  title: string,
  content: ComponentChild,
  more: readonly string[] = [],
): string {
  const whole = document.createElement('div');
  const main = document.createElement('main');
  render(content, main);
  whole.append(main);
  const head = document.createElement('div');
  for (const href of [...looks(), ...more]) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    head.append(link);
  }
  const name = document.createElement('title');
  name.textContent = title;
  head.append(name);
  return `<!doctype html><html lang="${language}" dir="${words.direction}"><head><meta charset="utf-8">${head.innerHTML}</head><body>${whole.innerHTML}</body></html>`;
}
