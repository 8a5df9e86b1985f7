import { type Db } from './index.js';
import { until } from '../clock/until.fixture.js';

/**
 * Whether a statement on the caller's database waits for a row that another transaction holds; other suites work on the same server. MariaDB
 * says so at once in its report. MySQL's leaves out transactions that have only read, and its table of transactions is not brought up to
 * date while anybody asks again within a tenth of a second.
 */
export async function isARowWaitedFor(db: Db): Promise<boolean> {
  if (db.connection.options.type === 'mysql') {
    await new Promise((go) => setTimeout(go, 110 + Math.random() * 300));
    const waiting = await db.query(
      `SELECT 1 FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
       WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`,
    );
    return waiting.length > 0;
  }
  const own: { id: number }[] = await db.query('SELECT id FROM information_schema.processlist WHERE db = DATABASE()');
  const [{ Status: report }]: [{ Status: string }] = await db.query('SHOW ENGINE INNODB STATUS');
  const waiting = report.split('---TRANSACTION ').filter((one) => one.includes('\nLOCK WAIT '));
  const ids = waiting.map((one) => Number(/MariaDB thread id (\d+)/.exec(one)?.[1]));
  return own.some(({ id }) => ids.includes(Number(id)));
}

export const someoneWaitsForARow = async (db: Db): Promise<void> => {
  await until(() => isARowWaitedFor(db), 'somebody who waits for a row');
};
