import { offeredLanguages } from '#i18n/site-words.ts';
import { WrongInput } from '../problems.ts';

/** A language that a form can be translated to: one of the site, and not the one it is written in. */
export function parseLanguage(given: string, source: string): string {
  const codes = offeredLanguages().map(({ code }) => code);
  if (!codes.includes(given)) {
    throw new WrongInput(`"${given}" is not a language of this site. It is one of: ${codes.join(', ')}.`);
  }
  if (given === source) {
    throw new WrongInput(`The form is written in "${given}". Give the language that it is translated to.`);
  }
  return given;
}
