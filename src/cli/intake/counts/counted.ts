import type { Answer } from '#core/criteria/criterion.ts';
import type { FormDefinition } from '#core/forms/definition.ts';
import type { Opened } from '../open-held.ts';

type Values = (opened: Opened) => readonly string[];

/** The closed answers by which a service may be counted, wherever a form asks them (domain.md §2.1, §2.3). */
const ASKED = [
  'referralSource',
  'referrerType',
  'locality',
  'borough',
  'derbyResidence',
  'inDoncaster',
  'whereArea',
  'ageBand',
  'whatHelp',
  'needs',
  'goal',
  'supportAreas',
  'workStatus',
  'interest',
  'courseId',
  'course',
  'eventId',
  'how',
  'theme',
] as const;

const of =
  (id: string): Values =>
  ({ answers }) =>
    listOf(answers[id]);

/** Two answers at once: what is asked of which place (rows A13, B14, C14). */
const PAIRS: { readonly [name: string]: Values } = {
  'locality / supportAreas': ({ answers }) =>
    listOf(answers['locality']).flatMap((place) => listOf(answers['supportAreas']).map((area) => `${place} / ${area}`)),
  'borough / form': ({ answers, form }) => listOf(answers['borough']).map((place) => `${place} / ${form}`),
  'form / theme': ({ answers, form }) => listOf(answers['theme']).map((theme) => `${form} / ${theme}`),
  // Each person once: the challenges that come together.
  'challenges together': ({ answers }) => {
    const challenges = listOf(answers['challenges']);
    return challenges.length > 0 ? [[...challenges].sort().join(' + ')] : [];
  },
};

const OUTCOME: { readonly [name: string]: Values } = {
  status: ({ outcome }) => (outcome ? [outcome.status] : []),
  refusalReason: ({ outcome }) => (outcome?.reason ? [outcome.reason] : []),
  signposted: ({ outcome }) => (outcome?.signpostedTo ? ['yes'] : []),
  unmetNeed: ({ outcome }) => (outcome?.unmetNeed ? ['yes'] : []),
  actionTaken: ({ outcome }) => (outcome?.action ? ['yes'] : []),
};

/** What is counted of submissions, in the order of the table. Free text is never counted: it could name somebody. */
export const COUNTED: { readonly [name: string]: Values } = {
  all: () => ['all'],
  form: ({ form }) => [form],
  service: ({ system }) => [system],
  recipient: ({ recipient }) => [recipient],
  ...Object.fromEntries(ASKED.map((id) => [id, of(id)])),
  ...PAIRS,
  nonResident: ({ nonResident }) => (nonResident ? ['yes'] : []),
  ...OUTCOME,
};

/** Of anonymous answers every choice is counted: equality answers by characteristic, a survey by statement. */
export function countedOf(form: FormDefinition): { readonly [name: string]: Values } {
  if (form.kind === 'submission') return COUNTED;
  const choices = form.pages.flatMap(({ questions }) => questions.filter((question) => 'options' in question));
  return { all: () => ['all'], ...Object.fromEntries(choices.map(({ id }) => [id, of(id)])) };
}

/** Whether the form asks it: who was asked and did not say is counted as such, so that the totals add up. */
export function asksOf(form: FormDefinition): ReadonlySet<string> {
  return new Set(form.pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
}

function listOf(answer: Answer | undefined): readonly string[] {
  return answer === undefined ? [] : [answer].flat();
}
