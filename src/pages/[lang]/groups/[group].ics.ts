import { groupsIn, thingIn } from '#publish/directory.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { calendarFile, calendarResponse } from '#publish/sessions/icalendar/calendar-file.ts';

export function getStaticPaths() {
  return inEveryLanguage().flatMap(({ params }) =>
    groupsIn(params.lang).map(({ facts }) => ({ params: { ...params, group: facts.id } })),
  );
}

/** Every session of one group, for the reader's own calendar. */
export function GET({ params: { lang, group } }: { params: { lang: string; group: string } }) {
  const thing = thingIn('groups', lang, group);
  return calendarResponse(calendarFile(thing.text.name, [{ kind: 'group', thing }], lang));
}
