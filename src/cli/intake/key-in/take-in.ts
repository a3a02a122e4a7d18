import { decodeJwt } from 'jose';
import type { Envelope } from '#core/submission/envelope.ts';
import { parseReceipt } from '#core/submission/parse-receipt.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { londonClock } from '#intake/clock.ts';
import type { AskedDesk } from '#intake/desk-socket.ts';
import { type KeyedRefusal, keyedDesk } from '#intake/keyed-desk.ts';
import { knownForms } from '#intake/known-forms.ts';
import type { Shelf } from '#intake/shelf/shelf.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { siteContent } from '#publish/queries.ts';
import { RECEIPTS, readKeysOf } from '../../keys/key-files.ts';
import { WrongInput } from '../../problems.ts';
import type { Settings } from '../../settings.ts';

/** Hands a sealed form to the server that has the store, or stores it where none runs. Answers what the receipt says. */
export async function takeIn(
  shelf: Shelf | AskedDesk,
  envelope: Envelope,
  receivedOn: string | undefined,
  settings: Settings,
): Promise<Receipt> {
  const taken =
    'put' in shelf
      ? await takeInHere(shelf, envelope, receivedOn, settings)
      : await shelf.receive(envelope, receivedOn);
  if (!taken.ok) {
    throw new WrongInput(`${CURES[taken.problem] ?? `It was refused: ${taken.problem}.`} Nothing was stored.`);
  }
  const receipt = parseReceipt(decodeJwt(taken.value));
  if (!receipt.ok) throw new Error('The receipt is not one of ours.');
  return receipt.value;
}

async function takeInHere(shelf: Shelf, envelope: Envelope, receivedOn: string | undefined, settings: Settings) {
  const [signingKey] = await readKeysOf(settings.keys, RECEIPTS, 'private');
  if (!signingKey) {
    throw new WrongInput(`There is no key for receipts in ${settings.keys}. Start Way In once, or set WAYIN_KEYS.`);
  }
  const { dates, lastYear } = siteContent().calendar;
  const holidays = { dates: dates.map(({ date }) => date), lastYear };
  const now = londonClock(settings.today);
  const forms = await knownForms(readForms(), shelf, now());
  const desk = keyedDesk({ shelf, forms, signingKey, holidays, now, log: () => undefined });
  // As it comes over the socket: read anew, and only what an envelope may hold.
  return desk(JSON.parse(JSON.stringify(envelope)), receivedOn);
}

const CURES: { readonly [problem in KeyedRefusal | 'notReady']?: string } = {
  notReady: 'The server is still starting. Try again in a moment.',
  unknownForm: 'The server that runs does not have this form. Restart it with the site that has it.',
  unknownFormVersion: 'The server that runs has another version of this form. Restart it, then try again.',
  wrongDate: 'The day of receipt is not a day up to today.',
  tooLarge: 'The answers are too long to be stored in one form. Shorten the longest.',
};
