import { readTemplates } from '#publish/forms/form-templates.ts';

/** Forms to begin a new one with, for the form builder. */
export function GET() {
  return Response.json(readTemplates());
}
