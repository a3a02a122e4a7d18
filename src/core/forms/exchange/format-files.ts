import type { FormFiles } from '../edit/form-files.ts';
import { toJson } from '../edit/json-file.ts';
import type { FormSource, FormTextSource } from '../parse-form.ts';

/** The files of a form's folder by name, written as the project writes them, so that what did not change is no difference. */
export function formatFormFiles(files: FormFiles): { readonly [path: string]: string } {
  const { source, texts, sourceLanguage, translated } = files;
  const hasTranslated = Object.values(translated ?? {}).some((of) => Object.keys(of).length > 0);
  return {
    'form.json': toJson(formInOrder(source)),
    ...Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [`text.${language}.json`, toJson(textInOrder(text))]),
    ),
    ...(hasTranslated || sourceLanguage !== 'en'
      ? { [TRANSLATION]: toJson({ sourceLanguage, ...(hasTranslated ? { translated } : {}) }) }
      : {}),
  };
}

/** The file that says which language a form is written in, and what the others were translated from. */
const TRANSLATION = 'translated.json';

const FORM =
  'id system kind audience promise namelessWhen privacyNotice crisisPanel layout monitoring routes pages'.split(' ');
const PAGE = 'id use exit when only with linksFrom repeat questions links'.split(' ');
const QUESTION =
  'id kind required autocomplete when options optionsFrom where also maxLength least most parts notBefore notAfter'.split(
    ' ',
  );
const ROUTE = 'recipient promise when'.split(' ');

function formInOrder(source: FormSource): object {
  return inOrder(
    { ...source, routes: source.routes.map((route) => inOrder(route, ROUTE)), pages: source.pages.map(pageInOrder) },
    FORM,
  );
}

function pageInOrder(page: FormSource['pages'][number]): object {
  if ('use' in page) return inOrder(page, PAGE);
  const { links, questions } = page;
  return inOrder(
    {
      ...page,
      questions: questions.map((question) => inOrder(question, QUESTION)),
      ...(links ? { links: links.map((link) => ('when' in link && link.when ? link : link.href)) } : {}),
    },
    PAGE,
  );
}

const TEXT = 'title intro recipients scale pages questions'.split(' ');
const PAGE_TEXT = 'title body links'.split(' ');
const QUESTION_TEXT = 'label hint why options problems'.split(' ');

function textInOrder(text: FormTextSource): object {
  const each = (words: object, names: readonly string[]) =>
    Object.fromEntries(Object.entries(words).map(([id, own]) => [id, inOrder(own as object, names)]));
  const ordered = { ...text, pages: each(text.pages, PAGE_TEXT), questions: each(text.questions, QUESTION_TEXT) };
  return inOrder(ordered, TEXT);
}

function inOrder(record: object, names: readonly string[]): object {
  const known = names.flatMap((name) => (Object.hasOwn(record, name) ? [[name, record[name as keyof object]]] : []));
  const rest = Object.entries(record).filter(([name]) => !names.includes(name));
  return Object.fromEntries([...known, ...rest]);
}
