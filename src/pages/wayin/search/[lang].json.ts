import type { APIRoute } from 'astro';
import { wordsFor } from '#i18n/site-words.ts';
import { inEveryLanguage } from '#publish/routes.ts';
import { searchFile } from '#publish/search/search-file.ts';

export const getStaticPaths = inEveryLanguage;

/** What the search fetches on first use. */
export const GET: APIRoute = ({ params }) => Response.json(searchFile(wordsFor(params['lang'] ?? 'en')));
