import { bad, good, type Outcome } from '#core/outcome.ts';

declare const brand: unique symbol;

/** A passphrase that was looked at, in the one form in which it is hashed. */
export type Passphrase = string & { readonly [brand]: 'Passphrase' };

export type PassphraseProblem = 'passphraseTooShort' | 'passphraseTooLong' | 'passphraseCommon';

const SHORTEST = 12;
const LONGEST = 200;
const FEWEST_DIFFERENT = 5;

/** What the lists of stolen passphrases are made of, once digits and signs at both ends are gone. */
const COMMON = new Set(
  (
    'password passphrase passwort letmein welcome iloveyou administrator admin login master monkey dragon sunshine princess ' +
    'football baseball basketball superman batman liverpool arsenal chelsea manchester unitedkingdom england starwars ' +
    'trustno changeme default secret whatever computer internet qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc ' +
    'qwertyuiopasdfghjkl qwertyasdfgh qwertyasdfzxcv unbelievable correcthorsebatterystaple wayin derby hello helloworld ' +
    'abcdefghijkl abcdefghijklm abcdefghijklmnopqrstuvwxyz haslo zaqwsx kochamcie'
  ).split(' '),
);

/** Reads a chosen passphrase. Length is the only rule, but what everybody chooses is refused (NCSC, NIST SP 800-63B). */
export function parsePassphrase(typed: string, name = ''): Outcome<Passphrase, PassphraseProblem> {
  const passphrase = typed.normalize('NFKC');
  const { length } = [...passphrase];
  if (length < SHORTEST) return bad('passphraseTooShort');
  if (length > LONGEST) return bad('passphraseTooLong');
  return isCommon(passphrase, name) ? bad('passphraseCommon') : good(passphrase as Passphrase);
}

/** A passphrase typed to sign in, in the form in which it was hashed. */
export function asTyped(typed: string): Passphrase {
  return typed.normalize('NFKC').slice(0, 2 * LONGEST) as Passphrase;
}

function isCommon(passphrase: string, name: string): boolean {
  const lower = passphrase.toLowerCase();
  if (new Set(lower).size < FEWEST_DIFFERENT || isRun(lower)) return true;
  const once = lower.replace(/^(.{1,12}?)\1+$/u, '$1');
  return [lower, once].some((text) => isWord(text, name) || isWord(withoutLeet(text), name));
}

function isWord(text: string, name: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const own = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' || COMMON.has(core) || COMMON.has(letters) || (own !== '' && letters === own);
}

const LEET: { readonly [sign: string]: string } = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

function withoutLeet(text: string): string {
  const body = text.replace(/[^\p{L}]+$/gu, '');
  return body.replace(/[01345@$]/g, (sign) => LEET[sign] ?? sign);
}

/** Steps of one, up or down, all along: 123456789012, zyxwvutsrqpo. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((_, place) => text.charCodeAt(place + 1) - text.charCodeAt(place));
  const isStep = (way: number) => steps.every((step) => step === way || step === -9 * way);
  return isStep(1) || isStep(-1);
}
