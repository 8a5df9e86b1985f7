import { base64url } from './base64url.js';

/** A code stands on the screen for so long. */
export const hallCodeEveryMs = 30_000;

/** The code of a session in one stretch of time: a text for the QR that nobody guesses, and six digits to type where nothing scans. */
export interface HallCode {
  token: string;
  digits: string;
}

/** Which stretch of time an instant lies in. */
export const hallWindowAt = (milliseconds: number): number => Math.floor(milliseconds / hallCodeEveryMs);

/** Where people sign in by a code: at which roll call, and in which room; the main one unless told. */
export interface HallPlace {
  slot: number;
  /** The viewing point. */
  room?: string;
}
const firstCall: HallPlace = { slot: 1 };

export const isMainHall = ({ slot, room }: HallPlace): boolean => slot === 1 && room === undefined;
const placeText = (place: HallPlace): string => (isMainHall(place) ? '' : `.${place.slot}.${place.room ?? 0}`);

/**
 * The code of a session in a stretch of time, from the session's secret: a phone without a network works out what the county does. That of
 * another room or roll call is another one, so that nobody signs in where they are not. Only the main room's first call goes by digits, too.
 */
export async function hallCode(secret: string, sessionId: string, window: number, place = firstCall): Promise<HallCode> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const said = `${sessionId}.${window}${placeText(place)}`;
  const whole = new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(said)));
  const token = base64url(whole.subarray(0, 12));
  // From other bytes: whoever reads the digits knows nothing of the text.
  const number = new DataView(whole.buffer).getUint32(28) % 1_000_000;
  return { token, digits: String(number).padStart(6, '0') };
}

/** What stands after the sign in the address that the QR opens: no server and no log sees it. */
export const hallMark = (sessionId: string, { token }: HallCode, place = firstCall): string => `${sessionId}.${token}${placeText(place)}`;

/** The session, the code and the place in such an address; `null` where it is none. */
export function readHallMark(text: string): { sessionId: string; code: string; slot?: number; viewingPointId?: string } | null {
  const [, sessionId, code, slot, room] = /^([1-9]\d{0,9})\.([\w-]{16})(?:\.([1-9]\d?)\.(0|[1-9]\d{0,9}))?$/.exec(text) ?? [];
  if (sessionId === undefined || code === undefined) return null;
  return {
    sessionId,
    code,
    ...(slot !== undefined && { slot: Number(slot) }),
    ...(room !== undefined && room !== '0' && { viewingPointId: room }),
  };
}
