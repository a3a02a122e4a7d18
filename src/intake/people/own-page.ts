import type { FastifyRequest } from 'fastify';

/**
 * Whether a call comes from a script of our own pages. Another site's page cannot set the header without asking first,
 * and is never answered; `Sec-Fetch-Site` no page can set, and browsers without it send `Origin` with every post.
 */
export function isFromOwnPage(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site, 'x-wayin': mark } = request.headers;
  if (mark !== '1') return false;
  if (site !== undefined) return site === 'same-origin';
  return origin !== undefined && URL.parse(origin)?.host === request.host;
}
