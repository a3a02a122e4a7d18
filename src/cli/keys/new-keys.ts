import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSealingKeys } from '#sealing/keys.ts';
import { WrongInput } from '../problems.ts';
import { makeKeyFiles, RECEIPTS, writeKey } from './key-files.ts';
import { recipientsOf } from './recipients.ts';

interface NewKeys {
  readonly recipient: string;
  readonly project: string;
  /** The folder of keys. */
  readonly keys: string;
  /** A file for the private key, in place of the folder. */
  readonly out?: string;
}

/**
 * Makes a recipient's next pair. The public key takes the place of the one before it in `content/keys/`;
 * the private keys before it stay, so that what was sealed to them still opens. Answers where the two lie.
 */
export async function newKeys({ recipient, project, keys, out }: NewKeys) {
  if (recipient === RECEIPTS) return { privateFile: (await makeKeyFiles(keys, RECEIPTS)).path };

  const known = await recipientsOf(project);
  if (!known.includes(recipient)) {
    throw new WrongInput(
      `There is no recipient "${recipient}". Forms, programmes and content/site.yaml name: ${known.join(', ')}, ${RECEIPTS}.`,
    );
  }
  const { publicKey, privateFile } = out === undefined ? await intoFolder(keys, recipient) : await intoFile(out);

  const publicFile = join(project, 'content', 'keys', `${recipient}.json`);
  await mkdir(join(project, 'content', 'keys'), { recursive: true });
  await writeFile(publicFile, `${JSON.stringify({ jwk: publicKey }, undefined, 2)}\n`);
  return { privateFile, publicFile };
}

async function intoFolder(keys: string, recipient: string) {
  const { publicKey, path } = await makeKeyFiles(keys, recipient);
  return { publicKey, privateFile: path };
}

async function intoFile(out: string) {
  const { publicKey, privateKey } = await newSealingKeys();
  await writeKey(out, privateKey);
  return { publicKey, privateFile: out };
}
