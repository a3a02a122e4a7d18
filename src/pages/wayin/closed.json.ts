import { isOpen, standingOf } from '#publish/forms/form-programme.ts';
import { readForms } from '#publish/forms/read-forms.ts';

/** Forms that cannot be filled in now, by id, and why: what the intake refuses. */
export function GET() {
  const closed = readForms().filter(({ definition }) => !isOpen(definition));
  const standings = closed.map(({ definition }) => [definition.id, standingOf(definition)]);
  return new Response(JSON.stringify(Object.fromEntries(standings)), {
    headers: { 'content-type': 'application/json' },
  });
}
