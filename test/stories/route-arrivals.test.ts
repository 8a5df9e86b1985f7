import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setClock, today } from '#platform/clock';
import { type Field, routeWith, startField, todaysClass } from '../factories/field.js';
import { enrolled, hand } from '../factories/phones.js';
import { done, markOf } from '../factories/training.js';
import { signedIn } from './support/county.js';

/** A class travels along a route, and its head calls the roll at each stop. */
describe('the stops of a route', () => {
  let field: Field;
  beforeAll(async () => {
    field = await startField();
  });
  afterEach(() => setClock());
  afterAll(() => field?.training.stop());
  const clock = (text: string): Date => new Date(`${today()}T${text}:00+08:00`);

  it('tell when the class came and how many were there, to who reads its attendance and to its phones', async () => {
    const { product, county, organiser } = field.training;
    const routeId = await routeWith(field, ['豆家堡人居环境治理', '横渠家风馆', '金渠标准园']);
    const { sessionId, trainees } = await todaysClass(field, 3, { ofClass: { kind: 'practical' }, ofSession: { routeId } });
    setClock(clock('12:00'));
    const phone = await enrolled(product, organiser, field.instructorId);
    const [first, second, third] = trainees as [string, string, string];
    const stops = async (token: string) => product.call(`/v1/sessions/${sessionId}/stops`, { token });
    const told = async () => done(await stops(organiser)).json;
    const nobody = [1, 2, 3].map((slot) => ({ slot, arrivedAt: null, came: 0 }));
    expect(await told()).toEqual(nobody);
    const at = (text: string): { at: string } => ({ at: clock(text).toISOString() });
    const slip = markOf(sessionId, third, 'present', { slot: 2, ...at('08:00') });
    const marks = [
      markOf(sessionId, first, 'present', { slot: 1, ...at('08:43') }),
      markOf(sessionId, second, 'late', { slot: 1, ...at('08:42') }),
      markOf(sessionId, third, 'absent', { slot: 1, ...at('08:41') }),
      markOf(sessionId, first, 'present', { slot: 2, ...at('09:30') }),
      slip,
      markOf(sessionId, third, 'absent', { slot: 2, ...at('09:31'), replaces: [slip.id] }),
    ];
    // Its clock is an hour behind.
    done(await hand(product, phone, marks, { app: '1.0.0', waiting: 0, sentAt: clock('11:00').toISOString() }));
    const arrived = [
      { slot: 1, arrivedAt: clock('09:42').toISOString(), came: 2 },
      { slot: 2, arrivedAt: clock('10:30').toISOString(), came: 1 },
      nobody[2],
    ];
    expect(await told()).toEqual(arrived);
    const { sessions } = done(await product.call('/v1/field/pack', { token: phone.token })).json;
    const { checkpoints } = sessions.find((one: { id: string }) => one.id === sessionId);
    expect(checkpoints.map((one: { arrivedAt: string | null }) => one.arrivedAt)).toEqual(
      arrived.map((one) => (one as { arrivedAt: string | null }).arrivedAt),
    );
    const town = await signedIn(product, 'otherTown', 'townOrganiser', county.jinqu);
    expect([await stops(town), await stops(field.instructor)].map(({ status }) => status)).toEqual([404, 403]);
    const plain = await todaysClass(field, 1);
    expect(done(await product.call(`/v1/sessions/${plain.sessionId}/stops`, { token: organiser })).json).toEqual([]);
  });
});
