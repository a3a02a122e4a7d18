import { bad } from '../../outcome.ts';
import type { EditProblem, EditProblemCode } from './step.ts';

/** A step that cannot be done, and why. */
export function refused(code: EditProblemCode, params: EditProblem['params'] = {}) {
  return bad<EditProblem>({ code, params });
}

export const notThere = (what: string, id: string | number) => refused('notThere', { what, id });
