import { type ComponentChildren, h, type JSX } from 'preact';
import type { CheckerDefinition, OutcomeDefinition } from '#core/eligibility/definition.ts';
import type { CheckerText } from '#core/eligibility/text.ts';
import type { WordedStep } from '#i18n/word-verdict.ts';
import type { FormWords } from '../form/form-words.ts';
import { StepsList } from './steps-list.ts';

export interface CriteriaListProps {
  readonly checker: CheckerDefinition;
  readonly text: CheckerText;
  readonly language: string;
  readonly words: FormWords;
}

/** All rules of a checker in words, with the same next steps as its results: the checker without script (G1). */
export function CriteriaList({ checker, text, language, words }: CriteriaListProps): JSX.Element {
  return h('div', null, [
    ...checker.outcomes.map((outcome) => Outcome({ checker, text, language, words }, outcome)),
    h('section', { class: 'rule' }, [
      h('h3', null, words(checker.questions.length > 0 ? 'rules.none' : 'elseTitle')),
      h(StepsList, { steps: worded(checker, text, checker.next), language, words }),
    ]),
  ]);
}

function Outcome(props: CriteriaListProps, outcome: OutcomeDefinition): JSX.Element {
  const { checker, text, language, words } = props;
  const { needs, wants, ruledOutBy, maybeIf } = outcome;
  const all = [...needs, ...wants, ...ruledOutBy, ...maybeIf];
  const { name, yes } = text.outcomes[outcome.id] ?? {};
  return h('section', { class: 'rule', 'data-rule': outcome.id }, [
    h('h3', null, name),
    // Without rules, it is said to everybody.
    all.length === 0 && h('p', null, yes),
    Rules(needs, needs.length === 1 ? 'rules.needsOne' : 'rules.needs', props),
    Rules(wants, 'rules.wants', props),
    Rules(ruledOutBy, 'rules.ruledOutBy', props),
    Rules(maybeIf, 'rules.maybeIf', props),
    ...outcome.notes.filter((id) => checker.notes[id] === 'always').map((id) => h('p', null, text.notes[id])),
    h(StepsList, { steps: worded(checker, text, outcome.next.yes ?? outcome.next.maybe ?? []), language, words }),
  ]);
}

function Rules(ids: readonly string[], title: string, { text, words }: CriteriaListProps): ComponentChildren {
  if (ids.length === 0) return null;
  return [
    h('p', { class: 'rule__title' }, words(title)),
    h(
      'ul',
      null,
      ids.map((id) => h('li', null, text.criteria[id]?.rule)),
    ),
  ];
}

function worded(checker: CheckerDefinition, text: CheckerText, ids: readonly string[]): readonly WordedStep[] {
  return ids.flatMap((id) => {
    const step = checker.steps[id];
    return step ? [{ id, kind: step.kind, href: step.href, text: text.steps[id] ?? id }] : [];
  });
}
