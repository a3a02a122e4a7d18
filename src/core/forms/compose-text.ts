import { bad, good, type Outcome } from '../outcome.ts';
import { type Composed, linksOf } from './compose.ts';
import type { FormText, PageText, Question, QuestionText } from './definition.ts';
import { type FormFault, FormFaultFound } from './fault.ts';
import { nameOf } from './from-content.ts';
import type { FormTextSource, GroupTextSource } from './parse-form.ts';

type Asked = QuestionText | Partial<QuestionText> | undefined;

/** The words of a form with those of its groups and of the content it names; only what it really has. */
export function composeText(
  composed: Composed,
  text: FormTextSource,
  groups: readonly GroupTextSource[],
  language: string,
): Outcome<FormText, FormFault> {
  try {
    const { definition, copies, offered } = composed;
    if (text.title === '') throw missing('title', 'The form has no title.', 'Add it.');
    const namesOf = (key: string) => (offered.get(key) ?? []).map((one) => [one.id, nameOf(one, language)] as const);
    const pages: Record<string, PageText> = {};
    const questions: Record<string, QuestionText> = {};
    for (const page of definition.pages) {
      const { of = page.id, number } = copies.get(page.id) ?? {};
      const words = text.pages[of] ?? groups.find((group) => group.pages[of])?.pages[of];
      if (!words) throw missing(`pages.${of}`, 'This page has no words.', 'Add its title.');
      if (!words.title) throw missing(`pages.${of}`, 'This page has no title.', 'Add it.');
      const links = [...(words.links ?? []), ...namesOf(linksOf(page.id)).map(([, name]) => name)];
      const body = words.body?.filter(isSaid);
      const said = { ...words, ...(body ? { body } : {}), ...(links.length > 0 ? { links } : {}) } as PageText;
      checkPage(page.exit === true, (page.links ?? []).length, said, of);
      pages[page.id] = numbered(said, number);
      for (const question of page.questions) {
        const { of: base = question.id, number: place } = copies.get(question.id) ?? {};
        const group = groups.find((one) => one.questions[base]);
        const scale = question.kind === 'scale' ? { ...group?.scale, ...text.scale } : {};
        const names = Object.fromEntries(namesOf(question.id));
        const own = group?.questions[base] as Asked;
        const merged = mergeWords([{ options: { ...scale, ...names } }, own, text.questions[base] as Asked]);
        if (!merged) throw missing(`questions.${base}`, 'It has no label.', 'Add its words.');
        checkWords(question, merged, base);
        questions[question.id] = distinct(numbered(onlyItsOptions(question, merged), place), merged.label, place);
      }
    }
    const silent = definition.routes.find(({ recipient }) => !text.recipients[recipient]);
    if (silent) {
      throw missing(
        `recipients.${silent.recipient}`,
        'Nothing says who that is.',
        'Say in words who receives the form.',
      );
    }
    return good({ title: text.title, intro: text.intro.filter(isSaid), recipients: text.recipients, pages, questions });
  } catch (error) {
    if (error instanceof FormFaultFound) return bad(error.fault);
    throw error;
  }
}

/** A paragraph that an author emptied keeps its place, so that the translations of the others keep theirs. */
const isSaid = (line: string) => line !== '';

const missing = (where: string, what: string, cure: string) => new FormFaultFound(where, what, cure);

/** Later words win over those before them. */
function mergeWords(all: readonly Asked[]): QuestionText | undefined {
  const merged: Partial<QuestionText> = Object.assign({}, ...all);
  const options = Object.assign({}, ...all.map((words) => words?.options));
  const problems = Object.assign({}, ...all.map((words) => words?.problems));
  const { label, options: _, problems: __, ...rest } = merged;
  if (!label) return undefined;
  return {
    label,
    ...rest,
    ...(Object.keys(options).length > 0 ? { options } : {}),
    ...(Object.keys(problems).length > 0 ? { problems } : {}),
  };
}

function onlyItsOptions(question: Question, words: QuestionText): QuestionText {
  if (question.kind !== 'scale' || !words.options) return words;
  const own = Object.entries(words.options).filter(([option]) => question.options.includes(option));
  return { ...words, options: Object.fromEntries(own) };
}

function checkWords(question: Question, words: QuestionText, id: string): void {
  const where = `questions.${id}`;
  if (question.required && !words.why) {
    throw missing(where, 'It is required and does not say why we ask.', 'Add "why".');
  }
  const option = 'options' in question ? question.options.find((one) => !words.options?.[one]) : undefined;
  if (option !== undefined) throw missing(where, `Its option "${option}" has no words.`, 'Add them to its "options".');
  if (question.kind !== 'date') return;
  const limits = [question.notBefore && 'tooEarly', question.notAfter && 'tooLate'].filter((code) => !!code);
  const silent = limits.find((code) => code && !words.problems?.[code]);
  if (silent) throw missing(where, 'It has a limit that no words tell.', `Add "${silent}" to its "problems".`);
}

function checkPage(isExit: boolean, links: number, words: PageText, id: string): void {
  const where = `pages.${id}`;
  if (isExit && !words.body?.length) throw missing(where, 'It is an exit and says nothing.', 'Add its "body".');
  if ((words.links ?? []).filter(isSaid).length === links) return;
  throw missing(where, `It has ${links} links, and words for ${words.links?.length ?? 0}.`, 'Word each link once.');
}

const NUMBER = /\{{1,2}\s*number\s*\}{1,2}/g;

/** The words of one of several alike, with its number. */
function numbered<Words>(words: Words, number: number | undefined): Words {
  if (number === undefined) return words;
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(NUMBER, String(number));
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part)]));
  };
  return fill(words) as Words;
}

/** Two questions with the same label could not be told apart where the answers are listed. */
function distinct(words: QuestionText, written: string, number: number | undefined): QuestionText {
  if (number === undefined || number === 1 || words.label !== written) return words;
  return { ...words, label: `${words.label} (${number})` };
}
