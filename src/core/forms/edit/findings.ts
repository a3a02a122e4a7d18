import { composeForm, groupsOf } from '../compose.ts';
import { composeText } from '../compose-text.ts';
import type { FormFault } from '../fault.ts';
import { formSourceSchema, formTextSchema } from '../parse-form.ts';
import type { Finding, Place } from './finding.ts';
import { ofMinimum } from './findings/asked-too-much.ts';
import { ofConditions } from './findings/conditions.ts';
import { ofLabels } from './findings/labels.ts';
import { found, type Look, lookAt } from './findings/look.ts';
import { ofPaths } from './findings/paths.ts';
import { ofSentences } from './findings/sentences.ts';
import { ofStructure } from './findings/structure.ts';
import { ofWholeForm } from './findings/whole-form.ts';
import { ofWords } from './findings/words.ts';
import type { FormFiles } from './form-files.ts';
import type { Known } from './known.ts';
import { own } from './own.ts';

/** In the order in which an author reads them. */
const CHECKS = [ofWholeForm, ofStructure, ofConditions, ofPaths, ofWords, ofMinimum, ofLabels, ofSentences];

/**
 * What is to be put right in a form, or worth a thought. A form without a finding that `stops` can be published: what
 * the judge of all forms (parse-form.ts, compose.ts, compose-text.ts) refuses is always among them.
 */
export function findings(files: FormFiles, known: Known): readonly Finding[] {
  const look = lookAt(files, known);
  const all = CHECKS.flatMap((check) => check(look));
  return all.some(({ severity }) => severity === 'stops') ? all : [...faults(look), ...all];
}

/** What none of the checks has a code for. */
function faults({ files, known, languages }: Look): readonly Finding[] {
  const source = formSourceSchema.safeParse(files.source);
  if (!source.success) return [ofShape({ what: 'form' }, source.error.issues)];
  const composed = composeForm(files.source, known.groups, known.content);
  if (!composed.ok) return [fault({ what: 'form' }, composed.problem)];
  const used = [...new Set(groupsOf(files.source))];
  return languages.flatMap((language) => {
    const at: Place = { what: 'language', language };
    const text = formTextSchema.safeParse(files.texts[language]);
    if (!text.success) return [ofShape(at, text.error.issues)];
    const groups = used.flatMap((group) => own(known.groupTexts[language], group) ?? []);
    const words = composeText(composed.value, text.data, groups, language);
    return words.ok ? [] : [fault(at, words.problem)];
  });
}

function fault(at: Place, { where, what, cure }: FormFault): Finding {
  return found('fault', at, { where, problem: what, cure });
}

function ofShape(
  at: Place,
  [issue]: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Finding {
  return found('fault', at, {
    where: issue?.path.map(String).join('.') ?? '',
    problem: issue?.message ?? '',
    cure: '',
  });
}
