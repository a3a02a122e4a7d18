import type { Criterion } from '../criteria/criterion.ts';
import type { Question } from './definition.ts';
import { FormFaultFound, ofPage } from './fault.ts';
import type { SourcePage, SourceQuestion } from './parse-form.ts';

/** A page of a repeating group, with its number: the first is 1 and keeps its ids. */
export interface Copy {
  readonly page: SourcePage;
  /** The page it is a copy of, where it is one of several. */
  readonly of?: string;
  readonly number?: number;
}

/** The id of the nth page or question of a repeating group. */
export const nth = (id: string, number: number) => (number === 1 ? id : `${id}-${number}`);

/** The pages of a repeating group: each but the last ends with the question that opens the next. */
export function unroll(page: SourcePage): readonly Copy[] {
  const { repeat, ...rest } = page;
  if (!repeat) return [{ page: rest }];
  if (page.exit || page.linksFrom || page.questions.length === 0) {
    throw new FormFaultFound(
      ofPage(page.id),
      'It repeats and asks nothing.',
      'Only a page with questions can "repeat".',
    );
  }
  const own = new Set(page.questions.map(({ id }) => id));
  return Array.from({ length: repeat.most }, (_, place) => {
    const number = place + 1;
    const more: Question = { id: nth(`more-${page.id}`, number), kind: 'one-of', options: ['yes', 'no'] };
    const opened: Criterion = { question: nth(`more-${page.id}`, number - 1), is: 'yes' };
    const when = number === 1 ? page.when : page.when ? { all: [page.when, opened] } : opened;
    return {
      of: page.id,
      number,
      page: {
        ...rest,
        id: nth(page.id, number),
        questions: [
          ...page.questions.map((question) => copyOf(question, number, own)),
          ...(number < repeat.most ? [more as SourceQuestion] : []),
        ],
        ...(when ? { when } : {}),
      },
    };
  });
}

// What a browser fills in by itself is about the person, not about the second one.
function copyOf(question: SourceQuestion, number: number, own: ReadonlySet<string>): SourceQuestion {
  if (number === 1) return question;
  const { autocomplete: _, when, ...rest } = question;
  return {
    ...rest,
    id: nth(question.id, number),
    ...(when ? { when: renamed(when, (id) => (own.has(id) ? nth(id, number) : id)) } : {}),
  } as SourceQuestion;
}

function renamed(criterion: Criterion, name: (question: string) => string): Criterion {
  if ('all' in criterion) return { all: criterion.all.map((part) => renamed(part, name)) };
  if ('any' in criterion) return { any: criterion.any.map((part) => renamed(part, name)) };
  if ('not' in criterion) return { not: renamed(criterion.not, name) };
  return { ...criterion, question: name(criterion.question) };
}
