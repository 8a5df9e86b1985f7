import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RecogniseToken } from '#accounts';
import { FillPack, PackRepository, ServePack } from '#attendance';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { SessionRepository } from '#schedule';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { Interruption } from '../factories/interruption.js';
import { markOf, send } from '../factories/training.js';

let field: Field;
beforeAll(async () => {
  field = await startField();
});
afterAll(() => field?.training.stop());

/** With somebody on no list in the room, whom the instructor has marked. */
async function visitedSession(): Promise<string> {
  const { sessionId, trainees } = await todaysClass(field, 1);
  const stranger = { ...markOf(sessionId, ''), personId: undefined, walkIn: { name: '示例村民' } };
  await send(field.training, [markOf(sessionId, trainees[0]!), stranger], field.instructor);
  return sessionId;
}

test('a session whose import is taken back while a pack is filled is in it or is not; the others are served', async () => {
  const { product } = field.training;
  const ctx = await product.get(RecogniseToken).run({ kind: 'bearer', token: field.instructor }, { id: 'pack', address: '::1' });
  const staying = await visitedSession();
  const transactions = product.get(Transactions);
  for (let [after, asked] = [1, 1]; asked >= after; after++) {
    const going = await visitedSession();
    const taken = new Interruption(after, async () => {
      for (const sql of ['DELETE FROM marks WHERE session_id = ?', 'DELETE FROM sessions WHERE id = ?'])
        await product.db.query(sql, [going]);
    });
    const run = <T>(given: Context, work: (db: Db) => Promise<T>): Promise<T> => transactions.run(given, (db) => work(taken.of(db)));
    const serving = new ServePack(
      { run } as Transactions,
      product.get(SessionRepository),
      product.get(PackRepository),
      product.get(FillPack),
    );
    const rosters = (await serving.run(ctx!, {})).sessions.map(({ id, roster }) => [id, roster.length]);
    expect([
      [[staying, 1]],
      [
        [staying, 1],
        [going, 1],
      ],
    ]).toContainEqual(rosters);
    asked = taken.asked;
  }
});
