import type { Outcome } from '../../outcome.ts';
import { importForm } from './assemble.ts';
import type { FoundForm, FoundPage, FoundQuestion, FoundWhen, FoundWords, Given } from './found.ts';
import { type Imported, type ImportProblem, ImportProblemFound, LIMITS, type Notes } from './kept.ts';
import { isObject, listOf, memberOf, membersOf, numberOf, type Plain, textOf } from './plain.ts';
import { isLanguage } from './sentences.ts';
import { questionsIn, whenIn, wordsIn } from './surveyjs-question.ts';

/** The JSON of a SurveyJS survey as files of a form. */
export function fromSurveyJs(json: unknown, given: Given = {}): Outcome<Imported, ImportProblem> {
  return importForm(json, given, (value, notes) => read(value, given, notes));
}

/** What a survey as a whole may say that our forms do not have. */
const PARTS = [
  'triggers',
  'calculatedValues',
  'completedHtml',
  'completedHtmlOnCondition',
  'completedBeforeHtml',
  'loadingHtml',
  'navigateToUrl',
  'navigateToUrlOnCondition',
  'logo',
  'maxTimeToFinish',
  'timeLimit',
  'questionsOnPageMode',
  'showTimerPanel',
  'cookieName',
];

function read(json: unknown, given: Given, notes: Notes): FoundForm {
  const pages = listOf(memberOf(json, 'pages'));
  const loose = listOf(memberOf(json, 'elements') ?? memberOf(json, 'questions'));
  if (!isObject(json) || (pages.length === 0 && loose.length === 0)) {
    throw new ImportProblemFound('notThatFormat', '', { format: 'SurveyJS' });
  }
  const locale = textOf(memberOf(json, 'locale'));
  const language = given.language ?? (locale && isLanguage(locale) ? locale : undefined);
  if (language === undefined) notes.add('guessed', 'language', '', { language: 'en' });
  for (const what of PARTS) if (memberOf(json, what) !== undefined) notes.add('notKept', 'part', what, { what });
  const reader = new Reader(language ?? 'en', given, notes);
  const all = pages.length > 0 ? pages : [{ name: 'page1', elements: loose }];
  const description = wordsIn(memberOf(json, 'description'), language ?? 'en');
  return {
    name: '',
    title: wordsIn(memberOf(json, 'title'), language ?? 'en'),
    intro: membersOf(description).length > 0 ? [description] : [],
    pages: all.flatMap((page, place) => (isObject(page) ? reader.page(page, `pages[${place}]`) : [])),
    language: language ?? 'en',
  };
}

interface Open {
  readonly name: string;
  readonly where: string;
  readonly title: FoundWords;
  readonly when: readonly FoundWhen[];
  readonly repeat?: number;
}

class Reader {
  readonly #language: string;
  readonly #given: Given;
  readonly #notes: Notes;

  constructor(language: string, given: Given, notes: Notes) {
    this.#language = language;
    this.#given = given;
    this.#notes = notes;
  }

  page(page: Plain, where: string): readonly FoundPage[] {
    return this.#panel(page, where, [], 0);
  }

  /** The pages of a page or a panel: words after a question begin another, so that they are read where they stood. */
  #panel(panel: Plain, where: string, around: readonly FoundWhen[], depth: number): readonly FoundPage[] {
    if (depth > LIMITS.depth) throw new ImportProblemFound('tooDeep', where, { limit: LIMITS.depth });
    const description = wordsIn(memberOf(panel, 'description'), this.#language);
    const open: Open = {
      name: textOf(memberOf(panel, 'name')) ?? 'page',
      where,
      title: wordsIn(memberOf(panel, 'title') ?? memberOf(panel, 'templateTitle'), this.#language),
      when: [...around, ...whenIn(panel, where, this.#notes)],
      ...(memberOf(panel, 'type') === 'paneldynamic' ? { repeat: this.#most(panel) } : {}),
    };
    const pages: FoundPage[] = [];
    let body: FoundWords[] = membersOf(description).length > 0 ? [description] : [];
    let questions: FoundQuestion[] = [];
    const close = () => {
      if (questions.length > 0 || body.length > 0) pages.push({ ...open, body, questions });
      body = [];
      questions = [];
    };
    const elements = listOf(
      memberOf(panel, 'elements') ?? memberOf(panel, 'templateElements') ?? memberOf(panel, 'questions'),
    );
    for (const [place, element] of elements.entries()) {
      const at = `${where}.elements[${place}]`;
      if (!isObject(element)) continue;
      const type = textOf(memberOf(element, 'type')) ?? 'text';
      const isPanel = type === 'panel' || type === 'paneldynamic' || type === 'flowpanel';
      if (isPanel && open.repeat !== undefined) {
        this.#notes.add('notKept', 'part', at, { what: type });
      } else if (isPanel) {
        close();
        pages.push(...this.#panel(element, at, open.when, depth + 1));
      } else if (type === 'html') {
        const when = whenIn(element, at, this.#notes);
        const words = wordsIn(memberOf(element, 'html'), this.#language);
        if (questions.length > 0 || when.length > 0) close();
        if (when.length === 0) body.push(words);
        else pages.push({ ...open, body: [words], questions: [], when: [...open.when, ...when] });
      } else {
        questions.push(
          ...questionsIn(element, type, at, { language: this.#language, given: this.#given, notes: this.#notes }),
        );
      }
    }
    close();
    return pages;
  }

  #most(panel: Plain): number {
    const most = numberOf(memberOf(panel, 'maxPanelCount')) ?? 5;
    return Math.min(10, Math.max(2, Math.trunc(most)));
  }
}
