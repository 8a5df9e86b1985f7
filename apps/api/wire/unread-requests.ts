import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { type RefusalCode } from '#contract';
import { now } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import { describe, headersOf } from './problem.js';

/**
 * Bytes that the request line and all headers may have together. The cursor of a phone's pack, up to 20,000 characters, travels in the
 * address; Node's own 16 KiB would cut it off.
 */
export const headLimit = 65_536;

const codes: Record<string, RefusalCode> = { HPE_HEADER_OVERFLOW: 'headTooLarge', ERR_HTTP_REQUEST_TIMEOUT: 'requestTimeout' };

/** How long a caller who is still sending is listened to, so that the answer is not lost with the connection. */
const lingerMs = 1_000;

/** Answers what the HTTP parser could not read: no route, hook or filter ever sees such a request. */
export const answerUnread =
  (write: (line: string) => void) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    // What still arrives after the answer is unreadable again.
    if (socket.destroyed || socket.writableEnded) return;
    const half = (socket as { _httpMessage?: { headersSent: boolean } })._httpMessage;
    if (error.code === 'ECONNRESET' || !socket.writable || half?.headersSent) return void socket.destroy();
    const refusal = new Refusal(codes[error.code ?? ''] ?? 'requestMalformed');
    const id = randomUUID();
    const body = JSON.stringify(describe(refusal, id));
    const headers = { ...headersOf(refusal), 'x-request-id': id, 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${head.join('')}\r\n${body}`);
    setTimeout(() => socket.destroy(), lingerMs).unref();
    write(`${now().toISOString()} - unread ${refusal.status} ${refusal.code} ${id}`);
  };
