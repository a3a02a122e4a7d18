import type { Column } from './export-rows.ts';
import type { Opened } from './open-held.ts';

const of =
  (...ids: readonly string[]) =>
  ({ answers }: Opened): string =>
    [...new Set(ids.flatMap((id) => answers[id] ?? []))].join('; ');

/**
 * The registration record of Southwark Works that a caseworker keeps (domain.md D.9), as far as a person says it on
 * the way in. What is seen or agreed only with the caseworker (right to work, start dates) stays empty: theirs to fill.
 */
export const REGISTRATION: readonly Column[] = [
  { name: 'Reference', cell: ({ reference }) => reference },
  { name: 'Received', cell: ({ receivedAt }) => receivedAt ?? '' },
  { name: 'Privacy notice', cell: ({ consent }) => consent?.privacyNotice ?? '' },
  { name: 'Privacy notice agreed', cell: ({ consent }) => consent?.agreedAt ?? '' },
  { name: 'Share with', cell: ({ consent }) => (consent?.share ?? []).join('; ') },
  { name: 'Service', cell: ({ recipient }) => recipient },
  { name: 'Referral source', cell: (opened) => (opened.form === 'swk-self' ? 'self' : of('referrerType')(opened)) },
  { name: 'How they heard', cell: of('referralSource') },
  { name: 'Name', cell: of('preferredName', 'fullName') },
  { name: 'Contact by', cell: of('contactMethod') },
  {
    name: 'Contact',
    cell: of('phone', 'mobile', 'email', 'address', 'minicom', 'videoDetail', 'bslDetail', 'throughSomeone'),
  },
  { name: 'Language', cell: of('language') },
  { name: 'Postcode', cell: of('postcode') },
  { name: 'Age', cell: of('age', 'ageBand') },
  { name: 'Work status', cell: of('workStatus') },
  { name: 'Employment type', cell: of('employmentType') },
  { name: 'Contract type', cell: of('contractType') },
  { name: 'Average weekly hours', cell: of('weeklyHours') },
  { name: 'Gross hourly pay', cell: of('hourlyPay') },
  { name: 'On Statutory Sick Pay', cell: of('onSsp') },
  { name: 'Needs', cell: of('needs') },
  { name: 'Goal', cell: of('goal') },
  { name: 'Social worker', cell: of('socialWorker', 'hasSocialWorker') },
  { name: 'Supporting Families assessment and plan', cell: of('familyAssessmentDone') },
  { name: 'Personalised Housing Plan', cell: of('housingPlan', 'housingPlanOrNumber') },
  { name: 'Council referral number', cell: of('councilReferralNumber') },
  { name: 'Right to work seen', cell: () => '' },
];
