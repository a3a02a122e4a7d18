import { groupsIn, thingIn } from '#publish/directory.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { calendarFile, calendarResponse } from '#publish/sessions/icalendar/calendar-file.ts';

/** A group with one session has one calendar; this is for those with more (F-11). */
export function getStaticPaths() {
  return inEveryLanguage().flatMap(({ params }) =>
    groupsIn(params.lang)
      .filter(({ facts }) => facts.sessions.length > 1)
      .flatMap(({ facts }) =>
        facts.sessions.map((session) => ({ params: { ...params, group: facts.id, session: session.id } })),
      ),
  );
}

export function GET({
  params: { lang, group, session },
}: {
  params: { lang: string; group: string; session: string };
}) {
  const thing = thingIn('groups', lang, group);
  return calendarResponse(calendarFile(thing.text.name, [{ kind: 'group', thing }], lang, session));
}
