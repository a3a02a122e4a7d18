import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How many calls a minute: from one address, and from all together. */
export interface RateLimits {
  readonly perAddress: number;
  readonly overall: number;
}

/**
 * A library, a hostel or a mobile network is one address with many people behind it; a form needs four calls.
 * The overall ceiling keeps the store answering when many addresses are one attacker.
 */
export const RATE_LIMITS: RateLimits = { perAddress: 1_200, overall: 12_000 };

export type RateLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** A hook that answers 429, and when to come back, to who calls too often. Addresses stay in memory, for a minute. */
export async function makeRateLimit(app: FastifyInstance, limits: RateLimits, refused: () => void): Promise<RateLimit> {
  await app.register(rateLimit, { global: false });
  const perAddress = app.createRateLimit({ max: limits.perAddress, timeWindow: '1 minute' });
  const overall = app.createRateLimit({ max: limits.overall, timeWindow: '1 minute', keyGenerator: () => 'all' });

  return async (request, reply) => {
    for (const check of [perAddress, overall]) {
      const answer = await check(request);
      if (answer.isAllowed || !answer.isExceeded) continue;
      refused();
      return reply.code(429).header('retry-after', String(answer.ttlInSeconds)).send();
    }
    return undefined;
  };
}
