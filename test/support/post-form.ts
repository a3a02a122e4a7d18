import type { Answers } from '#core/criteria/criterion.ts';
import { partsOf, toParts } from '#core/date-parts.ts';
import type { FormDefinition } from '#core/forms/definition.ts';

/** The fields of a form as a browser without script posts them: every text control, and what is chosen or ticked. */
export function fieldsOf(form: FormDefinition, answers: Answers): [name: string, value: string][] {
  const questions = form.pages.flatMap((page) => page.questions);
  return questions.flatMap((question): [string, string][] => {
    const answer = answers[question.id];
    const given = answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer;
    if (question.kind === 'date') {
      const typed = toParts(given[0] ?? '');
      return partsOf(question.parts).map((part, place) => [`${question.id}-${part}`, typed[place] ?? '']);
    }
    if ('options' in question || question.kind === 'tick') return given.map((one) => [question.id, one]);
    // HTML posts the ends of lines as CR LF.
    return [[question.id, (given[0] ?? '').replaceAll('\n', '\r\n')]];
  });
}

/** Posts fields to a form as a browser does, and does not follow where it is sent. */
export function postFields(
  url: string,
  form: string,
  fields: readonly (readonly [name: string, value: string])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}/submit/${form}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en', ...headers },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
}
