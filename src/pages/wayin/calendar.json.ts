import { siteContent } from '#publish/queries.ts';

/** Bank holidays, for the dates the intake promises. */
export function GET() {
  return Response.json(siteContent().calendar);
}
