import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import type { Answers } from '#core/criteria/criterion.ts';
import { toReference } from '#core/submission/reference.ts';
import { toContent } from '#core/submission/to-content.ts';
import { offeredLanguages } from '#i18n/site-words.ts';
import { londonClock, londonDate } from '#intake/clock.ts';
import { seal, TooLargeToSeal } from '#sealing/seal.ts';
import { findPublicKey } from '../../keys/published-keys.ts';
import { Misuse, WrongInput } from '../../problems.ts';
import { readAnswers } from '../../read-answers.ts';
import { readArguments } from '../../read-arguments.ts';
import { PROJECT, type Settings } from '../../settings.ts';
import { openedDesk } from '../opened-desk.ts';
import { askOnTerminal } from './ask-on-terminal.ts';
import { checkKeyed } from './check-keyed.ts';
import { formNamed } from './form-named.ts';
import { sameKeyedBefore } from './same-before.ts';
import { takeIn } from './take-in.ts';

const USAGE =
  'It is: wayin intake key-in <form or code> [answers.json or -] [--lang <code>] [--received <date>] [--channel paper-keyed|assisted] [--again yes].';
const CHANNELS = ['paper-keyed', 'assisted'] as const;

interface Options {
  readonly code: string;
  readonly source: string | undefined;
  readonly language: string;
  readonly receivedOn: string | undefined;
  readonly channel: (typeof CHANNELS)[number];
  readonly again: boolean;
}

/**
 * `wayin intake key-in`: a form that came on paper goes the way of all others: checked by the same rules, sealed to its
 * recipient, stored, with a receipt. Nothing is stored where an answer is wrong, and nothing readable is stored at all.
 */
export async function keyIn(args: readonly string[], settings: Settings): Promise<void> {
  const options = parseOptions(args, londonDate(londonClock(settings.today)()));
  // Read before the folder changes: content is read by its path from the project's top.
  const given = options.source === undefined ? undefined : await readAnswers(options.source);
  process.chdir(PROJECT);
  checkLanguage(options.language);

  const shelf = await openedDesk(settings);
  try {
    const published = await formNamed(options.code, shelf);
    const typed = given ?? (await askOnTerminal(published, options.language));
    const answers = await checkKeyed(published, typed, options.language);
    await store(answers);

    async function store(kept: Answers): Promise<void> {
      const { definition, version } = published;
      const content = toContent({
        form: definition,
        formVersion: version,
        answers: kept,
        draft: randomUUID(),
        now: new Date().toISOString(),
        language: options.language,
        channel: options.channel,
      });
      if (content.kind === 'submission' && !options.again) {
        const before = await sameKeyedBefore(shelf, settings.keys, content);
        if (before) {
          throw new WrongInput(
            `This may be a repeat of ${before.reference}: the same answers were taken in at ${before.at}. Nothing was stored. If it is another person's form, add --again yes.`,
          );
        }
      }
      const key = await publicKeyOf(settings.keys, content.recipient);
      const receipt = await takeIn(shelf, await sealed(key), options.receivedOn, settings);
      say(`Stored, sealed to ${content.recipient}.`);
      if (content.kind === 'submission') say(`Reference  ${toReference(receipt.id)}`);
      say(`Received   ${receipt.receivedAt}`);
      if (receipt.respondBy) say(`Reply by   ${receipt.respondBy}`);
      if (receipt.seenBy) say(`Seen by    ${receipt.seenBy}`);

      async function sealed(publicKey: JWK) {
        try {
          return await seal(content, publicKey);
        } catch (error) {
          if (!(error instanceof TooLargeToSeal)) throw error;
          throw new WrongInput('The answers are too long to be stored in one form. Shorten the longest.');
        }
      }
    }
  } finally {
    await shelf.close();
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function parseOptions(args: readonly string[], today: string): Options {
  const { values, positionals } = readArguments(args, ['lang', 'received', 'channel', 'again']);
  const [code, source, ...others] = positionals;
  const { lang = 'en', received, channel: named = 'paper-keyed', again } = values;
  const channel = CHANNELS.find((one) => one === named);
  if (code === undefined || others.length > 0 || !channel) throw new Misuse(USAGE);
  if (again !== undefined && again !== 'yes') throw new Misuse(USAGE);
  if (source === undefined && !process.stdin.isTTY) {
    throw new Misuse('Give a file of answers, or - for standard input. Without one it asks on a terminal.');
  }
  if (received !== undefined && !isPastDate(received, today)) {
    throw new WrongInput(`--received: "${received}" is not a day up to today. Give one such as ${today}.`);
  }
  return { code, source, language: lang, receivedOn: received, channel, again: again === 'yes' };
}

function isPastDate(text: string, today: string): boolean {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDate && new Date(text).toISOString().startsWith(text) && text <= today;
}

function checkLanguage(language: string): void {
  const codes = offeredLanguages().map(({ code }) => code);
  if (codes.includes(language)) return;
  throw new WrongInput(`--lang: "${language}" is not a language of this site. It is one of: ${codes.join(', ')}.`);
}

async function publicKeyOf(keys: string, recipient: string): Promise<JWK> {
  const key = await findPublicKey(PROJECT, keys, recipient);
  if (key) return key;
  throw new WrongInput(`There is no public key of ${recipient} in ${keys}. Start Way In once, or set WAYIN_KEYS.`);
}
