import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Refusal } from '#platform/refusal';
import { isStorable } from './storable-text.js';

export const bodyLimit = 1_048_576;
const deepest = 32;

/** Keys that change what an object is rather than what it says. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** `toString` and its like: every object answers to them, so class-transformer would drop them unseen. No DTO has such a field. */
const isInherited = (key: string): boolean => key in Object.prototype;

/**
 * Judges what came out of JSON.parse, whatever its shape. Without recursion: the nesting is the caller's choice.
 * @throws Refusal tooDeep, malformedText, malformedBody, invalidFields
 */
export function judgeBody(body: unknown): void {
  const open: { value: object; depth: number }[] = [];
  const judge = (value: unknown, depth: number): void => {
    if (typeof value === 'string') {
      if (!isStorable(value)) throw new Refusal('malformedText');
    } else if (typeof value === 'number') {
      // 1e999 is read as infinity.
      if (!Number.isFinite(value)) throw new Refusal('malformedBody');
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) throw new Refusal('tooDeep', { deepest });
      open.push({ value, depth });
    }
  };
  judge(body, 0);
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, depth } = step;
    if (Array.isArray(value)) for (const one of value) judge(one, depth + 1);
    else {
      for (const key of Object.keys(value)) {
        if (forbiddenKeys.has(key)) throw new Refusal('malformedBody');
        if (isInherited(key)) throw new Refusal('invalidFields', { fields: [{ field: key, fault: 'unknown' }] });
        if (!isStorable(key)) throw new Refusal('malformedText');
        judge((value as Record<string, unknown>)[key], depth + 1);
      }
    }
  }
}

function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Refusal('malformedText');
  let body: unknown;
  try {
    // V8 reads nested brackets without recursion; own `__proto__` keys stay own keys.
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal('malformedBody');
  }
  judgeBody(body);
  return body;
}

/** What came over the line, unpacked: phones with one bar of signal send packets gzipped. The limit is that of what is in it. */
function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === undefined || encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw new Refusal('mediaTypeUnsupported', { expected: 'gzip' });
  try {
    return gunzipSync(bytes, { maxOutputLength: bodyLimit });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      ? new Refusal('bodyTooLarge', { limit: bodyLimit })
      : new Refusal('malformedBody');
  }
}

/** JSON is the only body that is read for every route; files come as multipart. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (request, bytes, done) => {
    try {
      done(null, readJson(unpacked(bytes as Buffer, request.headers['content-encoding'])));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addHook('preValidation', async (request) => judgeAddress(request));
}

/** What stands in the address: a part of the path that nothing can be called is not found; a parameter is refused. */
function judgeAddress(request: FastifyRequest): void {
  for (const value of Object.values((request.params ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string' && !isStorable(value)) throw new Refusal('notFound');
  }
  for (const [key, value] of Object.entries((request.query ?? {}) as Record<string, unknown>)) {
    if (forbiddenKeys.has(key) || isInherited(key)) throw new Refusal('invalidParameters', { fields: [{ field: key, fault: 'unknown' }] });
    for (const text of [key, ...(Array.isArray(value) ? value : [value])]) {
      if (typeof text === 'string' && !isStorable(text)) throw new Refusal('malformedText');
    }
  }
}
