import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../read-yaml.ts';
import type { Fault } from './fault.ts';
import { filesBelow, type Sentence, sentencesOf } from './sentences.ts';

const FILE = 'content/published-contacts.yaml';

const published = z.strictObject({
  telephones: z.array(z.strictObject({ number: z.string(), published: z.string().min(1) })),
  emails: z.array(z.strictObject({ address: z.string(), published: z.string().min(1) })),
  web: z.array(z.strictObject({ host: z.string(), published: z.string().min(1) })),
});

/** Ofcom's numbers for drama: nobody has them, nobody ever will. */
const DRAMA = /^(01632960\d{3}|02079460\d{3}|07700900\d{3})$/;
const NUMBER = /(?<![\d/.-])(?:\+44|0)[\d ()]{8,14}\d\b|(?<=tel:)\+?[\d ]+/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WEB = /https?:\/\/([\w.-]+)[^\s)"']*/g;
const CONTACT_FIELD = /^contacts\.(landline|otherPhone|minicom|textMessage)$/;

/** Telephone numbers, e-mail and web addresses that are neither published nor plainly an example. */
export function inventedContacts(root: string): readonly Fault[] {
  const known = readYaml(join(root, FILE), published);
  const numbers = new Set(known.telephones.map(({ number }) => bare(number)));
  const emails = new Set(known.emails.map(({ address }) => address.toLowerCase()));
  const hosts = new Set(known.web.map(({ host }) => host.toLowerCase()));
  const examples = exampleFolders(root);
  const files = filesBelow(root, '{content,forms}/**/*.{yaml,json,md}').filter((file) => !file.endsWith('/cases.json'));

  return sentencesOf(root, files).flatMap((sentence) => {
    const { file, field, text } = sentence;
    // Where a fact comes from is no way to reach anybody.
    if (/^(source|licence)$/.test(field) || /\.source$/.test(field)) return [];
    const mayBeExample = !isThing(file) || examples.has(dirname(file));
    const said = CONTACT_FIELD.test(field) ? [text] : [...text.matchAll(NUMBER)].map(([number]) => number);
    return [
      ...said
        .filter((number) => !numbers.has(bare(number)) && !(mayBeExample && DRAMA.test(bare(number))))
        .map((number) => invented(sentence, number.trim(), 'telephones')),
      ...[...text.matchAll(EMAIL)]
        .map(([email]) => email.toLowerCase())
        .filter((email) => !emails.has(email) && !(mayBeExample && isExampleHost(email.split('@')[1] ?? '')))
        .map((email) => invented(sentence, email, 'emails')),
      ...[...text.matchAll(WEB)]
        .filter(
          ([, host = '']) => !hosts.has(host.toLowerCase()) && !(mayBeExample && isExampleHost(host.toLowerCase())),
        )
        .map(([address]) => invented(sentence, address, 'web')),
    ];
  });
}

const bare = (number: string) => number.replace(/[\s()]/g, '').replace(/^\+44/, '0');

/** Names that the internet keeps for examples (RFC 2606). */
const isExampleHost = (host: string) => /(^|\.)example(\.(com|org|net))?$/.test(host);

/** A thing of the directory says by itself whether it is an example; a form or a message may show one. */
const isThing = (file: string) => /^content\/(?!messages\/|checkers\/)/.test(file);

function exampleFolders(root: string): ReadonlySet<string> {
  const facts = globSync('content/*/*/*.yaml', { cwd: root }).filter((file) => !/\/text\./.test(file));
  const marked = sentencesLike(root, facts);
  return new Set(marked.map((file) => dirname(file)));
}

function sentencesLike(root: string, files: readonly string[]): readonly string[] {
  const mark = z.looseObject({ example: z.literal(true) });
  return files.filter((file) => existsSync(join(root, file)) && mark.safeParse(parsed(join(root, file))).success);
}

function parsed(file: string): unknown {
  try {
    return readYaml(file, z.unknown());
  } catch {
    // A file that cannot be read is the fault of another check.
    return undefined;
  }
}

function invented({ file, field }: Sentence, contact: string, list: string): Fault {
  return {
    file,
    field,
    what: `"${contact}" is not known to be published, and nothing here says that it is an example.`,
    cure: `Take it out, or add it with where it was published to ${list} in ${FILE}.`,
  };
}
