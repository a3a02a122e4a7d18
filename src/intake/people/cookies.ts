import type { FastifyReply, FastifyRequest } from 'fastify';
import { isToken } from './secrets.ts';

/** `session` is who is signed in; `device` marks a browser on which somebody signed in before, and opens nothing. */
export type CookieName = 'session' | 'device';

const NAMES = { session: 'wayin', device: 'wayin-device' } as const;

/** The cookies of people who sign in. Residents are given none. */
export interface Cookies {
  read(request: FastifyRequest, name: CookieName): string | undefined;
  /** With 0 seconds it is taken away. */
  write(request: FastifyRequest, reply: FastifyReply, name: CookieName, value: string, seconds: number): void;
}

/** `__Host-` keeps a neighbouring domain from planting one; browsers take such a name over TLS only. */
export function makeCookies(hasTls: boolean): Cookies {
  const isSecure = (request: FastifyRequest) => hasTls || request.protocol === 'https';
  const nameOf = (request: FastifyRequest, name: CookieName) => `${isSecure(request) ? '__Host-' : ''}${NAMES[name]}`;

  return {
    read(request, name) {
      const wanted = `${nameOf(request, name)}=`;
      const values = (request.headers.cookie ?? '').split('; ').filter((pair) => pair.startsWith(wanted));
      const value = values.length === 1 ? values[0]?.slice(wanted.length) : undefined;
      return isToken(value) ? value : undefined;
    },

    write(request, reply, name, value, seconds) {
      const parts = [
        `${nameOf(request, name)}=${value}`,
        'Path=/',
        `Max-Age=${seconds}`,
        'HttpOnly',
        'SameSite=Strict',
        ...(isSecure(request) ? ['Secure'] : []),
      ];
      reply.header('set-cookie', parts.join('; '));
    },
  };
}
