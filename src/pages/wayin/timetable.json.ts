import { timetableBase } from '#publish/sessions/timetable-base.ts';

/** What organisers' changes are changes to: for the intake, and for organisers' devices. */
export function GET() {
  return Response.json(timetableBase());
}
