import type { Criterion } from '../criteria/criterion.ts';
import { rememberBy } from '../remember.ts';
import type { CheckerDefinition } from './definition.ts';

// The way on is looked for after every answer, and thousands of times in an analysis.
const writtenOutFor = rememberBy((checker: CheckerDefinition) =>
  rememberBy((criterion: Criterion) => writeOut(checker, criterion)),
);
const sourcesFor = rememberBy((_: CheckerDefinition) => new Map<string, readonly string[]>());

/** The criterion with every named criterion in it written out, so that it asks about questions and facts alone. */
export function writtenOut(checker: CheckerDefinition, criterion: Criterion): Criterion {
  return writtenOutFor(checker)(criterion);
}

function writeOut(checker: CheckerDefinition, criterion: Criterion): Criterion {
  if ('all' in criterion) return { all: criterion.all.map((part) => writtenOut(checker, part)) };
  if ('any' in criterion) return { any: criterion.any.map((part) => writtenOut(checker, part)) };
  if ('not' in criterion) return { not: writtenOut(checker, criterion.not) };
  const named = checker.criteria[criterion.question];
  if (!named) return criterion;
  const whole = writtenOut(checker, named);
  return 'is' in criterion && criterion.is === 'no' ? { not: whole } : whole;
}

/** The questions that a question or a fact stands on. */
export function sourcesOf(checker: CheckerDefinition, name: string): readonly string[] {
  const known = sourcesFor(checker);
  const sources = known.get(name) ?? findSources(checker, name);
  known.set(name, sources);
  return sources;
}

function findSources(checker: CheckerDefinition, name: string): readonly string[] {
  const fact = checker.facts.find(({ id }) => id === name);
  if (!fact) return checker.questions.some(({ id }) => id === name) ? [name] : [];
  return ('councilOf' in fact ? [fact.councilOf] : fact.from).flatMap((source) => sourcesOf(checker, source));
}
