import type { Words } from '#i18n/words.ts';

export type Known = 'yes' | 'partly' | 'no' | 'unknown';

/** What a place has, in the order people are told. */
export const ACCESS = [
  'stepFree',
  'accessibleToilet',
  'lift',
  'hearingLoop',
  'quietSpace',
  'parking',
  'changing',
] as const;

export type Access = { readonly [fact in (typeof ACCESS)[number]]: Known };

/** The access of a place in one line. A way in with steps is said as well; what nobody knows is not passed over. */
export function accessLine(access: Access, { t, lang }: Words): string {
  const has = ACCESS.filter((fact) => access[fact] === 'yes').map((fact) => t(`timetable:access.${fact}`));
  const steps = {
    partly: ['timetable:access.partlyStepFree'],
    no: ['timetable:access.notStepFree'],
    yes: [],
    unknown: [],
  } as const;
  const list = [...steps[access.stepFree].map((key) => t(key)), ...has];
  if (list.length === 0) return t('timetable:access.unknown');
  return t('timetable:access.line', {
    list: new Intl.ListFormat(lang, { style: 'short', type: 'unit' }).format(list),
  });
}
