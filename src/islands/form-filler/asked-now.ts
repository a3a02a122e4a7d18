import type { Answers } from '#core/criteria/criterion.ts';
import type { Asked } from '#core/forms/draft.ts';
import { relevantPages } from '#core/forms/relevance.ts';
import { answerWords, questionWords } from './controls.ts';
import type { FormData } from './form-data.ts';

/** The questions that are answered, in the words of the page: what a newer version of the form may not know any more. */
export function askedNow(form: HTMLFormElement, { form: definition }: FormData, answers: Answers) {
  const asked = relevantPages(definition, answers).flatMap(({ page, questions }) =>
    questions.flatMap(({ id, kind, ...question }): [string, Asked][] => {
      const element = form.querySelector(`[data-question="${id}"]`);
      if (!element || !(id in answers)) return [];
      // What was typed stands in the answers already.
      const said = 'options' in question || kind === 'tick' ? answerWords(form, id) : [];
      return [[id, { page: page.id, kind, label: questionWords(element), said }]];
    }),
  );
  return Object.fromEntries(asked);
}
