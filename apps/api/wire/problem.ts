import { explainRefusal, type RefusalCode } from '#contract';
import { isDuplicate, isPassing, isReferenced } from '#platform/database';
import { Refusal } from '#platform/refusal';

/** RFC 9457, with a stable `code` and the facts needed to mend it. */
export interface Problem {
  type: string;
  title: string;
  titleEn: string;
  status: number;
  code: RefusalCode;
  requestId: string;
  [fact: string]: unknown;
}

export const problemType = (code: RefusalCode): string => `urn:sitang:problem:${code}`;

export function describe(refusal: Refusal, requestId: string): Problem {
  const { status, zh, en } = explainRefusal(refusal.code);
  return { ...refusal.facts, type: problemType(refusal.code), title: zh, titleEn: en, status, code: refusal.code, requestId };
}

/** Fastify's own errors. */
const fastifyCodes: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_REQ_FILE_TOO_LARGE: 'bodyTooLarge',
  FST_FILES_LIMIT: 'bodyTooLarge',
  FST_PARTS_LIMIT: 'bodyTooLarge',
  FST_FIELDS_LIMIT: 'bodyTooLarge',
  FST_PROTO_VIOLATION: 'malformedBody',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'mediaTypeUnsupported',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'mediaTypeUnsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformedBody',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformedBody',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformedBody',
  // A path that cannot be read, or is longer than any that is there, leads nowhere.
  FST_ERR_BAD_URL: 'notFound',
  FST_ERR_MAX_PARAM_LENGTH: 'notFound',
  FST_ERR_NOT_FOUND: 'notFound',
};

const byStatus: Record<number, RefusalCode> = {
  400: 'malformedBody',
  401: 'notSignedIn',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  413: 'bodyTooLarge',
  414: 'notFound',
  415: 'mediaTypeUnsupported',
  429: 'tooManyRequests',
  503: 'unavailable',
};

/** A value that no column can hold slipped past the rules of its field: too long, out of range, of another character set. */
const unstorable = new Set([1406, 1264, 1366, 1292]);
/** The database takes no more callers, or is going down. */
const away = new Set([1040, 1053, 1203, 1290, 1836, 1927, 3169]);

/** Every error as a refusal. What nobody foresaw is `unexpected`: the caller learns nothing more than its request id. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode, driverError, getStatus } = (error ?? {}) as {
    code?: string;
    statusCode?: number;
    driverError?: { errno?: number };
    getStatus?: () => number;
  };
  if (code && Object.hasOwn(fastifyCodes, code)) return new Refusal(fastifyCodes[code]!);
  const errno = driverError?.errno ?? (error as { errno?: number } | undefined)?.errno ?? 0;
  if (isPassing(error) || away.has(errno) || code === 'ENOTFOUND' || code === 'POOL_CLOSED') return new Refusal('unavailable');
  if (isDuplicate(error)) return new Refusal('alreadyExists');
  if (isReferenced(error)) return new Refusal('referenceUnknown');
  if (unstorable.has(errno)) return new Refusal('invalidFields');
  const status = typeof getStatus === 'function' ? (error as { getStatus(): number }).getStatus() : statusCode;
  return new Refusal(byStatus[status ?? 500] ?? (status && status >= 400 && status < 500 ? 'malformedBody' : 'unexpected'));
}

/** What every problem carries besides its code. */
export const headersOf = (refusal: Refusal): Record<string, string> => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  ...(refusal.code === 'notSignedIn' || refusal.code === 'signInFailed' ? { 'www-authenticate': 'Bearer' } : {}),
  ...(typeof refusal.facts.retryAfter === 'number' ? { 'retry-after': String(refusal.facts.retryAfter) } : {}),
  ...(refusal.code === 'unavailable' ? { 'retry-after': '2' } : {}),
});
