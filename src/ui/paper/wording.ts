import type { Criterion } from '#core/criteria/criterion.ts';
import type { FormText } from '#core/forms/definition.ts';
import { type ConditionWording, conditionInWords } from '#core/forms/paper/condition-in-words.ts';
import type { PaperPart, Target } from '#core/forms/paper/lay-out.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { FormWords } from '../form/form-words.ts';

/** Who reads the sheet: the person who fills it in, or somebody who asks on the phone. */
export type Reader = 'skip' | 'ask';

/** Sentences of one form in one language that say who answers what. */
export interface PaperWording {
  condition(criterion: Criterion): string;
  target(target: Target): string;
}

/** Words for the conditions of a form. `words` are those of the `paper` namespace. */
export function paperWording(
  parts: readonly PaperPart[],
  text: FormText,
  language: string,
  words: FormWords,
): PaperWording {
  const asked = new Map(parts.flatMap(({ blocks }) => blocks.flat()).map((one) => [one.question.id, one]));
  const kindOf = (id: string) => asked.get(id)?.question;
  const label = (id: string) => text.questions[id]?.label ?? id;
  const locale = language === 'en' ? 'en-GB' : `${language}-u-nu-latn`;
  const lists = {
    or: new Intl.ListFormat(locale, { type: 'disjunction' }),
    and: new Intl.ListFormat(locale, { type: 'conjunction' }),
  };
  const plain = new Intl.NumberFormat(locale);
  const pounds = new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP' });

  const wording: ConditionWording = {
    say: (phrase, blanks) => words(`when.${phrase}`, blanks),
    listed: (some, by) => lists[by].format(some),
    asked: (id) => words('when.asked', { number: asked.get(id)?.number ?? '', label: label(id) }),
    quoted: (id, option) => words('when.quoted', { words: text.questions[id]?.options?.[option] ?? option }),
    number: (value, id) => (kindOf(id)?.kind === 'money' ? pounds : plain).format(value),
    date: (iso) => dateInWords(iso, language, { year: true }),
    kindOf,
  };
  const endTitle = words('end.title');
  return {
    condition: (criterion) => conditionInWords(criterion, wording),
    target(target) {
      if (target.to === 'question') return words('to.question', { number: target.number });
      const title = target.to === 'end' ? endTitle : (text.pages[target.page]?.title ?? target.page);
      return words('to.page', { title });
    },
  };
}
