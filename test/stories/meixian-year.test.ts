import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, setClock } from '#platform/clock';
import { VerifyFigures } from '#statistics';
import { importAll, type Loaded, loadDemo } from '../../apps/cli/load-demo.js';
import { demoInstructorCode, demoPassword } from '../../demo/accounts.js';
import { generateYear } from '../../demo/generator/index.js';
import { type Product, startProduct } from './support/start-product.js';

interface Row {
  key: Record<string, string>;
  batches: number;
  sessionsHeld: number;
  visits: number;
  people: number;
  attendances: number;
  unverified: number;
  personTimes: { registered: number; declared: number };
}

// In Shanghai a day later than in UTC and in Los Angeles.
const loadedOn = new Date('2025-12-29T23:00:00Z');
const renewedOn = new Date('2026-01-01T23:00:00Z');

/** The whole year through the importers, compiled by the worker, asked for as an official asks. */
describe('the Meixian year', () => {
  let product: Product;
  let official: string;
  const loaded: Loaded[] = [];

  beforeAll(async () => {
    product = await startProduct({ worker: true });
    setClock(loadedOn);
    await loadDemo(product.app, (file) => loaded.push(file));
    const answer = await product.call('/v1/tokens', { body: { account: 'official', password: demoPassword, label: 'story' } });
    official = answer.json.token;
    await settled();
  }, 120_000);
  afterAll(() => product?.stop());

  const get = async (path: string) => (await product.call(path, { token: official })).json;
  /** The classes and sessions up to these, and everything that hangs on them. */
  async function rowsOf(last: { classId: number; sessionId: number }): Promise<Record<string, string[]>> {
    const read = async (column: string, table: string, upTo: number) => {
      const rows: object[] = await product.db.query(`SELECT * FROM ${table} WHERE ${column} <= ?`, [upTo]);
      return rows.map((row) => JSON.stringify(row)).sort();
    };
    return {
      classes: await read('id', 'classes', last.classId),
      enrollments: await read('class_id', 'enrollments', last.classId),
      sessions: await read('id', 'sessions', last.sessionId),
      instructors: await read('session_id', 'session_instructors', last.sessionId),
      marks: await read('session_id', 'marks', last.sessionId),
      headCounts: await read('session_id', 'head_counts', last.sessionId),
    };
  }
  async function settled(): Promise<void> {
    for (let tries = 0; tries < 1_200; tries++) {
      if ((await get('/v1/figures?from=2021-01&to=2021-12')).pending === 0) return;
      await new Promise((go) => setTimeout(go, 50));
    }
    throw new Error('still pending after a minute');
  }

  it('gives the line that the county reported', async () => {
    const line = await get('/v1/figures/bulletin?from=2021-01&to=2021-12');
    expect(line).toMatchObject({
      batches: 118,
      sessionsHeld: 1_773,
      backbone: 1_260,
      demonstration: 71_838,
      other: { registered: 151, declared: 119 },
    });
    const { total } = await get('/v1/figures?from=2021-01&to=2021-12');
    expect(total).toMatchObject({ batches: 118, sessionsHeld: 1_773, visits: 13, people: 759 });
  });

  it('is equal to a second count in SQL, row by row', async () => {
    const drifts = (await product.get(VerifyFigures).whenSettled(60_000))!;
    expect(drifts.map((one) => one.comparison)).toContain('heads: declared, unverified');
    expect(drifts).toHaveLength(18);
    expect(drifts.filter((one) => one.rows > 0)).toEqual([]);
  });

  it('has no row that an importer could not read', () => {
    expect(loaded.reduce((sum, file) => sum + file.create, 0)).toBeGreaterThan(8_000);
    expect(loaded.filter((file) => file.faulty > 0)).toEqual([]);
  });

  it('the same files again change nothing', async () => {
    const again: Loaded[] = [];
    await importAll(product.app, generateYear(), (file) => again.push(file));
    expect(again.filter((file) => file.create + file.update + file.faulty > 0)).toEqual([]);
    await settled();
    expect((await get('/v1/figures/bulletin?from=2021-01&to=2021-12')).backbone).toBe(1_260);
  });

  it('renewing this week on the same day adds nothing', async () => {
    setClock(loadedOn);
    const again: Loaded[] = [];
    expect(await loadDemo(product.app, (file) => again.push(file))).toEqual({ fresh: false });
    expect(again.filter((file) => file.create + file.update > 0)).toEqual([]);
  });

  it('this week renewed after New Year adds the dates that are missing and alters nothing', async () => {
    const [last] = await product.db.query('SELECT MAX(id) AS sessionId, (SELECT MAX(id) FROM classes) AS classId FROM sessions');
    const before = await rowsOf(last);
    setClock(renewedOn);
    const renewed: Loaded[] = [];
    await loadDemo(product.app, (file) => renewed.push(file));
    expect(renewed.filter((file) => file.update + file.faulty > 0)).toEqual([]);
    expect(await rowsOf(last)).toEqual(before);
    const taught: { date: string; times: number; classes: string }[] = await product.db.query(
      `SELECT s.date, COUNT(*) AS times, GROUP_CONCAT(c.code ORDER BY c.code) AS classes
       FROM sessions s JOIN session_instructors si ON si.session_id = s.id JOIN instructors i ON i.id = si.instructor_id
         JOIN classes c ON c.id = s.lead_class_id
       WHERE i.code = ? AND s.date >= '2025-01-01' GROUP BY s.date ORDER BY s.date`,
      [demoInstructorCode],
    );
    const week = (date: string): string => (date < '2025-12-29' ? '2025-W52' : date < '2026-01-05' ? '2026-W01' : '2026-W02');
    expect(taught).toEqual(
      Array.from({ length: 13 }, (_, i) => addDays('2025-12-27', i)).map((date) => ({
        date,
        times: 2,
        classes: `SFZ-${week(date)},ZT-${week(date)}`,
      })),
    );
  });

  it('people by month add up to more than the people of the year; person-times add up exactly', async () => {
    const { rows, total } = (await get('/v1/figures?from=2021-01&to=2021-12&by=month')) as { rows: Row[]; total: Row };
    const sum = (pick: (row: Row) => number): number => rows.reduce((all, row) => all + pick(row), 0);
    expect(sum((row) => row.personTimes.registered)).toBe(total.personTimes.registered);
    expect(sum((row) => row.personTimes.declared)).toBe(total.personTimes.declared);
    expect(sum((row) => row.people)).toBeGreaterThan(total.people);
  });

  it('every measure of every kind opens to rows that sum to it', async () => {
    const { rows } = (await get('/v1/figures?from=2021-01&to=2021-12&by=kind')) as { rows: Row[] };
    const pick: Record<string, (row: Row) => number> = {
      'personTimes.registered': (row) => row.personTimes.registered,
      'personTimes.declared': (row) => row.personTimes.declared,
      batches: (row) => row.batches,
      sessionsHeld: (row) => row.sessionsHeld,
      visits: (row) => row.visits,
      people: (row) => row.people,
      attendances: (row) => row.attendances,
      unverified: (row) => row.unverified,
    };
    for (const row of rows) {
      for (const [measure, value] of Object.entries(pick)) {
        let sum = 0;
        for (let cursor = ''; ;) {
          const page = await get(
            `/v1/figures/rows?from=2021-01&to=2021-12&kind=${row.key.kind}&measure=${measure}&limit=200${cursor && `&cursor=${cursor}`}`,
          );
          sum += page.items.reduce((all: number, item: { value: number }) => all + item.value, 0);
          if (!page.nextCursor) break;
          cursor = page.nextCursor;
        }
        expect({ kind: row.key.kind, measure, sum }).toEqual({ kind: row.key.kind, measure, sum: value(row) });
      }
    }
  });
});
