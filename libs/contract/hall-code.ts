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

/** The code of a session in a stretch of time, from the session's secret: a phone without a network works out what the county does. */
export async function hallCode(secret: string, sessionId: string, window: number): Promise<HallCode> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const whole = new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(`${sessionId}.${window}`)));
  const token = base64url(whole.subarray(0, 12));
  // From other bytes: whoever reads the digits knows nothing of the text.
  const number = new DataView(whole.buffer).getUint32(28) % 1_000_000;
  return { token, digits: String(number).padStart(6, '0') };
}

/** What stands after the sign in the address that the QR opens: no server and no log sees it. */
export const hallMark = (sessionId: string, { token }: HallCode): string => `${sessionId}.${token}`;

/** The session and the code in such an address; `null` where it is none. */
export function readHallMark(text: string): { sessionId: string; code: string } | null {
  const [, sessionId, code] = /^([1-9]\d{0,9})\.([\w-]{16})$/.exec(text) ?? [];
  return sessionId !== undefined && code !== undefined ? { sessionId, code } : null;
}
