import { h, render } from 'preact';
import type { TimetableBase } from '#core/timetable/base.ts';
import { fillIn, type PickedWords } from '#i18n/plural-of.ts';
import { storageWorks } from '#store/storage-check.ts';
import { readPatiently } from '../beside/read-beside.ts';
import { asFunction } from '../form-filler/form-data.ts';
import { App } from '../organiser/app.ts';
import { readSayer, say } from '../organiser/say.ts';
import type { Saying } from './difference-rows.ts';
import { Forms } from './Forms.tsx';

/** What lies beside the page (pages/[lang]/organise/forms/words.json.ts). */
export interface FormReviewWords {
  readonly made: PickedWords;
  /** Names out of the builder's words: facts, kinds, promises. */
  readonly builder: PickedWords;
  readonly paper: PickedWords;
  readonly programmes: { readonly [id: string]: string };
  readonly languages: { readonly [code: string]: string };
}

/** The page of forms that people made. Reason for the island: who may see them is known once they have signed in. */
export async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('[data-form-review]');
  if (!root) return;
  const { lang } = document.documentElement;
  const [organise, own, base, works] = await Promise.all([
    readSayer(lang),
    readPatiently<FormReviewWords>(`/${lang}/organise/forms/words.json`),
    readPatiently<TimetableBase>('/wayin/timetable.json'),
    storageWorks(),
  ]);
  if (!works) {
    render(
      h('p', { class: 'notice notice--warning', 'data-storage': 'refused' }, say(organise, 'storageRefused')),
      root,
    );
    return;
  }
  const saying = sayingOf(own, lang);
  render(h(App, { sayer: organise, base, page: (desk) => h(Forms, { desk, saying }) }), root);
}

function sayingOf({ made, builder, paper, programmes, languages }: FormReviewWords, language: string): Saying {
  const named = new Map(Object.entries(builder));
  for (const [id, name] of Object.entries(programmes)) named.set(`system.${id}`, name);
  return {
    made: asFunction(made, language),
    paper: asFunction(paper, language),
    named: (key) => {
      const text = named.get(key);
      return text === undefined ? undefined : fillIn(text, {});
    },
    language,
    nameOfLanguage: (code) => languages[code] ?? code,
  };
}
