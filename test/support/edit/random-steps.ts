import fc from 'fast-check';
import type { Criterion } from '#core/criteria/criterion.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { pageKeys } from '#core/forms/edit/page-keys.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { isTextKey, type TextKey } from '#core/forms/edit/text-key.ts';
import { keysIn } from '#core/forms/edit/words.ts';
import { KINDS } from '#core/forms/kinds/kinds.ts';
import { KNOWN } from './steps.ts';

/** What a random step is made of: numbers that pick from what the form has by then, and words. */
export interface Seed {
  readonly pick: readonly [number, number, number, number];
  readonly words: string;
}

const HOSTILE = [
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '\u202Eabc',
  'javascript:alert(1)',
  '',
  '   ',
  'كيف حالك؟',
  'a.b.c',
  '{{name}}',
];

export const seeds: fc.Arbitrary<Seed> = fc.record({
  pick: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
  words: fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom(...HOSTILE), fc.lorem({ maxCount: 4 })),
});

const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];
const DOINGS: readonly Step['do'][] = [
  'addPage',
  'addQuestion',
  'addQuestion',
  'addOption',
  'addLink',
  'addLanguage',
  'remove',
  'remove',
  'removeLink',
  'removeLanguage',
  'move',
  'moveTo',
  'copy',
  'setFact',
  'setPage',
  'setLink',
  'setWords',
  'setWords',
  'setCondition',
  'setCondition',
  'setForm',
];

/** A step that may or may not be possible: most name what is there. */
export function stepFrom({ pick: [a, b, c, d], words }: Seed, { source, texts }: FormFiles): Step {
  const one = <Value>(list: readonly Value[], number: number): Value | undefined =>
    list[number % Math.max(list.length, 1)];
  const keys = pageKeys(source.pages);
  const own = source.pages.flatMap((page) => ('use' in page ? [] : [page]));
  const questions = [
    ...own.flatMap((page) => page.questions),
    ...[...KNOWN.groups.values()].flatMap(({ pages }) => pages.flatMap((page) => page.questions)),
  ];
  const page = one([...keys, words], b) ?? words;
  const asked = one(questions, c);
  const question = d % 20 === 0 ? words : (asked?.id ?? words);
  const options = asked ? [...((asked as { options?: readonly string[] }).options ?? []), ...(asked.also ?? [])] : [];
  const option = one([...options, words], d) ?? words;
  const kind = KIND_NAMES[d % KIND_NAMES.length] ?? 'text';
  const language = one([...Object.keys(texts), 'pl', 'ar', words], d) ?? 'en';
  const named = { what: 'page', id: page } as const;
  const place = d % 3 === 0 ? { first: true as const } : d % 3 === 1 ? { after: b % 2 ? page : question } : {};
  switch (one(DOINGS, a)) {
    case 'addPage':
      return d % 4 === 0
        ? { do: 'addPage', use: one(['contact', 'age', words], b) ?? '' }
        : { do: 'addPage', title: words, ...(d % 5 === 0 ? { exit: true } : {}), ...place };
    case 'addQuestion':
      return { do: 'addQuestion', page, kind, label: words, options: [words, 'Yes', 'No'], ...place };
    case 'addOption':
      return { do: 'addOption', question, label: words };
    case 'addLink':
      return { do: 'addLink', page, href: one(['/help-now/', '/', words], d) ?? '', words };
    case 'addLanguage':
      return { do: 'addLanguage', language };
    case 'remove':
      if (c % 3 === 0) return { do: 'remove', ...named, withConditions: true };
      return c % 3 === 1
        ? { do: 'remove', what: 'question', id: question, ...(d % 2 ? { withConditions: true as const } : {}) }
        : { do: 'remove', what: 'option', id: option, question };
    case 'removeLink':
      return { do: 'removeLink', page, link: d % 3 };
    case 'removeLanguage':
      return { do: 'removeLanguage', language };
    case 'move':
      if (c % 3 === 0) return { do: 'move', ...named, by: d % 2 ? 1 : -1 };
      return c % 3 === 1
        ? { do: 'move', what: 'question', id: question, by: d % 2 ? 1 : -1 }
        : { do: 'move', what: 'option', id: option, question, by: d % 2 ? 1 : -1 };
    case 'moveTo':
      return d % 2
        ? { do: 'moveTo', ...named, ...place }
        : { do: 'moveTo', what: 'question', id: question, page, ...place };
    case 'copy':
      return d % 3 === 0 ? { do: 'copy', ...named } : { do: 'copy', what: 'question', id: question };
    case 'setFact': {
      const facts = [
        { kind },
        { required: d % 2 === 0 },
        { maxLength: d % 900 },
        { least: d % 9, most: b % 9 },
        { parts: 'month' as const, notBefore: '2026-01-01' },
        { optionsFrom: 'groups' as const },
        { optionsFrom: undefined },
        { autocomplete: words },
        { options: ['phone', words] },
      ];
      return { do: 'setFact', question, set: one(facts, b) ?? {} };
    }
    case 'setPage': {
      const facts = [
        { exit: true as const },
        { exit: undefined },
        { repeat: { most: d % 12 } },
        { repeat: undefined },
        { only: [question] },
        { only: undefined },
        { linksFrom: { kind: 'groups' as const, days: question } },
      ];
      return { do: 'setPage', page, set: one(facts, c) ?? {} };
    }
    case 'setLink':
      return { do: 'setLink', page, link: d % 3, href: '/services/' };
    case 'setWords': {
      const some: readonly string[] = [
        ...keysIn(texts['en'] ?? { title: '', intro: [], recipients: {}, pages: {}, questions: {} }),
        `questions.${question}.hint`,
        `questions.${question}.why`,
        `intro.${d % 5}`,
        `pages.${page}.body.${d % 3}`,
        words,
        'questions.__proto__.label',
        `scale.${option}`,
      ];
      const at = one(some, b) ?? 'title';
      return { do: 'setWords', language, at: (isTextKey(at) || d % 2 ? at : 'title') as TextKey, text: words };
    }
    case 'setCondition': {
      const comparison: Criterion = one(
        [
          { question, is: option },
          { question, has: option },
          { question, atLeast: d },
          { question, answered: true },
          { question, isOneOf: [option, words] },
        ],
        b,
      ) as Criterion;
      const when =
        d % 5 === 0
          ? undefined
          : d % 5 === 1
            ? { all: [comparison, { not: comparison }] }
            : d % 5 === 2
              ? { any: [comparison] }
              : comparison;
      if (a % 4 === 0) return { do: 'setCondition', ...named, when };
      if (a % 4 === 1) return { do: 'setCondition', what: 'link', id: page, link: 0, when };
      return a % 4 === 2
        ? { do: 'setCondition', what: 'route', route: d % 2, when }
        : { do: 'setCondition', what: 'question', id: one(questions, d)?.id ?? words, when };
    }
    default: {
      const facts = [
        { kind: 'monitoring' as const },
        { promise: 'derby' as const },
        { layout: 'one-page' as const },
        { layout: undefined },
        { privacyNotice: words },
        { routes: [{ recipient: 'team', when: { question, is: option } }, { recipient: 'other-team' }] },
        { routes: [] },
        { crisisPanel: d % 2 === 0 },
      ];
      return { do: 'setForm', set: one(facts, b) ?? {} };
    }
  }
}
