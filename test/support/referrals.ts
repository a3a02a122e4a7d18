/** Forms that ask for support for somebody: domain.md §2.2 gives each FG-COMM and a choice about sharing. */
export const ASKING_FOR_SUPPORT: readonly string[] = [
  'derby-self',
  'derby-carer',
  'derby-pro',
  'derby-family-refer',
  'derby-transition',
  'derby-callback-peer',
  'derby-course',
  'swk-self',
  'swk-course',
  'slf-family',
];

/** Forms with FG-HEARD. A professional's form has the referrer's role in its place. */
export const ASKING_HOW_HEARD: readonly string[] = [
  'derby-self',
  'derby-carer',
  'swk-self',
  'swk-course',
  'slf-family',
];
