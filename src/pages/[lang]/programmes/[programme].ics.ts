import { programmeIn, programmesIn } from '#publish/queries.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { calendarResponse, programmeCalendar } from '#publish/sessions/icalendar/calendar-file.ts';

export function getStaticPaths() {
  return inEveryLanguage().flatMap(({ params }) =>
    programmesIn(params.lang).map(({ facts }) => ({ params: { ...params, programme: facts.id } })),
  );
}

/** All groups, courses and events of a programme, to subscribe to. */
export function GET({ params: { lang, programme } }: { params: { lang: string; programme: string } }) {
  const { text } = programmeIn(lang, programme);
  return calendarResponse(programmeCalendar(text.name, programme, lang));
}
