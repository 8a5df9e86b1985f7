import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyFigures } from '#statistics';
import { anotherApi } from '../factories/another-api.js';
import { done, markOf, people, session, settled, startTraining, type Training, trainingClass } from '../factories/training.js';

const writers = 64;
const common = 8;
const marked = 20;

interface Verdict {
  id: string;
  verdict: string;
}

/** Phones that mark one session at the same moment, some with the same marks, some the same people, each sending everything twice. */
describe('64 writers on one session', () => {
  let training: Training;
  let trainees: string[];
  let lessons: string;
  let lesson: string;
  beforeAll(async () => {
    training = await startTraining();
    trainees = await people(training, marked);
    lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu, people: trainees });
    lesson = await session(training, lessons, { date: '2021-03-05' });
  });
  afterAll(() => training.stop());

  const heads = (id: string, count: number) => {
    const { sessionId, at } = markOf(lesson, '');
    return { id, sessionId, mode: 'add', count, method: 'counted', countedBy: '文书', at };
  };

  it('are each answered rightly, and counted exactly', async () => {
    const shared = trainees.slice(0, common).map((person) => markOf(lesson, person));
    const sharedHeads = heads(randomUUID(), 5);
    const contested = markOf(lesson, trainees[0]!);
    // Rounds of writers mark the same people, every other round late.
    const own = Array.from({ length: writers }, (_, i) => {
      const [round, person] = [Math.floor(i / (marked - common)), common + (i % (marked - common))];
      return markOf(lesson, trainees[person]!, round % 2 === 0 ? 'present' : 'late');
    });
    const packets = own.map((mark, i) => ({
      deviceId: randomUUID(),
      marks: [...shared, mark, { ...contested, note: `第 ${i} 部手机` }],
      headCounts: [sharedHeads, heads(randomUUID(), 1)],
    }));
    // Once through the API, where they share transactions; and as if each came to an API of its own, where they do not.
    const alone = await anotherApi(training);
    const answers = await Promise.all([
      ...packets.map(
        async (body) => done(await training.product.call('/v1/field/marks', { token: training.organiser, body })).json.verdicts,
      ),
      ...packets.map(({ marks, headCounts }) => alone({ marks, headCounts, origin: 'field' })),
    ]);
    const said = new Map<string, string[]>();
    for (const { id, verdict } of answers.flat() as Verdict[]) said.set(id, [...(said.get(id) ?? []), verdict]);

    const many = (id: string, verdict: string): number => said.get(id)!.filter((one) => one === verdict).length;
    expect(said.size).toBe(common + 1 + 2 * writers + 1);
    for (const [id, verdicts] of said) {
      expect([id, many(id, 'accepted')]).toEqual([id, 1]);
      // What every phone brings as its own is known to one of them alone.
      expect([id, many(id, 'already')]).toEqual([id, id === contested.id ? 1 : verdicts.length - 1]);
    }
    expect(many(contested.id, 'conflict')).toBe(2 * writers - 2);

    const { db } = training.product;
    const rows = async (table: string) => Number((await db.query(`SELECT COUNT(*) AS many FROM ${table}`))[0].many);
    expect({ marks: await rows('marks'), headCounts: await rows('head_counts') }).toEqual({
      marks: common + writers + 1,
      headCounts: writers + 1,
    });
    const { total } = await settled(training);
    const stood = 5 + writers;
    expect(total).toMatchObject({ attendances: marked, people: marked, sessionsHeld: 1, batches: 1 });
    expect(total.personTimes).toEqual({ registered: marked, declared: stood - marked });
    // Of what the phones said differently the greatest id holds until somebody settles it.
    const grid = done(await training.product.call(`/v1/classes/${lessons}/grid`, { token: training.official })).json;
    for (const { personId, cells } of grid.people) {
      if (trainees.indexOf(personId) < common) continue;
      const live = own.filter((mark) => mark.personId === personId).sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(cells[lesson]).toMatchObject([{ slot: 1, status: live.at(-1)!.status, disputed: true, live: live.map(({ id }) => id) }]);
    }
    expect((await training.product.get(VerifyFigures).whenSettled(60_000))!.filter((one) => one.rows > 0)).toEqual([]);
  });

  it('and what comes while the last is being compiled is compiled as well', async () => {
    const sitting = await session(training, lessons, { date: '2021-04-05' });
    const add = async (): Promise<void> => {
      const body = { deviceId: randomUUID(), marks: [], headCounts: [{ ...heads(randomUUID(), 1), sessionId: sitting }] };
      done(await training.product.call('/v1/field/marks', { token: training.organiser, body }));
    };
    for (let round = 1; round <= 25; round++) {
      await add();
      // Later each time: some time or other it comes in the middle.
      await new Promise((go) => setTimeout(go, 2 * round));
      await add();
      const { total } = await settled(training, 'from=2021-04&to=2021-04');
      expect(total.personTimes).toEqual({ registered: 0, declared: 2 * round });
    }
  });
});
