import { randomUUID } from 'node:crypto';
import { type Answer } from '../stories/support/call.js';
import { type Product } from '../stories/support/start-product.js';

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** What stands in a JPEG as its readers see it; the picture itself is `noise`. */
export function jpegOf({ width = 1600, height = 1200, noise = 400, told = '' } = {}): Buffer {
  const size = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  size.writeUInt16BE(height, 1);
  size.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(told === '' ? [] : [segment(0xe1, Buffer.from(`Exif\0\0${told}`, 'latin1'))]),
    segment(0xc0, size),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(noise, 7),
    Buffer.from([0xff, 0xd9]),
  ]);
}

interface PhotoWish {
  id?: string;
  sessionId: string;
  at?: string;
  bytes?: Buffer;
  fields?: Record<string, string>;
}

/** Hands a photo over as a phone does. */
export async function handPhoto(product: Product, token: string, { id = randomUUID(), sessionId, ...wish }: PhotoWish): Promise<Answer> {
  const form = new FormData();
  const { at = '2021-06-08T08:31:00.000Z', bytes = jpegOf(), fields = {} } = wish;
  for (const [name, value] of Object.entries({ sessionId, at, ...fields })) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
  const response = await fetch(`${product.origin}/v1/field/photos/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, headers: response.headers, text, json: JSON.parse(text) };
}

/** Switches photos on or off for a unit and all under it. */
export async function switchPhotos(product: Product, token: string, unitId: number, photos: boolean): Promise<Answer> {
  const { version } = (await product.call(`/v1/units/${unitId}`, { token })).json;
  const headers = { 'if-match': `"${version}"` };
  return product.call(`/v1/units/${unitId}`, { method: 'PATCH', token, body: { photos }, headers });
}
