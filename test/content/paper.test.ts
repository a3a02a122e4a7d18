import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { isOpen } from '#publish/forms/form-programme.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { CallScript } from '#ui/paper/call-script.ts';
import { PaperForm } from '#ui/paper/paper-form.ts';
import type { PaperProps } from '#ui/paper/paper-props.ts';
import { paperRoutes, paperSheet } from '../../src/layouts/paper-sheet.ts';
import { offeredLanguages } from '../support/content.ts';

const languages = offeredLanguages().map(({ code }) => code);
const open = readForms().filter(({ definition }) => isOpen(definition));
const sheets = open.flatMap((form) => languages.map((language) => [form.definition.id, language, form] as const));

/** What stands on a sheet, as it is read. */
function readOff(view: typeof PaperForm, props: PaperProps): string {
  return renderToString(h(view, props))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe.each(sheets)('[G29] the sheet of %s in %s', (id, language, published) => {
  const paper = paperSheet(published, language, 'skip');
  const read = readOff(PaperForm, paper);
  const call = paperSheet(published, language, 'ask');
  const readOut = readOff(CallScript, call);
  const { text, wording } = paper;
  const pages = published.definition.pages;
  const questions = pages.flatMap((page) => page.questions);
  const lacks = (words: readonly (string | undefined)[], where: string) =>
    words.filter((one) => one !== undefined && !where.includes(plain(one)));

  test('has every question and every option of the form, on paper and on the phone', () => {
    const words = questions.flatMap((question) => {
      const { label, hint, options = {} } = text.questions[question.id] ?? { label: question.id };
      const named = 'options' in question ? question.options.map((option) => options[option] ?? option) : [];
      return [label, hint, ...named];
    });
    expect(lacks(words, read)).toEqual([]);
    expect(lacks(words, readOut)).toEqual([]);
  });

  test('says why each required question is asked', () => {
    const why = questions.filter(({ required }) => required).map((question) => text.questions[question.id]?.why);
    expect(lacks(why, read)).toEqual([]);
  });

  test('says in words who answers what, and where the rest goes on', () => {
    const conditions = [
      ...questions.flatMap(({ when }) => (when ? [wording.condition(when)] : [])),
      ...pages.flatMap(({ when, links = [] }) =>
        when && !links.some((link) => link.when) ? [wording.condition(when)] : [],
      ),
    ];
    expect(lacks(conditions, read)).toEqual([]);
    expect(lacks(conditions, readOut)).toEqual([]);
    expect(read).not.toMatch(/\{\{|undefined|\[object/);
    expect(readOut).not.toMatch(/\{\{|undefined|\[object/);
  });

  test('has the advice, the ends and the links of the form as notes', () => {
    const words = pages.flatMap((page) => {
      const { title, body = [], links = [] } = text.pages[page.id] ?? {};
      return [title, ...body, ...links];
    });
    expect(lacks(words, read)).toEqual([]);
  });

  test('[E14] says where it goes, what is promised, how it is used, and its code', () => {
    const { words, places, code } = paper;
    const facts = places.flatMap(({ name, facts }) => [name, ...facts.map(({ value }) => value)]);
    expect(places.length).toBeGreaterThan(0);
    expect(
      lacks([...facts, words(`promise.${published.definition.promise}`), words('privacy.title'), code], read),
    ).toEqual([]);
    expect(code).toMatch(new RegExp(`^${id}/[0-9a-f]{6}$`));
    expect(lacks([words('call.first.safe'), words('call.first.consent'), words('call.end.readBack')], readOut)).toEqual(
      [],
    );
  });
});

test('[G29] every open form has a sheet in every language; a closed one has none', () => {
  const routes = paperRoutes().map(({ params: { lang, form } }) => `${lang}/${form}`);
  expect(routes.sort()).toEqual(sheets.map(([id, language]) => `${language}/${id}`).sort());
});
