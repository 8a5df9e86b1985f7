import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addDays, today } from '#platform/clock';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { done, markOf, send, type Training } from '../factories/training.js';

/** An instructor’s packets: what is kept, once, and what is refused. */
describe('in the field', () => {
  let field: Field;
  let training: Training;
  let instructor: string;
  beforeAll(async () => {
    field = await startField();
    ({ training, instructor } = field);
  });
  afterAll(() => training.stop());

  it('one malformed mark spoils no other; the same packet shuffled five times stores nothing twice', async () => {
    const { sessionId, trainees } = await todaysClass(field, 499);
    const marks: object[] = trainees.map((person) => markOf(sessionId, person));
    const packet = [...marks.slice(0, 10), { ...marks[0], id: randomUUID(), status: 'asleep' }, ...marks.slice(10)];
    const verdicts = await send(training, packet, instructor);
    expect(verdicts.map((one) => one.verdict)).toEqual([...Array(10).fill('accepted'), 'refused', ...Array(489).fill('accepted')]);
    for (let again = 0; again < 5; again++) {
      const shuffled = [...marks].sort(() => Math.random() - 0.5);
      expect(new Set((await send(training, shuffled, instructor)).map((one) => one.verdict))).toEqual(new Set(['already']));
    }
    const [{ kept }] = await training.product.db.query('SELECT COUNT(*) AS kept FROM marks WHERE session_id = ?', [sessionId]);
    expect(kept).toBe(499);
  });

  it('an id used with another body is a conflict and changes nothing', async () => {
    const { sessionId, trainees } = await todaysClass(field, 1);
    const mark = markOf(sessionId, trainees[0]!);
    expect(await send(training, [mark, { ...mark, status: 'absent' }, mark], instructor)).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'conflict', code: 'markConflict' },
      { verdict: 'already' },
    ]);
  });

  it('two packets with the same marks at the same moment store them once', async () => {
    const { sessionId, trainees } = await todaysClass(field, 50);
    const marks = trainees.map((person) => markOf(sessionId, person));
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(training, marks, instructor)));
    expect(answers.flat().filter((one) => one.verdict === 'accepted')).toHaveLength(50);
    expect(answers.flat().filter((one) => one.verdict === 'already')).toHaveLength(350);
  });

  it('a session that moved meanwhile keeps its marks, at its new day; somebody unknown is refused alone', async () => {
    const { sessionId, trainees } = await todaysClass(field, 2);
    const { product, organiser: token } = training;
    done(await product.call('/v1/field/pack', { token: instructor }));
    const { version } = done(await product.call(`/v1/sessions/${sessionId}`, { token })).json;
    const headers = { 'if-match': `"${version}"` };
    const body = { date: addDays(today(), 20), dayPart: 'pm' };
    done(await product.call(`/v1/sessions/${sessionId}`, { method: 'PATCH', token, headers, body }));
    const marks = [markOf(sessionId, trainees[0]!), markOf(sessionId, '4294967295'), markOf(sessionId, trainees[1]!)];
    expect(await send(training, marks, instructor)).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'refused', code: 'personUnknown' },
      { verdict: 'accepted' },
    ]);
    const { items } = done(await product.call(`/v1/marks?session=${sessionId}`, { token })).json;
    expect(items.map(({ date, dayPart }: { date: string; dayPart: string }) => [date, dayPart])).toEqual(Array(2).fill([body.date, 'pm']));
  });

  it('an app of long ago that says less is taken at its word: no report of itself, no head counts, no roll call, no replaced ones', async () => {
    const { sessionId, trainees } = await todaysClass(field, 3);
    // Without a slot in the packet: JSON leaves out what is undefined.
    const old = trainees.map((person) => ({ ...markOf(sessionId, person), slot: undefined }));
    expect(new Set((await send(training, old, instructor)).map(({ verdict }) => verdict))).toEqual(new Set(['accepted']));
    // The same after an update, which says the roll call: the same mark.
    const now = old.map((mark) => ({ ...mark, slot: 1, replaces: [] }));
    expect(new Set((await send(training, now, instructor)).map(({ verdict }) => verdict))).toEqual(new Set(['already']));
  });
});
