import type { FastifyInstance } from 'fastify';
import type { Words } from '#i18n/words.ts';
import type { Clock } from '../clock.ts';
import type { KnownForms } from '../known-forms.ts';
import type { Log } from '../log.ts';
import type { SignedIn } from '../people/register.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Collection } from '../shelf/collection.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { Site } from '../site/read-site.ts';
import { type Frame, framesOf } from './frames.ts';
import { type MadeForms, openMadeForms } from './made-forms.ts';
import { registerMadePages } from './pages.ts';
import { readPublishing } from './publishing.ts';
import { registerMadeForms } from './register.ts';

interface Needs {
  readonly site: Site;
  readonly kept: Collection;
  readonly shelf: Shelf;
  readonly forms: KnownForms;
  readonly words: ReadonlyMap<string, Words>;
  readonly signedIn: SignedIn;
  readonly limit: RateLimit;
  readonly now: Clock;
  readonly log: Log;
}

/** Forms made in the builder: sending and deciding, and their pages until the next build has them. */
export async function setUpMadeForms(
  app: FastifyInstance,
  needs: Needs,
): Promise<{ readonly made: MadeForms; readonly frame: Frame }> {
  const { site, kept, shelf, forms, words, signedIn, limit, now, log } = needs;
  const { publishing, parts } = await readPublishing(site);
  const made = await openMadeForms({ kept, shelf, forms, built: site.forms, parts, publishing, now });
  const frame = framesOf(site.folder, (id) => made.published(id) !== undefined || made.withdrawn(id) !== undefined);
  registerMadePages(app, { made, site, publishing, frame, words: (language) => words.get(language) });
  await registerMadeForms(app, { made, signedIn, limit, log });
  return { made, frame };
}
