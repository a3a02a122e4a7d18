import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageText } from './publish/collections/page.ts';

/** The Markdown of `content/pages`, rendered by Astro. Everything else is read by `publish/read-content.ts`. */
const pageTexts = defineCollection({
  loader: glob({
    base: './content/pages',
    pattern: '*/text.*.md',
    generateId: ({ entry }) => entry.replace(/\/text\.([\w-]+)\.md$/, '/$1'),
  }),
  schema: pageText,
});

export const collections = { pageTexts };
