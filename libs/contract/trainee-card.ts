import { base64url } from './base64url.js';

/**
 * What the QR of a trainee's card holds: a random code, 128 bits, that tells nothing of whom it is for. Phones know cards by digests of
 * their codes, from which nobody makes a card.
 */
const before = 'sitang:card:';

export const cardText = (code: string): string => `${before}${code}`;

/** The code of a card; `null` where it is some other QR. */
export const codeOfCard = (text: string): string | null =>
  text.startsWith(before) && /^[\w-]{22}$/.test(text.slice(before.length)) ? text.slice(before.length) : null;

/** Nine bytes of a SHA-256, base64url: short, since a pack holds one for each person. */
export async function cardDigest(code: string): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  return base64url(whole.subarray(0, 9));
}
