import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttendanceRepository, FactsAround, MarkingReach } from '#attendance';
import { PeopleInCounting } from '#people';
import { type Db } from '#platform/database';
import { anotherApi } from '../factories/another-api.js';
import { Interruption } from '../factories/interruption.js';
import { done, markOf, people, session, startTraining, type Training, trainingClass } from '../factories/training.js';

/** Two records of one person, both on the roster, are merged or told apart after some question about who counts as whom. */
describe('marks for somebody who is merged at that moment', () => {
  let training: Training;
  let trainees: string[];
  let classId: string;
  beforeAll(async () => {
    training = await startTraining();
    trainees = await people(training, 5);
    const [record, into, first, second, third] = trainees as [string, string, string, string, string];
    // Of a person in three records the last alone is on the roster.
    classId = await trainingClass(training, { kind: 'thematic', people: [record, into, third] });
    await merge(second, third);
    await training.product.db.query('INSERT INTO person_aliases (person_id, canonical_id) VALUES (?, ?)', [first, second]);
  });
  afterAll(() => training.stop());

  const merge = async (id: string, intoId?: string): Promise<void> => {
    const [deed, body] = intoId ? ['merge', { intoId }] : ['unmerge', {}];
    done(await training.product.call(`/v1/people/${id}/${deed}`, { token: training.organiser, body }));
  };

  const cases = [true, false].flatMap((before) => [1, 2].map((after) => ({ before, after })));
  it.each(cases)('are taken as those of somebody on the roster: %o', async ({ before, after }) => {
    const { product } = training;
    const [record, into] = trainees as [string, string];
    const sessionId = await session(training, classId, { date: `2021-0${before ? 3 : 4}-0${after}` });
    if (before) await merge(record, into);
    let merged = before;
    const turn = async (): Promise<void> => {
      await merge(record, merged ? undefined : into);
      merged = !merged;
    };
    const turning = new Interruption(after, turn);
    const counting = product.get(PeopleInCounting);
    const meanwhile = { standFor: (db: Db, ids: number[]) => counting.standFor(turning.of(db), ids) } as unknown as PeopleInCounting;
    const around = new FactsAround(product.get(AttendanceRepository), meanwhile, product.get(MarkingReach));
    const receive = await anotherApi(training, around);
    const verdicts = await receive({ marks: trainees.map((id) => markOf(sessionId, id)), origin: 'field' });

    expect(verdicts.map(({ verdict }) => verdict)).toEqual(trainees.map(() => 'accepted'));
    expect(turning.asked).toBeGreaterThan(1);
    if (merged) await turn();
  });
});
