import type { Answers } from '#core/criteria/criterion.ts';
import { councilIn, type PostcodeSets } from '#core/directory/postcode-sets.ts';
import { NOT_SURE, TODAY } from '#core/eligibility/definition.ts';
import type { CheckerWithParts } from '#core/eligibility/judge-all.ts';
import type { Surroundings } from '#core/eligibility/surroundings.ts';
import type { CheckerText } from '#core/eligibility/text.ts';
import type { PickedWords } from '#i18n/plural-of.ts';
import { readBeside, readPatiently } from '../beside/read-beside.ts';

/** What the build puts beside a checker's page: rules and words. Answers are not in it and never leave the page. */
export interface CheckerData extends CheckerWithParts {
  readonly texts: { readonly [checker: string]: CheckerText };
  /** Where links lead. */
  readonly language: string;
  /** What the words are in: English where a translation is missing. */
  readonly textLang: string;
  readonly words: PickedWords;
  readonly rules: {
    readonly version: string;
    readonly source: string;
    readonly checked: string;
    readonly credits: readonly string[];
  };
  readonly ask: readonly { readonly text: string; readonly href: string }[];
  /** Forms that can be begun with the answers. */
  readonly forms: readonly string[];
  /** A form that counts results that are "not this one", and the outcomes that it counts. */
  readonly count?: { readonly form: string; readonly outcomes: readonly string[] };
  readonly postcodes?: string;
  /** The day that the whole site was built as of, where that is not today. */
  readonly today?: string;
}

/** The data of a checker: asked for until it comes. Until then the rules stand there in words. */
export function readCheckerData(language: string, checker: string): Promise<CheckerData> {
  return readPatiently<CheckerData>(`/${language}/check/${checker}/checker.json`);
}

let sets: PostcodeSets | undefined;

/** Takes the postcode sets, one file whatever is typed. Without them no postcode is known, which is never a "no". */
export async function readPostcodes({ postcodes }: CheckerData): Promise<void> {
  if (!postcodes) return;
  try {
    sets = await readBeside<PostcodeSets>(postcodes);
  } catch {
    sets = undefined;
  }
}

/** Today in London and what is known of postcodes. */
export function surroundingsOf({ today }: CheckerData): Surroundings {
  return {
    today: today ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date()),
    councilOf: (postcode) => sets && councilIn(sets, postcode),
  };
}

/** The answers as they are judged: a date that was skipped and is today by default is today. */
export function judged({ definition }: CheckerData, answers: Answers): Answers {
  const isToday = (id: string) => definition.questions.some((one) => one.id === id && one.assumed === TODAY);
  return Object.fromEntries(Object.entries(answers).filter(([id, answer]) => answer !== NOT_SURE || !isToday(id)));
}
