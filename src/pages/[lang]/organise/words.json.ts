import { wordsFor } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';

export const getStaticPaths = inEveryLanguage;

/** What the organisers' pages say: few people need it, so no page carries it. */
export function GET({ params }: { params: { lang: string } }) {
  const words = wordsFor(params.lang);
  return Response.json({ organise: words.all('organise'), timetable: words.pick(TIMETABLE) });
}

const TIMETABLE = [
  'timetable:times',
  'timetable:when',
  'timetable:state.cancelled',
  'timetable:state.movedAway',
  'timetable:state.movedHere',
  'timetable:state.newPlace',
  'timetable:state.extra',
  'timetable:movedTo',
  'timetable:movedToPlace',
  'timetable:movedFrom',
  'timetable:movedFromPlace',
  'timetable:fromPlace',
  'timetable:cancelledHoliday',
  'timetable:holiday.yes',
  'timetable:holiday.no',
  'timetable:holiday.unknown',
  'timetable:mode.in-person',
  'timetable:mode.online',
  'timetable:mode.phone',
  'timetable:rule.weekly',
  'timetable:rule.fortnightly',
  'timetable:rule.monthly',
  'timetable:rule.which.1',
  'timetable:rule.which.2',
  'timetable:rule.which.3',
  'timetable:rule.which.4',
  'timetable:rule.which.5',
  'timetable:rule.which.-1',
  'timetable:cost.free',
  'timetable:cost.unknownShort',
  'timetable:cost.amount',
  'timetable:cost.amountFor',
] as const;
