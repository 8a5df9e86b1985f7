import helmet from '@fastify/helmet';
import { type FastifyInstance, type FastifyReply } from 'fastify';

/** Headers for browsers: nothing from elsewhere, no framing, no answer kept by anybody unless the route says so. */
export async function guardBrowsers(server: FastifyInstance, production: boolean): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The components of the console write their styles into the page as they are first drawn.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/v1/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

const policy = 'content-security-policy';
/** For the page that decodes cards: it compiles WebAssembly from its own address, and still no text becomes a program. */
export const allowWebAssembly = (reply: FastifyReply): void =>
  void reply.header(policy, String(reply.getHeader(policy)).replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));

/** The `__Host-` prefix makes a browser insist on TLS, this host and the whole path. */
export const cookieNameOf = (production: boolean): string => (production ? '__Host-sitang' : 'sitang_session');
