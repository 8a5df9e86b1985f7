import { createHash, createHmac } from 'node:crypto';
import { sealedText, type UnsentContent, type UnsentFile } from '#contract';
import { type Answer } from '../stories/support/call.js';
import { type Product } from '../stories/support/start-product.js';
import { type Phone } from './phones.js';

/** Shapes that no phone writes, among those that one does. */
type Loose = { [Field in keyof UnsentContent['holders'][number]]?: unknown };

/** The file as the phone would write it. */
export function fileOf({ deviceId, token }: Phone, holders: Loose[], more: object = {}): UnsentFile {
  const content = { deviceId, app: '1.0.0', at: '2021-06-08T09:10:00.000Z', holders } as UnsentContent;
  const key = createHash('sha256').update(token).digest();
  const seal = createHmac('sha256', key).update(sealedText(content)).digest('base64url');
  return { format: 'sitang-unsent', version: 1, content, seal, ...more } as UnsentFile;
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
