import { Injectable } from '@nestjs/common';
import { ask, type Db, insertRows, joined, type Question, question } from '#platform/database';
import { type Job } from './job.js';

export interface OutboxRow {
  id: number;
  job: string;
  job_key: string;
  seq: number;
  /** How often it was begun without coming to an end, this time counted. */
  attempts: number;
}

/** Whoever fails, or is killed, again and again is tried later and later: after 2 seconds first, every 5 minutes at last. */
const backOff = 'INTERVAL LEAST(300, POW(2, LEAST(attempts, 9))) SECOND';
const columns = 'id, job, job_key, seq, attempts';

/** Whoever locks several rows does so in one order. */
const inOrder = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => a - b);
const byKey = (a: OutboxRow, b: OutboxRow): number => (a.job_key < b.job_key ? -1 : 1);

/**
 * Work for later, written in the transaction that makes it necessary. A row dies only in the transaction that did its work,
 * and only if nothing was added meanwhile (`seq`). So lost, doubled, late and reordered queue messages are harmless.
 * Rows are locked one by one: asked for several of a small table, a database would rather read all of it, and wait for what others hold.
 */
@Injectable()
export class Outbox {
  private readonly asked = new WeakSet<Db>();

  /** Whether work was asked for in this transaction. */
  askedIn(db: Db): boolean {
    return this.asked.has(db);
  }

  /** Asks for the job, once per key. A key named several times is behind by as many committed facts. */
  async add(db: Db, job: Job, keys: readonly (string | number)[]): Promise<void> {
    const facts = new Map<string, number>();
    for (const key of keys) facts.set(String(key), (facts.get(String(key)) ?? 0) + 1);
    this.asked.add(db);
    const rows = [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, seq]) => ({ job: job.name, job_key: key, seq }));
    await insertRows(db, 'outbox', rows, 'seq = seq + VALUES(seq), due_at = LEAST(due_at, CURRENT_TIMESTAMP(3))');
  }

  /**
   * Rows that nobody works on and that are due; handing them to the queue postpones them, in case the queue loses them. A row that somebody's
   * transaction is still adding to comes at a later sweep: nobody else's work waits for it. Those for which `restMs` says more than 0 rest
   * for so long and are not taken. Needs a short transaction of its own.
   */
  async takeDue(
    db: Db,
    limit: number,
    restMs: (row: OutboxRow) => number = () => 0,
  ): Promise<{ taken: OutboxRow[]; found: number; restMs: number }> {
    const rows: OutboxRow[] = await db.query(
      `SELECT ${columns} FROM outbox
       WHERE due_at <= CURRENT_TIMESTAMP(3) AND (lease_until IS NULL OR lease_until < CURRENT_TIMESTAMP(3))
       ORDER BY due_at, id LIMIT ${Number(limit)} FOR UPDATE SKIP LOCKED`,
    );
    const rests = new Map(rows.map((row) => [row, restMs(row)]));
    const [taken, resting] = [rows.filter((row) => rests.get(row)! <= 0), rows.filter((row) => rests.get(row)! > 0)];
    const longest = Math.max(0, ...resting.map((row) => rests.get(row)!));
    await this.postpone(db, taken, 15_000);
    await this.postpone(db, resting, longest);
    return { taken, found: rows.length, restMs: longest };
  }

  private async postpone(db: Db, rows: readonly OutboxRow[], ms: number): Promise<void> {
    const later = `UPDATE outbox SET due_at = CURRENT_TIMESTAMP(3) + INTERVAL ${Math.ceil(ms) * 1_000} MICROSECOND WHERE id = ?`;
    await ask(db, ...rows.map((row) => question(later, [row.id])));
  }

  /**
   * Takes the work for this owner, without what is done already or somebody else has. Counted here: work that kills its process never
   * comes to say that it failed.
   */
  async claim(db: Db, { leaseSeconds }: Job, ids: readonly number[], owner: string): Promise<OutboxRow[]> {
    const take = `UPDATE outbox SET lease_owner = ?, lease_until = CURRENT_TIMESTAMP(3) + INTERVAL ${Number(leaseSeconds)} SECOND,
       attempts = attempts + 1, due_at = CURRENT_TIMESTAMP(3) + ${backOff}
       WHERE id = ? AND (lease_until IS NULL OR lease_until < CURRENT_TIMESTAMP(3) OR lease_owner = ?)`;
    const taken = `SELECT ${columns} FROM outbox WHERE id = ? AND lease_owner = ?`;
    // Each by itself: waiting for one that a long transaction holds, it must not keep the others.
    const taking = inOrder(ids).map((id) => question(take, [owner, id, owner]));
    const rows = await ask(
      db,
      joined(taking, () => undefined),
      ...inOrder(ids).map((id) => question<OutboxRow>(taken, [id, owner])),
    );
    return (rows.slice(1) as OutboxRow[][]).flat();
  }

  /** Prolongs leases. `false` when one has been lost. */
  async renew(db: Db, { leaseSeconds }: Job, ids: readonly number[], owner: string): Promise<boolean> {
    const prolong = `UPDATE outbox SET lease_until = CURRENT_TIMESTAMP(3) + INTERVAL ${Number(leaseSeconds)} SECOND WHERE id = ? AND lease_owner = ?`;
    let prolonged = 0;
    for (const id of ids) prolonged += (await db.query(prolong, [id, owner])).affectedRows;
    return prolonged === ids.length;
  }

  /**
   * Ends the work inside its own transaction: `done` when nothing came in meanwhile, `again` when something did,
   * `lost` when the lease of a row is another's by now and the transaction must be given up.
   */
  async finish(db: Db, rows: readonly OutboxRow[], owner: string): Promise<'done' | 'again' | 'lost'> {
    // By the key, which whoever asks for the work locks first, too, in the same order: neither waits for the other in a ring.
    const hold = 'SELECT id, seq FROM outbox WHERE job = ? AND job_key = ? AND lease_owner = ? FOR UPDATE';
    const held = (
      await ask(db, ...[...rows].sort(byKey).map((row) => question<{ id: number; seq: number }>(hold, [row.job, row.job_key, owner])))
    ).flat();
    if (held.length < rows.length) return 'lost';
    const seqs = new Map(held.map((row) => [row.id, row.seq]));
    const isDone = (row: OutboxRow): boolean => seqs.get(row.id) === row.seq;
    // What was compiled is behind only by what came in since.
    const again =
      'UPDATE outbox SET done_seq = ?, lease_owner = NULL, lease_until = NULL, due_at = CURRENT_TIMESTAMP(3), attempts = 0 WHERE id = ?';
    await ask(
      db,
      ...rows.map((row) => (isDone(row) ? question('DELETE FROM outbox WHERE id = ?', [row.id]) : question(again, [row.seq, row.id]))),
    );
    if (rows.every(isDone)) return 'done';
    this.asked.add(db);
    return 'again';
  }

  /** Gives failed work back, to be tried again later and later. */
  async fail(db: Db, row: OutboxRow, owner: string, error: unknown): Promise<void> {
    const text = (error instanceof Error ? `${error.name}: ${(error as { code?: string }).code ?? ''}` : 'unknown').slice(0, 500);
    await db.query(
      `UPDATE outbox SET last_error = ?, lease_owner = NULL, lease_until = NULL, due_at = CURRENT_TIMESTAMP(3) + ${backOff}
       WHERE id = ? AND lease_owner = ?`,
      [text, row.id, owner],
    );
  }

  /** How many committed facts the job has not worked in yet. */
  async pending(db: Db, job: Job): Promise<number> {
    return (await ask(db, this.behind(job)))[0];
  }

  behind(job: Job): Question<number> {
    return question<{ facts: number }, number>(
      'SELECT COALESCE(SUM(seq - done_seq), 0) AS facts FROM outbox WHERE job = ?',
      [job.name],
      ([row]) => Number(row!.facts),
    );
  }

  /** What waits, by job: rows, facts not worked in, and rows that were begun at least once without an end, whoever is at it now not counted. */
  async backlog(db: Db): Promise<{ job: string; rows: number; facts: number; failing: number }[]> {
    const rows: Record<string, string | number>[] = await db.query(
      `SELECT job, COUNT(*) AS n, SUM(seq - done_seq) AS facts, SUM(attempts > IF(lease_until > CURRENT_TIMESTAMP(3), 1, 0)) AS failing
       FROM outbox GROUP BY job`,
    );
    return rows.map((row) => ({ job: String(row.job), rows: Number(row.n), facts: Number(row.facts), failing: Number(row.failing) }));
  }
}
