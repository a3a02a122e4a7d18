import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Posted } from '#core/forms/read-posted.ts';

/** A post that is no form of ours, with the status that says so. */
class NotAFormPost extends Error {
  override readonly name = 'NotAFormPost';
  readonly statusCode: number;

  constructor(statusCode: number) {
    super(String(statusCode));
    this.statusCode = statusCode;
  }
}

export const TOO_LARGE = 413;
const UNSUPPORTED = 415;
// 3,000 characters of Arabic take 18 kB once a browser has percent-encoded them.
const LARGEST_BYTES = 256 * 1024;
// A browser that is cut off in the middle of sending shows its own page and not ours: so far we hear it out.
const LONGEST_HEARD_BYTES = 32 * 1024 * 1024;

/** Teaches a scope to read plain form posts, and nothing else. */
export function readFormPosts(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', (_: FastifyRequest, payload: IncomingMessage) =>
    read(payload),
  );
  app.addContentTypeParser('*', async () => {
    throw new NotAFormPost(UNSUPPORTED);
  });
}

async function read(payload: AsyncIterable<Buffer>): Promise<Posted> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of payload) {
    bytes += part.length;
    if (bytes <= LARGEST_BYTES) parts.push(part);
    else parts.length = 0;
    if (bytes > LONGEST_HEARD_BYTES) break;
  }
  if (bytes > LARGEST_BYTES) throw new NotAFormPost(TOO_LARGE);
  return toPosted(new URLSearchParams(Buffer.concat(parts).toString('utf8')));
}

/** A name that came once has its text, one that came several times has all of them. */
function toPosted(fields: URLSearchParams): Posted {
  const names = [...new Set(fields.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = fields.getAll(name);
      return [name, all.length === 1 ? all[0] : all] as const;
    }),
  );
}
