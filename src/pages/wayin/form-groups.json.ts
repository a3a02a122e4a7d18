import { readFormGroups } from '#publish/forms/form-groups.ts';

/** The shared groups of questions, for the form builder. */
export function GET() {
  return Response.json(readFormGroups());
}
