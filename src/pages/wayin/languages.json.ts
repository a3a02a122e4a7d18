import { offeredLanguages } from '#i18n/site-words.ts';

/** The languages this site speaks, English first. */
export function GET() {
  return Response.json(offeredLanguages().map(({ code, name, direction }) => ({ code, name, direction })));
}
