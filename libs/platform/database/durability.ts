import { withConnection } from './connection.js';

/**
 * How the server writes its log at a commit; 1 is the only value with which an answered request survives a power cut. A server of somebody
 * else's is never changed for it, but whoever starts the product is told.
 */
export const flushAtCommit = (url: string): Promise<number> =>
  withConnection(url, async (db) => {
    const [row] = await db.query('SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flush');
    return Number(row.flush);
  });
