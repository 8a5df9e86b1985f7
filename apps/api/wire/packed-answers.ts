import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type FastifyInstance } from 'fastify';

const pack = promisify(gzip);
/** What fits one packet of the network gains nothing. */
const smallest = 1_400;

/** Rosters go gzipped to phones: in the field every kilobyte is waited for. Other callers are near, and answered plainly. */
export function packAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (!request.routeOptions.config.doorway?.toDevices || typeof payload !== 'string' || payload.length < smallest) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return pack(payload);
  });
}
