import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Config } from '#platform/config';

/** A cipher that another one (SM4, say) can stand in for. Sealed bytes name their algorithm in the first byte. */
export interface Cipher {
  seal(clear: Buffer): Buffer;
  open(sealed: Buffer): Buffer;
}

const aesGcm = 1;

/** AES-256-GCM: 1 byte algorithm, 12 bytes nonce, 16 bytes tag, then the text. */
export class AesGcmCipher implements Cipher {
  constructor(private readonly key: Buffer) {}
  seal(clear: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const body = Buffer.concat([cipher.update(clear), cipher.final()]);
    return Buffer.concat([Buffer.from([aesGcm]), nonce, cipher.getAuthTag(), body]);
  }
  open(sealed: Buffer): Buffer {
    if (sealed[0] !== aesGcm) throw new Error('sealed with an algorithm that is not known here');
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }
}

/**
 * By these a database knows its keys again. They tell nothing of keys of 32 random bytes, and are equal to no blind index.
 */
export const keyChecks = ({ dataKey, indexKey }: Pick<Config, 'dataKey' | 'indexKey'>): { data: Buffer; index: Buffer } => ({
  data: createHmac('sha256', dataKey).update('sitang: the key that seals').digest(),
  index: createHmac('sha256', indexKey).update('sitang: the key of blind indexes').digest(),
});

/** Seals personal numbers and finds equal ones without opening them. */
export class Secrecy {
  private readonly cipher: Cipher;
  constructor(private readonly config: Pick<Config, 'dataKey' | 'indexKey'>) {
    this.cipher = new AesGcmCipher(config.dataKey);
  }
  seal(text: string): Buffer {
    return this.cipher.seal(Buffer.from(text, 'utf8'));
  }
  open(sealed: Buffer): string {
    return this.cipher.open(sealed).toString('utf8');
  }
  sealBytes(bytes: Buffer): Buffer {
    return this.cipher.seal(bytes);
  }
  openBytes(sealed: Buffer): Buffer {
    return this.cipher.open(sealed);
  }
  /** 32 bytes that are equal when the normalised numbers are. `purpose` keeps ID and phone indexes apart. */
  blindIndex(purpose: string, normalised: string): Buffer {
    return createHmac('sha256', this.config.indexKey).update(`${purpose}\0${normalised}`).digest();
  }
}

/** Half-width, no spaces, upper-case X. */
const halfWidth = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-–—]/g, '')
    .toUpperCase();

/**
 * An ID number in its one form: 18 places (GB 11643), 15 → 18 with century 19. `null` when the length, the date or the
 * check digit is wrong.
 */
export function normaliseIdNumber(text: string): string | null {
  let id = halfWidth(text);
  if (/^\d{15}$/.test(id)) {
    const body = `${id.slice(0, 6)}19${id.slice(6)}`;
    id = body + checkDigit(body);
  }
  if (!/^\d{17}[\dX]$/.test(id) || checkDigit(id.slice(0, 17)) !== id[17]) return null;
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const instant = Date.parse(`${born}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== born ? null : id;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigit = (body: string): string => '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]!;

/** A mobile number as 11 digits, without +86. `null` when it is none. */
export function normalisePhone(text: string): string | null {
  const phone = halfWidth(text).replace(/^(\+?86)(?=1\d{10}$)/, '');
  return /^1\d{10}$/.test(phone) ? phone : null;
}
