import { comparisonsIn, questionsIn } from '../../../criteria/criterion.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { SourceQuestion } from '../../parse-form.ts';
import { conditionsOf, optionsNamedIn } from '../conditions.ts';
import type { Finding } from '../finding.ts';
import { sharedIds } from '../shared-ids.ts';
import { wordsAt } from '../words.ts';
import { atQuestion, found, type Look, labelOf, optionsOf } from './look.ts';

/** Labels and options that cannot be told apart, choices that are none, and what a browser or another form could know. */
export function ofLabels(look: Look): readonly Finding[] {
  return [
    ...sameLabels(look),
    ...look.ownQuestions.flatMap((question) => [...ofOptions(look, question), ...ofAutocomplete(look, question)]),
    ...otherUnsaid(look),
    ...otherKind(look),
  ];
}

const plain = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s.:?!]+/g, ' ')
    .trim();

function sameLabels(look: Look): readonly Finding[] {
  const first = new Map<string, string>();
  return [...look.questions.keys()].flatMap((id) => {
    const label = labelOf(look, id);
    if (label === undefined) return [];
    const other = first.get(plain(label));
    if (other === undefined) first.set(plain(label), id);
    const isOwn = look.questions.get(id)?.use === undefined || look.questions.get(other ?? '')?.use === undefined;
    return other === undefined || !isOwn ? [] : [found('sameLabel', atQuestion(id), { label, other })];
  });
}

function ofOptions({ text, files }: Look, question: SourceQuestion): readonly Finding[] {
  if (!('options' in KINDS[question.kind].facts)) return [];
  const { id, optionsFrom } = question;
  const options = optionsOf(question);
  const first = new Map<string, string>();
  const same = options.flatMap((option): Finding[] => {
    const words = wordsAt(text, `questions.${id}.options.${option}`);
    if (words === undefined) return [];
    const other = first.get(plain(words));
    if (other === undefined) {
      first.set(plain(words), option);
      return [];
    }
    const isNamed = conditionsOf(files.source, new Map()).some(({ when }) =>
      comparisonsIn(when).some((one) => one.question === id && optionsNamedIn(one).includes(option)),
    );
    const at = { what: 'option', id: option, question: id } as const;
    return [
      found(
        'sameOption',
        at,
        { label: words, other },
        isNamed ? undefined : [{ do: 'remove', what: 'option', id: option, question: id }],
      ),
    ];
  });
  return [...same, ...(options.length === 1 && !optionsFrom ? [found('oneOption', atQuestion(id))] : [])];
}

const AUTOCOMPLETE: { readonly [kind in SourceQuestion['kind']]?: string } = {
  email: 'email',
  telephone: 'tel',
  postcode: 'postal-code',
};

/** A question about the person themselves says so to the browser (WCAG 1.3.5). */
function ofAutocomplete({ files, pages }: Look, { id, kind, autocomplete }: SourceQuestion): readonly Finding[] {
  const token = AUTOCOMPLETE[kind];
  const isForAnother =
    files.source.audience !== 'resident' || pages.some(({ page }) => 'use' in page && page.use === 'referrer');
  if (!token || autocomplete || isForAnother) return [];
  return [
    found('noAutocomplete', atQuestion(id), { token }, [{ do: 'setFact', question: id, set: { autocomplete: token } }]),
  ];
}

const OTHER = /^(other|another|something else|other reason)$/i;

/** "Other" is an answer only with room to say what: a question that it opens, or one of words right behind it. */
function otherUnsaid({ ownPages, files, text, known }: Look): readonly Finding[] {
  const named = conditionsOf(files.source, known.groups);
  const opens = new Set(
    named.flatMap(({ when }) =>
      comparisonsIn(when).flatMap((one) => optionsNamedIn(one).map((option) => `${one.question} ${option}`)),
    ),
  );
  const asked = new Set(named.flatMap(({ when }) => questionsIn(when)));
  return ownPages.flatMap(({ page }) =>
    page.questions.flatMap((question, place) => {
      const { id } = question;
      const other = optionsOf(question).find((option) =>
        OTHER.test(wordsAt(text, `questions.${id}.options.${option}`) ?? option),
      );
      if (other === undefined) return [];
      const next = page.questions[place + 1];
      const isSaid =
        (asked.has(id) && opens.has(`${id} ${other}`)) || next?.kind === 'text' || next?.kind === 'long-text';
      return isSaid ? [] : [found('otherUnsaid', atQuestion(id), { option: other })];
    }),
  );
}

/** An id that means one thing in every form is asked for in one kind (F-18). */
function otherKind({ ownQuestions, known }: Look): readonly Finding[] {
  const shared = new Map(sharedIds(known.groups).map((one) => [one.id, one]));
  return ownQuestions.flatMap(({ id, kind }) => {
    const one = shared.get(id);
    if (!one || one.kind === kind) return [];
    return [
      found('sharedOtherKind', atQuestion(id), { kind: one.kind, group: one.group }, [
        { do: 'setFact', question: id, set: { kind: one.kind } },
      ]),
    ];
  });
}
