import { createHash, createHmac } from 'node:crypto';
import { sealedText, type UnsentFile, type UnsentOfHolder } from '#contract';
import { type Answer } from '../stories/support/call.js';
import { type Product } from '../stories/support/start-product.js';
import { type Phone } from './phones.js';

/** Shapes that no phone writes, among those that one does. */
type Loose = { [Field in keyof UnsentOfHolder]?: unknown };
const listed = (records: unknown): unknown[] => (Array.isArray(records) ? records : []);
const sealUnder = (token: string, text: string): string =>
  createHmac('sha256', createHash('sha256').update(token).digest()).update(text).digest('base64url');
const about = { app: '1.0.0', at: '2021-06-08T09:10:00.000Z' };

/** The file as the phone would write it, of records whose holders all left this token's seal. */
export function fileOf({ deviceId, token }: Phone, holders: Loose[], more: object = {}): UnsentFile {
  const sealed = holders.map((part) => ({
    ...part,
    seals: [...listed(part.marks), ...listed(part.headCounts)].map((record) =>
      sealUnder(token, sealedText(deviceId, part.instructorId as string, record)),
    ),
  }));
  return { format: 'sitang-unsent', version: 2, content: { deviceId, ...about, holders: sealed }, ...more } as UnsentFile;
}

/** As phones wrote it at first: one seal over all of it. */
export function oldFileOf({ deviceId, token }: Phone, holders: Loose[]): object {
  const content = { deviceId, ...about, holders };
  return { format: 'sitang-unsent', version: 1, content, seal: sealUnder(token, JSON.stringify(content)) };
}

/** Somebody brings it to the console. */
export async function bring({ origin }: Product, token: string, file: object | string | Uint8Array<ArrayBuffer>): Promise<Answer> {
  const form = new FormData();
  const bytes = typeof file === 'string' || file instanceof Uint8Array ? file : JSON.stringify(file);
  form.set('file', new Blob([bytes]), 'sitang.json');
  const response = await fetch(`${origin}/v1/marks/unsent`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    text,
    json: JSON.parse(text),
  };
}
