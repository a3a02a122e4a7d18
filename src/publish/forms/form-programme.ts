import type { FormDefinition } from '#core/forms/definition.ts';
import { type ProgrammeIn, programmeIn } from '../queries.ts';
import { type Standing, takesForms } from '../standing.ts';

type Owned = Pick<FormDefinition, 'system'>;

/** The programme that a form belongs to. A form for all of them belongs to none. */
export function programmeOf({ system }: Owned, lang: string): ProgrammeIn | undefined {
  return system === 'all' ? undefined : programmeIn(lang, system);
}

/** A form stands as its programme does; one for all programmes is open. */
export function standingOf(form: Owned): Standing {
  return programmeOf(form, 'en')?.standing ?? 'open';
}

/** Whether a form can be filled in now. */
export function isOpen(form: Owned): boolean {
  return takesForms(standingOf(form));
}
