import { randomUUID } from 'node:crypto';
import { type Answer } from '../stories/support/call.js';
import { type Product } from '../stories/support/start-product.js';
import { done } from './training.js';

/** A phone that was let in by somebody who looks after the instructor. */
export interface Phone {
  deviceId: string;
  token: string;
}

/** A code for a phone of the instructor. */
export const invited = async (product: Product, by: string, instructorId: string): Promise<string> =>
  done(await product.call('/v1/devices/invitations', { token: by, body: { instructorId } })).json.code;

/** What a phone is answered that comes with the code. */
export const come = (product: Product, code: string, deviceId: string = randomUUID(), more: object = {}): Promise<Answer> =>
  product.call('/v1/field/enrollments', { body: { code, deviceId, ...more } });

export async function enrolled(product: Product, by: string, instructorId: string): Promise<Phone> {
  const deviceId = randomUUID();
  return { deviceId, token: done(await come(product, await invited(product, by, instructorId), deviceId)).json.token };
}

/** The phone hands over marks, saying what it says of itself. */
export const hand = (product: Product, phone: Phone, marks: object[], device?: object): Promise<Answer> =>
  product.call('/v1/field/marks', { token: phone.token, body: { deviceId: phone.deviceId, marks, ...(device && { device }) } });
