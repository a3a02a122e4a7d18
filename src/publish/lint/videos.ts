import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteContent } from '../read-content.ts';
import type { Fault } from './fault.ts';

const LINK = /\]\(([^)\s]+)/g;
const VIDEO = /\.(mp4|m4v|mov|webm|ogv)$|^https?:\/\/([\w-]+\.)*(youtube\.com|youtu\.be|vimeo\.com)\//i;

/** Videos without captions, without their words in a language of the page, or put in by a link that has neither (G38). */
export function silentVideos({ pages }: Pick<SiteContent, 'pages'>, root: string): readonly Fault[] {
  return pages.flatMap(({ folder, facts: { videos }, text }) => [
    ...videos.flatMap(({ id, file, captions, bsl }) => [
      ...[file, ...Object.values(captions), ...(bsl === null ? [] : [bsl])]
        .filter((path) => !existsSync(join(root, 'public', path)))
        .map((path) => ({
          file: join(folder, 'page.yaml'),
          field: `videos.${id}`,
          what: `There is no file public${path}.`,
          cure: 'Add the file, or correct its path.',
        })),
      ...Object.entries(text)
        .filter(([, words]) => !Object.hasOwn(words.videos, id))
        .map(([lang]) => ({
          file: join(folder, `text.${lang}.md`),
          field: `videos.${id}`,
          what: 'The video has no title and no transcript here.',
          cure: 'Write down all that is said and shown in it, between the --- lines.',
        })),
    ]),
    ...Object.entries(text).flatMap(([lang, { body }]) =>
      [...body.matchAll(LINK)]
        .filter(([, href = '']) => VIDEO.test(href))
        .map(([, href = '']) => ({
          file: join(folder, `text.${lang}.md`),
          field: href,
          what: 'A link to a video has neither captions nor a transcript.',
          cure: 'Name the video in page.yaml, with its captions, and write its transcript in each text.',
        })),
    ),
  ]);
}
