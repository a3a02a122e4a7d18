import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { hasFrame } from '#core/offline/frames.ts';

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;
const NOTHING_OF_THE_DEVICE =
  'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
  'magnetometer=(), microphone=(), midi=(), payment=(), usb=()';

/** For pages that show a form in a frame, and the page in the frame: never another site's. */
const FRAMED_BY_ITSELF = "frame-ancestors 'self'; frame-src 'self'";

/** The headers of every answer, errors included: no one else's script, frame, referrer or eavesdropping. */
export async function addSecurityHeaders(app: FastifyInstance, hasTls: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Below: only where there is TLS, else a test at home would lock the browser out.
    strictTransportSecurity: false,
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', NOTHING_OF_THE_DEVICE);
    if (hasFrame(request.url.split('?')[0] ?? '')) {
      const policy = String(reply.getHeader('content-security-policy'));
      reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", FRAMED_BY_ITSELF));
      reply.header('x-frame-options', 'SAMEORIGIN');
    }
    if (hasTls || request.protocol === 'https') {
      reply.header('strict-transport-security', `max-age=${A_YEAR_SECONDS}; includeSubDomains`);
    }
  });
}
