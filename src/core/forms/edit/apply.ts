import type { Outcome } from '../../outcome.ts';
import { unreachable } from '../../unreachable.ts';
import { addLanguage, addLink, addOption, addPage, addQuestion } from './add.ts';
import { copy } from './copy.ts';
import { type Groups, NO_GROUPS } from './find.ts';
import type { FormFiles } from './form-files.ts';
import { move, moveTo } from './move.ts';
import { pageKeys } from './page-keys.ts';
import { refused } from './problem.ts';
import { remove, removeLanguage, removeLink } from './remove.ts';
import { setCondition, setForm, setLink, setPage, setWords } from './set.ts';
import { setFact } from './set-fact.ts';
import type { EditProblem, Step } from './step.ts';
import { isTextKey } from './text-key.ts';

/**
 * The form after one step, or what stands in the step's way. It can always be read again; whether it can be published
 * is for findings.ts. `groups` are the shared ones: without them no question of theirs is found.
 */
export function apply(files: FormFiles, step: Step, groups: Groups = NO_GROUPS): Outcome<FormFiles, EditProblem> {
  switch (step.do) {
    case 'addPage':
      return addPage(files, step, groups, pageKeys(files.source.pages));
    case 'addQuestion':
      return addQuestion(files, step, groups);
    case 'addOption':
      return addOption(files, step, groups);
    case 'addLink':
      return addLink(files, step);
    case 'addLanguage':
      return addLanguage(files, step);
    case 'remove':
      return remove(files, step, groups);
    case 'removeLink':
      return removeLink(files, step);
    case 'removeLanguage':
      return removeLanguage(files, step);
    case 'move':
      return move(files, step, groups);
    case 'moveTo':
      return moveTo(files, step, groups);
    case 'copy':
      return copy(files, step, groups);
    case 'setFact':
      return setFact(files, step, groups);
    case 'setPage':
      return setPage(files, step, groups);
    case 'setLink':
      return setLink(files, step);
    case 'setWords':
      return isTextKey(step.at) ? setWords(files, step, groups) : refused('noSuchWords', { at: step.at });
    case 'setCondition':
      return setCondition(files, step, groups);
    case 'setForm':
      return setForm(files, step);
    default:
      return unreachable(step);
  }
}
