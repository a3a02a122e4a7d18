import type { Answers } from '../../criteria/criterion.ts';
import type { CheckerDefinition, OutcomeDefinition, Result } from '../definition.ts';
import { type Mistake, mistakesIn } from '../mistakes.ts';
import { domainOf } from './domain.ts';
import { type Paths, pathsThrough } from './paths.ts';
import { witnessFor, witnessOf } from './witness.ts';

/** What can come of a checker. */
export interface Analysis {
  /** For each outcome the results it can have, each with answers that bring it about. */
  readonly reachable: { readonly [outcome: string]: { readonly [result in Result]?: Answers } };
  readonly paths: Paths;
  /** Mistakes as written, criteria that contradict themselves, and outcomes that nobody can reach. */
  readonly mistakes: readonly Mistake[];
}

const RESULTS: readonly Result[] = ['yes', 'maybe', 'no'];

/** Tries everything that the rules tell apart. */
export function analyse(checker: CheckerDefinition): Analysis {
  const written = mistakesIn(checker);
  if (written.length > 0) return { reachable: {}, paths: { shortest: [], longest: [] }, mistakes: written };

  const domain = domainOf(checker);
  const reachable = Object.fromEntries(
    checker.outcomes.map((outcome) => [
      outcome.id,
      Object.fromEntries(
        RESULTS.flatMap((result) => {
          const answers = witnessFor(checker, outcome, result, domain);
          return answers ? [[result, answers]] : [];
        }),
      ) as { [result in Result]?: Answers },
    ]),
  );
  const constant = Object.keys(checker.criteria).flatMap((id) =>
    (['yes', 'no'] as const)
      .filter((truth) => !witnessOf(checker, id, truth, domain))
      .map((truth): Mistake => {
        const what = truth === 'yes' ? 'No answers can meet it: it contradicts itself.' : 'No answers can fail it.';
        return { path: `criteria.${id}`, what, cure: 'Correct its parts, or remove it.' };
      }),
  );
  const unreachable = checker.outcomes.flatMap((outcome, at) =>
    expected(outcome)
      .filter((result) => !reachable[outcome.id]?.[result])
      .map((result): Mistake => {
        return {
          path: `outcomes.${at}`,
          what: `"${outcome.id}" can never be ${result}.`,
          cure: 'Correct what it needs.',
        };
      }),
  );
  return { reachable, paths: pathsThrough(checker, domain), mistakes: [...constant, ...unreachable] };
}

/** Every outcome can be a yes; one that needs anything can be a no. */
export function expected({ needs, wants, ruledOutBy, maybeIf }: OutcomeDefinition): readonly Result[] {
  return [
    'yes',
    ...(needs.length + wants.length + maybeIf.length > 0 ? (['maybe'] as const) : []),
    ...(needs.length + ruledOutBy.length > 0 ? (['no'] as const) : []),
  ];
}
