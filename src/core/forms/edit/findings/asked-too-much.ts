import type { SourceQuestion } from '../../parse-form.ts';
import type { Finding } from '../finding.ts';
import { wordsAt } from '../words.ts';
import { atQuestion, found, type Look, labelOf, optionsOf } from './look.ts';

/** So many questions are asked of everybody at most before it is worth a thought. */
export const MOST_QUESTIONS = 20;

/** What a form asks for that it may not need (004 §3.7: as little as possible). */
export function ofMinimum(look: Look): readonly Finding[] {
  const { assembled } = look;
  const always = (assembled?.sound.pages ?? []).flatMap(({ when, questions }) =>
    when ? [] : questions.filter((one) => !one.when),
  );
  return [
    ...(always.length > MOST_QUESTIONS
      ? [found('tooMany', { what: 'form' }, { count: always.length, most: MOST_QUESTIONS })]
      : []),
    ...sensitive(look),
    ...contactTwice(look),
  ];
}

/** What these ask for, by the words of their label or, where that is in another language, of their id. */
const SUBJECTS: { readonly [subject: string]: RegExp } = {
  health: /\b(health|diagnos\w*|medical|medicines?|medication|illness\w*|disabilit\w*|disabled|pregnan\w*)\b/i,
  birth: /\b(date of birth|birth ?(date|day)|when were you born)\b/i,
  address: /\b(your|home|full|postal) address\b|\bwhere do you live\b/i,
  money: /\b(income|benefits|debts?|salary|wages|bank)\b/i,
  crime: /\b(convict\w*|crim(e|es|inal)\b|offen[cs]e\w*|prison)/i,
  belief: /\b(religio\w*|beliefs?|politic\w*|ethnic\w*|sexual\w*|nationality|immigration)\b/i,
};

function sensitive(look: Look): readonly Finding[] {
  return look.ownQuestions.flatMap((question) => {
    const { id } = question;
    if (question.required || wordsAt(look.text, `questions.${id}.why`) !== undefined) return [];
    const words = `${labelOf(look, id) ?? ''} ${id.replace(/[A-Z]/g, (letter) => ` ${letter}`)}`;
    // Of a few areas to choose from nobody can tell where somebody lives.
    const isAsked = (one: string) => (one !== 'address' || !optionsOf(question).length) && SUBJECTS[one]?.test(words);
    const subject = Object.keys(SUBJECTS).find(isAsked);
    return subject === undefined ? [] : [found('sensitive', atQuestion(id), { subject })];
  });
}

const CONTACT: readonly SourceQuestion['kind'][] = ['email', 'telephone'];

/** The same way to reach somebody, asked on a page of the form's own and elsewhere as well. */
function contactTwice({ ownQuestions, questions }: Look): readonly Finding[] {
  return CONTACT.flatMap((kind) => {
    const own = ownQuestions.filter((one) => one.kind === kind).map(({ id }) => id);
    const all = [...questions].filter(([, { question }]) => question.kind === kind).map(([id]) => id);
    const [last] = own.slice(-1);
    return last === undefined || all.length < 2 ? [] : [found('contactTwice', atQuestion(last), { questions: all })];
  });
}
