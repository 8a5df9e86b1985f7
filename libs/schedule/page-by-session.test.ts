import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageBySession, type PlaceInSessions } from './page-by-session.js';

const few = fc.array(fc.uuid(), { maxLength: 4 });
/** Sessions in the order of a list, two a day, most without facts: more of them than one page goes through. */
const training = fc
  .array(fc.oneof({ weight: 20, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: few }), {
    minLength: 190,
    maxLength: 620,
    size: 'max',
  })
  .map((all) =>
    all.map((ids, i) => ({ id: i + 1, date: new Date(Date.UTC(2021, 0, 1 + i / 2)).toISOString().slice(0, 10), ids: [...new Set(ids)] })),
  );

test('walking the pages meets every fact once, in order, whatever the sessions hold and however small the pages', async () => {
  await fc.assert(
    fc.asyncProperty(training, fc.integer({ min: 1, max: 60 }), async (sessions, limit) => {
      const from = (after: PlaceInSessions | null, many: number) =>
        Promise.resolve(
          sessions.filter((one) => !after || one.id > after.sessionId || (after.id !== '' && one.id === after.sessionId)).slice(0, many),
        );
      const factsOf = (some: { id: number; date: string }[]) =>
        Promise.resolve(some.flatMap(({ id, date }) => sessions[id - 1]!.ids.map((fact) => ({ id: fact, sessionId: id, date }))));
      const met: string[] = [];
      for (let after: PlaceInSessions | null = null; ;) {
        const page: { items: PlaceInSessions[]; next: PlaceInSessions | null } = await pageBySession({ after, limit }, from, factsOf);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        met.push(...page.items.map((one) => `${one.sessionId} ${one.id}`));
        after = page.next;
        if (after === null) break;
      }
      expect(met).toEqual(sessions.flatMap(({ id, ids }) => [...ids].sort().map((fact) => `${id} ${fact}`)));
    }),
    { numRuns: 60 },
  );
});
