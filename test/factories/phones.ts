import { randomUUID } from 'node:crypto';
import { type Answer } from '../stories/support/call.js';
import { type Product } from '../stories/support/start-product.js';
import { done } from './training.js';

/** Whom a phone is for: an instructor by the id alone, or an account. */
export type Whom = string | { userId: string };

/** A phone that was let in by somebody who looks after whoever holds it. */
export interface Phone {
  deviceId: string;
  token: string;
}

export const invite = (product: Product, by: string, whom: Whom): Promise<Answer> =>
  product.call('/v1/devices/invitations', { token: by, body: typeof whom === 'string' ? { instructorId: whom } : whom });

/** A code for a phone of theirs. */
export const invited = async (product: Product, by: string, whom: Whom): Promise<string> => done(await invite(product, by, whom)).json.code;

/** What a phone is answered that comes with the code. */
export const come = (product: Product, code: string, deviceId: string = randomUUID(), more: object = {}): Promise<Answer> =>
  product.call('/v1/field/enrollments', { body: { code, deviceId, ...more } });

/** On a phone that is there already, where its id is told. */
export async function enrolled(product: Product, by: string, whom: Whom, deviceId: string = randomUUID()): Promise<Phone> {
  return { deviceId, token: done(await come(product, await invited(product, by, whom), deviceId)).json.token };
}

/** The phone hands over marks, saying what it says of itself. */
export const hand = (product: Product, phone: Phone, marks: object[], device?: object): Promise<Answer> =>
  product.call('/v1/field/marks', { token: phone.token, body: { deviceId: phone.deviceId, marks, ...(device && { device }) } });
