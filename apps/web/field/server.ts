import { type DeviceReport, type DeviceStanding, type MarkPacket, refusalCodes, type Verdict } from '#contract';
import { Problem, problemOf } from '../api/problem.ts';
import { type KeptPhoto } from './kept/photos.ts';
import { type Pack } from './kept/shapes.ts';

/** So long a phone with one bar of signal waits until something of the answer comes, and after each piece of it for the next. */
const patienceMs = 45_000;

/** So long at most an answer may drip in; nobody waits longer. A photo, a hundred times a packet of marks, may take as long to go out. */
const longestMs = 5 * 60_000;

/** What fits one packet of the network gains nothing. */
const packedFrom = 1_400;

/** The text gzipped, where the browser can; `null`: it goes as it is. */
const packed = async (text: string): Promise<Blob | null> =>
  text.length < packedFrom || typeof CompressionStream === 'undefined'
    ? null
    : new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

interface Asking {
  token?: string;
  body?: object;
  /** As plain text, whatever its size: something on the way takes nothing that is packed. */
  isPlain?: boolean;
  /** Put under the path, in the place of a body. */
  form?: FormData;
  /** What is more urgent breaks it off. */
  signal?: AbortSignal;
  patience?: number;
}

/** Somebody on the way answered in the county's place; `onTheWay` is the status. */
const notTheCounty = ({ status }: Response): Problem => new Problem('offline', 0, { onTheWay: status });

/** The answer once all of it is here; `onPiece` is called as each piece of it comes. */
async function whole(response: Response, onPiece: () => void): Promise<Response> {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const pieces: BlobPart[] = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    onPiece();
    pieces.push(piece.value);
  }
  return new Response(new Blob(pieces), response);
}

/**
 * @throws Problem what the county refused; `offline` where nobody answered, or somebody who is not the county, or too slowly: `tooSlow`
 */
async function ask<T>(path: string, { token, body, isPlain = false, form, signal, patience = patienceMs }: Asking): Promise<T> {
  const giveUp = new AbortController();
  const stop = (): void => giveUp.abort();
  let isTooSlow = false;
  const stopSlow = (): void => {
    isTooSlow = true;
    stop();
  };
  let silence = setTimeout(stopSlow, patience);
  const longest = setTimeout(stopSlow, longestMs);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    const text = body && JSON.stringify(body);
    const small = text === undefined || isPlain ? null : await packed(text);
    const begun = await fetch(path, {
      method: form ? 'PUT' : body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(small && { 'content-encoding': 'gzip' }),
      },
      body: form ?? small ?? text,
      // Whoever is signed in at the console of this browser is somebody else.
      credentials: 'omit',
      cache: 'no-store',
      signal: giveUp.signal,
    });
    // The page of a carrier, a hotel or a proxy that answers in the county's place.
    if (!/\bjson\b/.test(begun.headers.get('content-type') ?? '')) throw notTheCounty(begun);
    const response = await whole(begun, () => {
      clearTimeout(silence);
      silence = setTimeout(stopSlow, patience);
    });
    if (!response.ok) throw await countysWord(response);
    return (await response.json()) as T;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('offline', 0, isTooSlow ? { tooSlow: true } : {});
  } finally {
    clearTimeout(silence);
    clearTimeout(longest);
    signal?.removeEventListener('abort', stop);
  }
}

/**
 * A gateway refuses in JSON too: only what the county's own format and codes say is the county's word. A county newer than this app has codes
 * that it does not know: those say by their type whose they are.
 */
async function countysWord(response: Response): Promise<Problem> {
  const isItsFormat = /^application\/problem\+json\b/.test(response.headers.get('content-type') ?? '');
  const { code, type } = ((await response.clone().json()) ?? {}) as { code?: unknown; type?: unknown };
  const isItsCode = (refusalCodes as unknown[]).includes(code) || (typeof code === 'string' && type === `urn:sitang:problem:${code}`);
  return isItsFormat && isItsCode ? problemOf(response) : notTheCounty(response);
}

export const enroll = (body: {
  code: string;
  deviceId: string;
  label?: string;
  lost?: { of: string; count: number };
}): Promise<{ token: string; name: string; holder?: string; instructor: string | null }> => ask('/v1/field/enrollments', { body });

export const askForPack = (token: string, since: string | undefined): Promise<Pack> => ask('/v1/field/pack', { token, body: { since } });

export const handOver = (
  token: string,
  packet: MarkPacket & { device: DeviceReport },
  isPlain = false,
): Promise<{ verdicts: Verdict[]; device: DeviceStanding }> => ask('/v1/field/marks', { token, body: packet, isPlain });

export function sendPhoto(token: string, { id, sessionId, at }: KeptPhoto, bytes: ArrayBuffer, signal: AbortSignal): Promise<object> {
  const form = new FormData();
  form.set('sessionId', sessionId);
  form.set('at', at);
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg');
  return ask(`/v1/field/photos/${id}`, { token, form, signal, patience: longestMs });
}
