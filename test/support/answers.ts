import type { Answers } from '#core/criteria/criterion.ts';

/** The shortest journeys that each form lets through. Numbers are Ofcom's for drama. */
export const derbyAnswers: Answers = {
  preferredName: 'Sam Żółć',
  contactMethod: 'phone',
  phone: '01632 960123',
  derbyResidence: 'derby',
  ageBand: '25-34',
  whatHelp: ['peer-group', 'course'],
  inOwnWords: 'I would like to meet others in the evening.',
  consentPrivacy: 'yes',
};

export const southwarkAnswers: Answers = {
  preferredName: 'Alex',
  contactMethod: 'text',
  mobile: '07700 900123',
  hasFixedAddress: 'yes',
  postcode: 'SE17 1JL',
  ageBand: '26-49',
  workStatus: 'not-in-work',
  consentPrivacy: 'yes',
};
