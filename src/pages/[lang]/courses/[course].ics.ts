import { coursesIn, thingIn } from '#publish/directory.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { calendarFile, calendarResponse } from '#publish/sessions/icalendar/calendar-file.ts';

export function getStaticPaths() {
  return inEveryLanguage().flatMap(({ params }) =>
    coursesIn(params.lang).map(({ facts }) => ({ params: { ...params, course: facts.id } })),
  );
}

/** Every session of one course, for the reader's own calendar. */
export function GET({ params: { lang, course } }: { params: { lang: string; course: string } }) {
  const thing = thingIn('courses', lang, course);
  return calendarResponse(calendarFile(thing.text.name, [{ kind: 'course', thing }], lang));
}
