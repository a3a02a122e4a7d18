import { join } from 'node:path';
import type { SiteContent } from '../read-content.ts';
import type { Fault } from './fault.ts';

/** Services whose next steps all lead to one page, or back to themselves (G33). */
export function deadEnds({ services }: SiteContent): readonly Fault[] {
  return services.flatMap(({ folder, facts, text }) =>
    Object.entries(text).flatMap(([lang, { nextSteps }]) => {
      const own = `/services/${facts.id}/`;
      const elsewhere = new Set(nextSteps.map(({ href }) => href.replace(/#.*$/, '')).filter((href) => href !== own));
      if (elsewhere.size >= 2) return [];
      return [
        {
          file: join(folder, `text.${lang}.yaml`),
          field: 'nextSteps',
          what: 'They lead to fewer than two other pages.',
          cure: 'Add another step, such as a page of help or another service.',
        },
      ];
    }),
  );
}

const IMAGE = /!\[([^\]]*)\]\(([^)\s]*)/g;
const HTML = /<(?:[a-z][\w-]*)(?:\s[^>]*)?>/i;

/** Pictures of pages that nobody described, and HTML in a page (B8, G33). */
export function undescribed({ pages }: SiteContent): readonly Fault[] {
  return pages.flatMap(({ folder, text }) =>
    Object.entries(text).flatMap(([lang, { body }]) => {
      const file = join(folder, `text.${lang}.md`);
      const pictures = [...body.matchAll(IMAGE)].filter(([, alt = '']) => alt.trim() === '');
      return [
        ...pictures.map(([, , source = '']) => ({
          file,
          field: source,
          what: 'The picture has no text in its place.',
          cure: 'Say between the square brackets what it shows.',
        })),
        ...(HTML.test(body)
          ? [{ file, field: 'text', what: 'It holds HTML.', cure: 'Write it as Markdown: pages bring their own HTML.' }]
          : []),
      ];
    }),
  );
}
