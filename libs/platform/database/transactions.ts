import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';

/** A transaction in progress: what every repository method takes as its first argument. */
export type Db = EntityManager;

/** MySQL error numbers after which the same work may succeed when begun anew; 1412: a recount has put other tables in place. */
const passing = new Set([1213, 1205, 1020, 3101, 1180, 1047, 1412]);
const lostConnection = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED', 'ERR_STREAM_DESTROYED']);
/**
 * The connection is gone: nobody can say whether a COMMIT on its way was done. Of one that it knew to be closed before the statement, the
 * driver says only that this is fatal, without any code.
 */
const lost = (error: unknown): boolean => {
  const { errno, code, fatal } = driverError(error);
  return errno === 2006 || errno === 2013 || lostConnection.has(code ?? '') || (fatal === true && code === undefined);
};

const driverError = (error: unknown): { errno?: number; code?: string; fatal?: boolean } =>
  (error as { driverError?: object }).driverError ?? (error as { errno?: number; code?: string; fatal?: boolean });

export const isPassing = (error: unknown): boolean => passing.has(driverError(error).errno ?? 0) || lost(error);

/** Two rows claim the same unique key. */
export const isDuplicate = (error: unknown): boolean => driverError(error).errno === 1062;
/** Another row stands on this one, or the referenced row is not there. */
export const isReferenced = (error: unknown): boolean => [1451, 1452].includes(driverError(error).errno ?? 0);

const attempts = 8;

/**
 * Runs work in a transaction and begins it anew, from its start, when the database gave it up (deadlock, lock wait,
 * certification, lost connection). The work must therefore have no effect outside the database.
 */
@Injectable()
export class Transactions {
  private readonly afterCommit = new Set<(db: Db) => void>();
  constructor(private readonly source: DataSource) {}

  /** Tells the listener after each commit, with what was the transaction, so that work for later starts at once. */
  onCommit(listener: (db: Db) => void): void {
    this.afterCommit.add(listener);
  }

  /**
   * Statements see what is committed when they start (READ COMMITTED, which every session of ours has). When the context carries an idempotency key, the
   * answer is kept in the same transaction and a repeat gets it back.
   */
  async run<T>(ctx: Context, work: (db: Db) => Promise<T>): Promise<T> {
    let committed: Db | undefined;
    const answer = await this.retried<T>((worked) =>
      this.source.transaction(async (db) => {
        committed = db;
        if (!ctx.idempotency) return worked(await work(db));
        const known = await this.claim(db, ctx);
        if (known) return known.answer as T;
        const fresh = await work(db);
        await db.query('UPDATE idempotency_keys SET answer = ? WHERE user_id = ? AND idempotency_key = ?', [
          JSON.stringify(fresh ?? null),
          ctx.user?.id ?? 0,
          ctx.idempotency.key,
        ]);
        return worked(fresh);
      }),
    );
    for (const listener of this.afterCommit) listener(committed!);
    return answer;
  }

  /** The answer kept for a repeat: for work that judges something before its transaction begins. `null` for a request not answered yet. */
  async answered(ctx: Context): Promise<{ answer: unknown } | null> {
    return ctx.idempotency ? this.kept(this.read, ctx) : null;
  }

  /** Several reads of one moment (REPEATABLE READ). */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.retried(() => this.source.transaction('REPEATABLE READ', work));
  }

  /** Single reads, outside any transaction. */
  get read(): Db {
    return this.source.manager;
  }

  private async retried<T>(work: (worked: (answer: T) => T) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      let committing = false;
      try {
        return await work((answer) => {
          committing = true;
          return answer;
        });
      } catch (error) {
        if (attempt === attempts || !isPassing(error) || (committing && lost(error))) throw error;
        await new Promise((go) => setTimeout(go, Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  private async claim(db: Db, ctx: Context): Promise<{ answer: unknown } | null> {
    const { key, route, bodyHash } = ctx.idempotency!;
    const user = ctx.user?.id ?? 0;
    try {
      await db.query('INSERT INTO idempotency_keys (user_id, idempotency_key, route, body_hash) VALUES (?, ?, ?, ?)', [
        user,
        key,
        route,
        bodyHash,
      ]);
      return null;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    // Forgotten between the two statements: it is nobody's any more.
    return (await this.kept(db, ctx)) ?? this.claim(db, ctx);
  }

  private async kept(db: Db, ctx: Context): Promise<{ answer: unknown } | null> {
    const { key, route, bodyHash } = ctx.idempotency!;
    const [row] = await db.query('SELECT route, body_hash, answer FROM idempotency_keys WHERE user_id = ? AND idempotency_key = ?', [
      ctx.user?.id ?? 0,
      key,
    ]);
    if (!row) return null;
    if (row.route !== route || !row.body_hash.equals(bodyHash)) throw new Refusal('idempotencyKeyReused');
    return { answer: typeof row.answer === 'string' ? JSON.parse(row.answer) : row.answer };
  }
}
