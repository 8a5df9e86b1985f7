import { type Socket } from 'node:net';
import { type Pool, type PoolConnection } from 'mysql2';
import { type DataSource } from 'typeorm';
import { dice } from './dice.js';

type Answer = (error: Error | null, ...rest: unknown[]) => void;
type Query = (sql: string, ...rest: unknown[]) => unknown;

/** What a connection stands in the middle of, as the server sees it. */
interface Standing {
  /** A transaction is open. */
  open: boolean;
  /** What was begun here was given up: nothing may follow but its end. */
  givenUp: string | null;
  /** Its COMMIT is to be done, and the answer lost. */
  doomed: boolean;
}

const begins = /^\s*START TRANSACTION/i;
/** What only travels with the first statement after it has nothing to be lost. */
const travelsLater = /^\s*(START|SET) TRANSACTION/i;
const ends = /^\s*(COMMIT|ROLLBACK)\s*$/i;
const rollsBack = /^\s*ROLLBACK/i;
const frames = /^\s*(START TRANSACTION|SET TRANSACTION|SAVEPOINT|RELEASE|COMMIT|ROLLBACK)/i;

/** As the driver says it. */
const failure = (errno: number | undefined, code: string, message: string): Error =>
  Object.assign(new Error(message), { code, ...(errno === undefined ? { fatal: true } : { errno }) });

/**
 * Lets a share of the statements of running programs fail as a server would, the same ones for the same seed and order. A deadlock has
 * really rolled the transaction back; a lock wait has not, as `innodb_rollback_on_timeout=OFF` has it; a lost connection is really lost,
 * half of the time after the statement was done, be it a COMMIT. It keeps what was sent to a transaction already given up.
 */
export class FailingStatements {
  rate = 0;
  /** The next transaction with such a statement commits, and its answer is lost. */
  loseCommitOf: RegExp | null = null;
  readonly told = { deadlock: 0, lockWait: 0, lostBefore: 0, lostAfter: 0, lostCommit: 0 };
  /** Statements that should not have been sent; empty when every transaction was begun anew from its start. */
  readonly strays: string[] = [];
  private readonly chance: (p: number) => boolean;
  private readonly standings = new WeakMap<PoolConnection, Standing>();

  constructor(seed: number) {
    this.chance = dice(seed).chance;
  }

  /** From now on all statements of this program pass by here. */
  watch(source: DataSource): void {
    const { pool } = source.driver as unknown as { pool: Pool };
    const original = pool.getConnection.bind(pool);
    pool.getConnection = (callback) =>
      original((error, connection) => {
        if (!error) this.handOut(connection);
        callback(error, connection);
      });
  }

  private handOut(connection: PoolConnection): void {
    const known = this.standings.get(connection);
    if (known?.open) this.strays.push('given back with its transaction open');
    if (known) return void Object.assign(known, { open: false, givenUp: null, doomed: false });
    const standing: Standing = { open: false, givenUp: null, doomed: false };
    this.standings.set(connection, standing);
    const send = connection.query.bind(connection) as Query;
    connection.query = ((sql: string, ...rest: unknown[]) => this.pass(connection, standing, send, sql, rest)) as typeof connection.query;
  }

  private pass(connection: PoolConnection, standing: Standing, send: Query, sql: string, rest: unknown[]): unknown {
    const answer = rest.at(-1) as Answer;
    if (standing.givenUp && !rollsBack.test(sql)) this.strays.push(`after ${standing.givenUp}: ${sql.trim().slice(0, 80)}`);
    const framing = frames.test(sql);
    const was = { ...standing };
    if (begins.test(sql)) standing.open = true;
    if (ends.test(sql)) Object.assign(standing, { open: false, givenUp: null, doomed: false });
    const { stream } = connection as unknown as { stream: Socket };
    if (standing.open && this.loseCommitOf?.test(sql)) {
      standing.doomed = true;
      this.loseCommitOf = null;
    }
    const commit = /^\s*COMMIT/i.test(sql);
    if (commit && was.doomed) return this.loseAnswer(stream, send, sql, rest);
    if (stream.destroyed || travelsLater.test(sql) || !this.chance(this.rate)) return send(sql, ...rest);

    const giveUp = (why: string, open: boolean): void =>
      void Object.assign(standing, { open, givenUp: was.open || why === 'a lost connection' ? why : null });
    if (!framing && this.chance(1 / 3)) {
      this.told.deadlock++;
      giveUp('a deadlock', false);
      return send('ROLLBACK', () => answer(failure(1213, 'ER_LOCK_DEADLOCK', 'Deadlock found when trying to get lock')));
    }
    if (!framing && this.chance(1 / 2)) {
      this.told.lockWait++;
      giveUp('a lock wait', was.open);
      return send('DO 0', () => answer(failure(1205, 'ER_LOCK_WAIT_TIMEOUT', 'Lock wait timeout exceeded')));
    }
    giveUp('a lost connection', false);
    // The hardest case comes in every run: the first COMMIT lost was done.
    if (!(commit && this.told.lostCommit === 0) && this.chance(1 / 2)) {
      this.told.lostBefore++;
      return this.lose(stream, () => send(sql, ...rest));
    }
    this.told.lostAfter++;
    if (commit) this.told.lostCommit++;
    return this.loseAnswer(stream, send, sql, rest);
  }

  private loseAnswer(stream: Socket, send: Query, sql: string, rest: unknown[]): unknown {
    return send(sql, ...rest.slice(0, -1), () => {
      const error = failure(undefined, 'PROTOCOL_CONNECTION_LOST', 'Connection lost: The server closed the connection.');
      stream.once('close', () => (rest.at(-1) as Answer)(error));
      stream.destroy();
    });
  }

  /** The connection is gone before the statement is sent: noticed already, or only now. What the driver says then is its own word. */
  private lose(stream: Socket, send: () => unknown): unknown {
    if (this.chance(1 / 2)) {
      stream.destroy();
      return send();
    }
    stream.once('close', send);
    return stream.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
  }
}
