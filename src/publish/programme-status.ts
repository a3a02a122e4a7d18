import { dateInWords } from '#i18n/dates.ts';
import type { Words } from '#i18n/words.ts';
import type { ProgrammeIn } from './queries.ts';

/** Where a programme stands and since when, in a sentence: never more certain than its facts (A2, B12, C16). */
export function statusInWords({ facts, standing }: ProgrammeIn, { t, lang }: Words): string {
  const { validFrom, validTo, lastChecked } = facts;
  const day = (date: string) => dateInWords(date, lang, { year: true });
  const isUnconfirmed = standing === 'unknown' || (standing === 'demonstration' && facts.status === 'unknown');
  if (isUnconfirmed) return t('directory:programmes.unconfirmed', { date: day(validTo ?? lastChecked) });
  if (validTo !== null && (standing === 'ended' || facts.status === 'ended')) {
    // Sources of what is over give years more often than days.
    return validFrom === null
      ? t('directory:programmes.ranUntil', { to: yearOf(validTo) })
      : t('directory:programmes.ran', { from: yearOf(validFrom), to: yearOf(validTo) });
  }
  if (standing === 'waiting' && validFrom !== null) return t('directory:programmes.openFrom', { from: day(validFrom) });
  if (standing === 'open') {
    return validTo === null
      ? t('directory:programmes.open')
      : t('directory:programmes.openUntil', { to: day(validTo) });
  }
  return t(`site:status.${standing}.title`);
}

const yearOf = (date: string) => date.slice(0, 4);
