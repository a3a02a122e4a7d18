import type { FormDefinition } from '#core/forms/definition.ts';
import { meanPercent, tallyStatements } from '#core/forms/statements.ts';
import { shownTotal, tally } from './counts/tally.ts';
import { toCsv, toCsvLine } from './csv.ts';
import type { ExportOptions } from './export-options.ts';
import { type Column, columnsFor } from './export-rows.ts';
import type { Opened } from './open-held.ts';
import { REGISTRATION } from './registration.ts';

/** What an export prints: before the first submission, for each of them, and after the last. */
export interface Printed {
  head(): string;
  one(opened: Opened, form: FormDefinition): string;
  foot(): string;
}

/** The export that the options ask for. */
export function printedAs(options: ExportOptions, forms: readonly FormDefinition[]): Printed {
  if (options.counts) return counted(options, options.counts);
  if (options.statements) return statements(options, forms);
  const columns = options.registration ? REGISTRATION : columnsFor(forms);
  if (options.format === 'csv') return rows(columns);
  return list((opened) =>
    options.registration ? Object.fromEntries(columns.map(({ name, cell }) => [name, cell(opened)])) : opened,
  );
}

function rows(columns: readonly Column[]): Printed {
  return {
    head: () => toCsvLine(columns.map(({ name }) => name)),
    one: (opened) => toCsvLine(columns.map(({ cell }) => cell(opened))),
    foot: () => '',
  };
}

function list(of: (opened: Opened) => object): Printed {
  let count = 0;
  return {
    head: () => '[',
    one(opened) {
      count += 1;
      return `${count === 1 ? '' : ','}\n${JSON.stringify(of(opened), undefined, 2)}`;
    },
    foot: () => (count === 0 ? ']\n' : '\n]\n'),
  };
}

function counted({ format, exact }: ExportOptions, period: 'month' | 'quarter'): Printed {
  const sums = tally(period);
  return {
    head: () => '',
    one(opened, form) {
      sums.add(opened, form);
      return '';
    },
    foot() {
      const shown = sums.counts().map((count) => ({ ...count, total: shownTotal(count.total, exact) }));
      const named = shown.map(({ period: when, counted: what, value, total }) => ({
        [period]: when,
        counted: what,
        value,
        total: /^\d+$/.test(total) ? Number(total) : total,
      }));
      if (format === 'json') return `${JSON.stringify(named, undefined, 2)}\n`;
      return toCsv(
        [period, 'counted', 'value', 'total'],
        named.map((row) => Object.values(row).map(String)),
      );
    },
  };
}

/** Each statement with how many agree, and whether that is three in four (row E47). */
function statements({ format }: ExportOptions, forms: readonly FormDefinition[]): Printed {
  const questions = forms.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
  const ids = [...new Set(questions.filter(({ kind }) => kind === 'scale').map(({ id }) => id))];
  const sums = tallyStatements(ids);
  return {
    head: () => '',
    one({ answers }) {
      sums.add(answers);
      return '';
    },
    foot() {
      const results = sums.results().map(({ statement, answered, agree, percentAgree, mark }) => ({
        statement,
        answered: shownTotal(answered, false),
        agree: mark === 'too few' ? '' : String(agree),
        percentAgree: percentAgree === undefined ? '' : String(percentAgree),
        mark: { met: '75% or more agree', below: 'below 75%', 'too few': 'too few to show' }[mark],
      }));
      const mean = meanPercent(sums.results());
      const all = [
        ...results,
        { statement: 'mean', answered: '', agree: '', percentAgree: String(mean ?? ''), mark: '' },
      ];
      if (format === 'json') return `${JSON.stringify(all, undefined, 2)}\n`;
      return toCsv(
        ['statement', 'answered', 'agree', 'percentAgree', 'mark'],
        all.map((row) => Object.values(row)),
      );
    },
  };
}
