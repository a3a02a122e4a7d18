import { offeredLanguages, wordsFor } from '#i18n/site-words.ts';
import { contactOf } from '#publish/forms/form-contact.ts';
import { isOpen } from '#publish/forms/form-programme.ts';
import { ownForms } from '#publish/forms/read-forms.ts';
import { programmesIn } from '#publish/queries.ts';

/** What the intake needs to publish a form between two builds: which programmes take forms, and whom to ask. */
export function GET() {
  const systems = ['all', ...programmesIn('en').map(({ facts }) => facts.id)];
  const contacts = systems.map((system) => [
    system,
    Object.fromEntries(offeredLanguages().map(({ code }) => [code, contactOf({ system }, wordsFor(code))])),
  ]);
  return Response.json({
    ownForms: ownForms(),
    open: systems.filter((system) => isOpen({ system })),
    contacts: Object.fromEntries(contacts),
  });
}
