import type { Finding, Place } from '#core/forms/edit/finding.ts';
import { languageInWords, type Naming } from '../in-words.ts';
import { nameOfGroup, nameOfOption, nameOfPage, nameOfQuestion } from '../names.ts';

/** What is to be put right, and what to do: in the words of the form. */
export function findingInWords({ code, at, params }: Finding, naming: Naming): string {
  const { files, shared, words, language } = naming;
  const listed = (value: unknown) =>
    Array.isArray(value) ? new Intl.ListFormat(language).format(value.map(String)) : String(value ?? '');
  const asked = String(params['asked'] ?? '');
  const optionNames = asList(params['options']).map((one) => nameOfOption(files, asked, one, shared));
  const lang = 'language' in at ? at.language : String(params['language'] ?? '');
  return words(`finding.${code}`, {
    // `count` would choose a plural form.
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name === 'count' ? 'number' : name, listed(value)]),
    ),
    name: placeInWords(at, naming),
    asked: nameOfQuestion(files, asked, shared),
    options: listed(optionNames),
    questions: listed(asList(params['questions']).map((id) => nameOfQuestion(files, id, shared))),
    language: languageInWords(lang, language),
    group: nameOfGroup(String(params['group'] ?? ''), files.sourceLanguage, shared),
    kind: params['kind'] === undefined ? '' : words(`kind.${String(params['kind'])}`),
    from: params['from'] === undefined ? '' : words(`content.${String(params['from'])}`),
    subject: params['subject'] === undefined ? '' : words(`subject.${String(params['subject'])}`),
    page: nameOfPage(files, String(params['page'] ?? ''), shared),
  });
}

const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Where in the form something is, by name. */
export function placeInWords(at: Place, naming: Naming): string {
  const { files, shared, words, language } = naming;
  switch (at.what) {
    case 'page':
      return nameOfPage(files, at.id, shared);
    case 'question':
      return nameOfQuestion(files, at.id, shared);
    case 'option':
      return nameOfOption(files, at.question, at.id, shared);
    case 'link':
      return nameOfPage(files, at.page, shared);
    case 'language':
      return languageInWords(at.language, language);
    case 'words': {
      const [part, id = ''] = at.key.split('.');
      const whole = words('outline.form');
      const name =
        part === 'questions'
          ? nameOfQuestion(files, id, shared)
          : part === 'pages'
            ? nameOfPage(files, id, shared)
            : whole;
      return words(`part.${partOf(at.key)}`, { name });
    }
    default:
      return words('outline.form');
  }
}

/** Which sentence of a thing it is: its label, help text, an option. */
function partOf(key: string): string {
  const [first = 'title', , third = 'title'] = key.split('.');
  return first === 'pages' || first === 'questions' ? third : first;
}
