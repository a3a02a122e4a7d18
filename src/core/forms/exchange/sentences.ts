import type { FormTextSource } from '../parse-form.ts';
import { cleanText, linesOf, onOneLine } from './clean-text.ts';
import type { FoundWords } from './found.ts';
import type { Notes } from './kept.ts';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/** Whether a text is the code of a language. */
export const isLanguage = (code: string) => LANGUAGE.test(code);

type ByKey = Map<string, string>;

/** The sentences of a form that comes in, cleaned, by language and place. */
export class Sentences {
  /** The language it is written in first. */
  readonly language: string;
  readonly #notes: Notes;
  readonly #all = new Map<string, ByKey>();

  constructor(language: string, notes: Notes) {
    this.language = isLanguage(language) ? language : 'en';
    this.#notes = notes;
    this.#all.set(this.language, new Map());
  }

  /**
   * Puts at a place the first of some words that there are, in each language. Where the first language has none, words of
   * another language stand in, or the fallback, and it is reported as guessed. False: there is nothing, and no fallback.
   */
  add(key: string, candidates: readonly FoundWords[], where: string, fallback: string): boolean {
    for (const words of candidates) {
      for (const [language, text] of entriesOf(words)) {
        if (this.#of(language).has(key)) continue;
        const clean = onOneLine(cleanText(text, where, this.#notes));
        if (clean !== '') this.#of(language).set(key, clean);
      }
    }
    if (this.#of(this.language).has(key)) return true;
    const other = [...this.#all.values()].map((texts) => texts.get(key)).find((text) => text !== undefined);
    if (other === undefined && fallback === '') return false;
    const guess = other ?? (onOneLine(cleanText(fallback, where, this.#notes)) || '?');
    this.#of(this.language).set(key, guess);
    this.#notes.add('guessed', 'words', where, { what: guess.slice(0, 80) });
    return true;
  }

  /** Puts the paragraphs of some texts one after the other, in each language. */
  addLines(key: string, texts: readonly FoundWords[], where: string): void {
    const places = new Map<string, number>();
    for (const [language, text] of texts.flatMap(entriesOf)) {
      for (const line of linesOf(cleanText(text, where, this.#notes))) {
        const place = places.get(language) ?? 0;
        this.#of(language).set(`${key}.${place}`, line);
        places.set(language, place + 1);
      }
    }
  }

  /** The files of words, by language. Questions of one scale have its words said once. */
  texts(scales: readonly string[]): { [language: string]: FormTextSource } {
    if (this.#sameScale(scales)) for (const sentences of this.#all.values()) shareScale(sentences, scales);
    const own = this.#of(this.language);
    const used = [...this.#all].filter(
      ([language, sentences]) => language === this.language || saysSomething(sentences),
    );
    return Object.fromEntries(
      used.map(([language, sentences]) => {
        const missing = [...own.keys()].filter((key) => !sentences.has(key)).length;
        if (missing > 0) this.#notes.add('toDo', 'untranslated', '', { language, count: missing });
        return [language, asText(sentences, own.get('title') ?? '?')];
      }),
    );
  }

  #of(language: string): ByKey {
    const found = this.#all.get(language) ?? new Map<string, string>();
    this.#all.set(language, found);
    return found;
  }

  #sameScale(scales: readonly string[]): boolean {
    const all = [...this.#all.values()];
    const said = scales.map((id) => JSON.stringify(all.map((sentences) => optionsOf(sentences, id))));
    return said.length > 1 && said.every((one) => one === said[0]);
  }
}

const entriesOf = (words: FoundWords) => Object.entries(words).filter(([language]) => isLanguage(language));

/** Whether there are words besides those of yes and no, which come with the site and not with the form. */
const saysSomething = (sentences: ByKey) => [...sentences.keys()].some((key) => !/^scale\.|\.options\./.test(key));

const prefixOf = (id: string) => `questions.${id}.options.`;

function optionsOf(sentences: ByKey, id: string): readonly (readonly [string, string])[] {
  const prefix = prefixOf(id);
  return [...sentences].flatMap(([key, text]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : []));
}

function shareScale(sentences: ByKey, scales: readonly string[]): void {
  for (const id of scales) {
    for (const [option, text] of optionsOf(sentences, id)) {
      sentences.delete(prefixOf(id) + option);
      sentences.set(`scale.${option}`, text);
    }
  }
}

interface Text {
  title: string;
  intro: string[];
  scale?: Record<string, string>;
  recipients: Record<string, string>;
  pages: Record<string, { title: string; body?: string[]; links?: string[] }>;
  questions: Record<string, { label?: string; hint?: string; why?: string; options?: Record<string, string> }>;
}

/** A file of words. A page without a title in a language has no words in it at all there. */
function asText(sentences: ByKey, title: string): FormTextSource {
  const text: Text = { title: sentences.get('title') ?? title, intro: [], recipients: {}, pages: {}, questions: {} };
  for (const [key, sentence] of sentences) {
    const [kind, id = '', part, option = ''] = key.split('.');
    if (kind === 'intro') text.intro.push(sentence);
    if (kind === 'scale') text.scale = { ...text.scale, [id]: sentence };
    if (kind === 'pages' && part === 'title') text.pages[id] = { title: sentence };
    if (kind === 'questions') {
      const question = text.questions[id] ?? {};
      text.questions[id] = question;
      if (part === 'label' || part === 'hint' || part === 'why') question[part] = sentence;
      if (part === 'options') question.options = { ...question.options, [option]: sentence };
    }
  }
  for (const [key, sentence] of sentences) {
    const [kind, id = '', part] = key.split('.');
    const page = kind === 'pages' && part === 'body' ? text.pages[id] : undefined;
    if (page) page.body = [...(page.body ?? []), sentence];
  }
  return text as FormTextSource;
}
