import { SidesTable } from '../review/sides-table.ts';
import type { DifferenceRow, Side } from './difference-rows.ts';
import type { FormDesk } from './form-desk.ts';

interface DifferencesProps {
  readonly rows: readonly DifferenceRow[];
  readonly at: FormDesk;
  /** The id of what the table is called by. */
  readonly labelledBy: string;
}

/** What is different, thing by thing, with both sides; words of the form in its own language. */
export function Differences({ rows, at: { words, saying }, labelledBy }: DifferencesProps) {
  const side = ({ text, language, isNothing }: Side) => (
    <bdi class={isNothing ? 'review-nothing' : undefined} lang={language === saying.language ? undefined : language}>
      {text}
    </bdi>
  );
  return (
    <SidesTable
      labelledBy={labelledBy}
      heads={{ what: words('compare.what'), before: words('compare.was'), after: words('compare.is') }}
      rows={rows.map(({ what, was, now }) => ({ label: what, before: side(was), after: side(now) }))}
    />
  );
}
