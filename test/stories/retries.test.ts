import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemContext } from '#platform/context';
import { uuidText } from '#platform/database';
import { Recount, VerifyFigures } from '#statistics';
import { FailingStatements } from '../factories/failing-statements.js';
import { InsistentClients } from '../factories/insistent-clients.js';
import { people, session, settled, startTraining, trainingClass, type Training } from '../factories/training.js';
import { signedIn } from './support/county.js';

// The long form: RETRIES_RUNS=50 npm test -- --quick test/stories/retries; RETRIES_SEED begins with another run. A higher RETRIES_RATE makes
// a run longer by far: thirty statements all succeed once in 24 times at 0.1, once in 131 at 0.15.
const rate = Number(process.env.RETRIES_RATE ?? 0.1);
const runs = Number(process.env.RETRIES_RUNS ?? 1);
const firstSeed = Number(process.env.RETRIES_SEED ?? 1);

/** A tenth of all statements fails, of the API and of the worker: what was acknowledged is there, once, and the figures are right. */
describe('when statements fail', () => {
  let training: Training;
  let reporter: string;
  let faults: FailingStatements;
  const worlds: FailingStatements[] = [];
  // A world for each run: the last costs no more than the first, and what spoils one is told of that one alone.
  beforeEach(async () => {
    training = await startTraining();
    reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
    faults = new FailingStatements(firstSeed + worlds.length);
    worlds.push(faults);
    for (const app of [training.product.app, training.product.worker!]) faults.watch(app.get(DataSource));
    // What fails is said in the log each time; here that is every tenth statement.
    Logger.overrideLogger(false);
  });
  afterEach(async () => {
    faults.rate = 0;
    await training?.stop();
    Logger.overrideLogger(['error', 'warn']);
  });

  const query = (sql: string, values: unknown[] = []) => training.product.db.query(sql, values);
  const figures = async () => {
    const { rows, total } = await settled(training, 'from=2021-01&to=2021-12&by=kind,town,month');
    return { rows, total };
  };
  const drifts = async () => (await training.product.get(VerifyFigures).run())!.filter((one) => one.rows > 0);

  /** A class with three sessions and four lessons of a village, with nothing recorded yet. */
  async function arrange(name: string) {
    const folk = await people(training, 36);
    const [marked, merged, late] = [folk.slice(0, 20), folk.slice(20, 28), folk.slice(28)];
    await query(`UPDATE people SET code = CONCAT(?, id) WHERE id IN (${folk.join()})`, [name]);
    const classId = await trainingClass(training, { kind: 'thematic', people: [...marked, ...merged] });
    const village = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const [first, second, onPaper] = [
      await session(training, classId, { date: '2021-03-01' }),
      await session(training, classId, { date: '2021-04-01' }),
      await session(training, classId, { date: '2021-05-01' }),
    ];
    const lessons = [];
    for (const date of ['2021-06-01', '2021-06-02', '2021-06-03', '2021-06-04']) lessons.push(await session(training, village, { date }));
    await query('UPDATE classes SET code = ? WHERE id = ?', [name, classId]);
    await query("UPDATE sessions SET code = 'P' WHERE id = ?", [onPaper]);
    const rows = marked.map((id) => ({ 班次编号: name, 课次编号: 'P', 人员编号: `${name}${id}`, 状态: '到' }));
    const of = `session_id IN (${[first, second, onPaper, ...lessons].join()})`;
    return { folk, marked, merged, late, classId, sittings: [first, second], lessons, rows, of };
  }

  it.each(Array.from({ length: runs }, (_, i) => firstSeed + i))(
    'nothing is lost and nothing doubled: %i',
    async (seed) => {
      const { folk, marked, merged, late, classId, sittings, lessons, rows, of } = await arrange(`R${seed}-`);
      const clients = new InsistentClients(training, reporter, `R${seed}-`, seed);
      const [{ last: audited }] = await query('SELECT MAX(id) AS last FROM audit_entries');
      const work: (() => Promise<unknown>)[] = [
        ...Array.from({ length: 10 }, () => () => clients.packet(sittings, [...marked, ...merged])),
        ...lessons.map((id) => () => clients.heads(id)),
        ...[0, 1, 2, 3].map((i) => async () => {
          await clients.merge(merged[i]!, merged[i + 4]!);
          if (i < 2) await clients.unmerge(merged[i]!);
        }),
        ...[0, 2, 4, 6].map((i) => () => clients.enrol(classId, late.slice(i, i + 2))),
        ...Array.from({ length: 8 }, (_, i) => () => clients.newcomer(`新来${seed}-${i}`)),
      ].sort(() => clients.dice.below(3) - 1);
      const lane = async (): Promise<void> => {
        try {
          for (let next = work.shift(); next; next = work.shift()) await next();
        } finally {
          // After a failure nothing more is begun; what is under way ends before the product does.
          work.length = 0;
        }
      };
      faults.rate = rate;
      const importing = Promise.allSettled([clients.sheet(rows)]);
      const lanes = await Promise.allSettled(Array.from({ length: 8 }, lane));
      faults.rate = 0;
      // As if the time had passed that killed and failed work waits.
      await query('UPDATE outbox SET due_at = CURRENT_TIMESTAMP(3), lease_until = NULL');
      const ends = [...lanes, ...(await importing)];
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      const compiled = await figures();

      expect(faults.strays).toEqual([]);
      expect(await drifts()).toEqual([]);
      const stored: { id: Buffer; what: string }[] = await query(
        `SELECT id, CONCAT_WS(' ', session_id, person_id, status) AS what FROM marks WHERE origin = 'field' AND ${of}`,
      );
      expect(stored.map((one) => [uuidText(one.id), one.what]).sort()).toEqual([...clients.marks].sort());
      const heard: { id: Buffer; heads: number; verified: number }[] = await query(
        `SELECT id, heads, verified_at IS NOT NULL AS verified FROM head_counts WHERE ${of}`,
      );
      expect(heard.map((one) => [uuidText(one.id), one.heads]).sort()).toEqual([...clients.counts].sort());
      const confirmed = heard.filter((one) => one.verified).map((one) => uuidText(one.id));
      expect(confirmed.sort()).toEqual(clients.verified.sort());
      const signed: { id: number }[] = await query(`SELECT person_id AS id FROM marks WHERE origin = 'import' AND ${of} ORDER BY 1`);
      expect(signed.map((one) => String(one.id))).toEqual(marked);
      const enrolled: { id: number }[] = await query('SELECT person_id AS id FROM enrollments WHERE class_id = ? ORDER BY 1', [classId]);
      expect(enrolled.map((one) => String(one.id))).toEqual(folk);
      const aliases: { id: number; into: number }[] = await query(
        `SELECT person_id AS id, canonical_id AS 'into' FROM person_aliases WHERE person_id IN (${folk.join()}) ORDER BY 1`,
      );
      expect(aliases.map((one) => [String(one.id), String(one.into)])).toEqual([2, 3].map((i) => [merged[i], merged[i + 4]]));
      for (const { name, status } of clients.once) {
        const [{ n }] = await query('SELECT COUNT(*) AS n FROM people WHERE name = ?', [name]);
        expect(status < 300 ? [1] : [0, 1]).toContain(n);
      }
      const deeds: { action: string; n: number }[] = await query(
        "SELECT action, COUNT(*) AS n FROM audit_entries WHERE id > ? AND action <> 'person.created' GROUP BY action",
        [audited],
      );
      expect(Object.fromEntries(deeds.map(({ action, n }) => [action, n]))).toEqual(clients.deeds);
      const answered = "SELECT COUNT(*) AS n FROM idempotency_keys WHERE answer IS NOT NULL AND idempotency_key LIKE CONCAT(?, '%')";
      expect(await query(answered, [clients.name])).toEqual([{ n: clients.keys }]);

      await training.product.get(Recount).run(systemContext('cli'));
      expect(await drifts()).toEqual([]);
      expect(await figures()).toEqual(compiled);
    },
    180_000,
  );

  it('a COMMIT whose answer was lost is not done again, unless by whoever sends it with its key, and then it was done', async () => {
    const { product, county, organiser: token } = training;
    const create = (name: string, headers: Record<string, string>) => {
      faults.loseCommitOf = /INSERT INTO people /;
      return product.call('/v1/people', { token, body: { name, unitId: String(county.doujiabu) }, headers });
    };
    const many = async (name: string) => Number((await query('SELECT COUNT(*) AS n FROM people WHERE name = ?', [name]))[0].n);
    expect((await create('没有编号', {})).json.code).toBe('unavailable');
    expect(await many('没有编号')).toBe(1);
    const key = { 'idempotency-key': 'lost-commit' };
    expect((await create('有编号', key)).json.code).toBe('unavailable');
    expect((await create('有编号', key)).status).toBe(201);
    expect(await many('有编号')).toBe(1);
    faults.loseCommitOf = null;
  });

  it('and each kind of failure was among them, a COMMIT whose answer was lost too', () => {
    const kinds = Object.keys(faults.told) as (keyof typeof faults.told)[];
    expect(kinds.filter((kind) => worlds.every(({ told }) => told[kind] === 0))).toEqual([]);
  });
});
