import type { Criterion } from '#core/criteria/criterion.ts';
import type { Question } from '#core/forms/definition.ts';
import { findQuestion } from '#core/forms/edit/find.ts';
import { conditionInWords } from '#core/forms/paper/condition-in-words.ts';
import { typedDateInWords } from '#i18n/typed-date.ts';
import type { Editing } from '../editing.ts';
import { nameOfOption, nameOfQuestion } from '../names.ts';

/** A condition as the rest of a sentence that began with "if", in the reader's language; the form's words as they are. */
export function conditionWords(
  when: Criterion,
  { files, groups, shared, words, language }: Pick<Editing, 'files' | 'groups' | 'shared' | 'words' | 'language'>,
): string {
  const lists = {
    or: new Intl.ListFormat(language, { type: 'disjunction' }),
    and: new Intl.ListFormat(language, { type: 'conjunction' }),
  };
  return conditionInWords(when, {
    say: (phrase, blanks) => words(`when.${phrase}`, blanks),
    listed: (parts, by) => lists[by].format(parts),
    asked: (id) => words('asked', { label: nameOfQuestion(files, id, shared) }),
    quoted: (id, option) => words('when.quoted', { words: nameOfOption(files, id, option, shared) }),
    number: (value) => new Intl.NumberFormat(language === 'en' ? 'en-GB' : `${language}-u-nu-latn`).format(value),
    date: (iso) => typedDateInWords(iso, language),
    kindOf: (id) => findQuestion(files, id, groups)?.question as Question | undefined,
  });
}
