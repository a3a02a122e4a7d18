import { eventsIn, thingIn } from '#publish/directory.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { calendarFile, calendarResponse } from '#publish/sessions/icalendar/calendar-file.ts';

export function getStaticPaths() {
  return inEveryLanguage().flatMap(({ params }) =>
    eventsIn(params.lang).map(({ facts }) => ({ params: { ...params, event: facts.id } })),
  );
}

/** Every session of one event, for the reader's own calendar. */
export function GET({ params: { lang, event } }: { params: { lang: string; event: string } }) {
  const thing = thingIn('events', lang, event);
  return calendarResponse(calendarFile(thing.text.name, [{ kind: 'event', thing }], lang));
}
