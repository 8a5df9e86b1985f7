import { type Db } from './index.js';
import { until } from '../clock/until.fixture.js';

/**
 * Whether a statement on the caller's database waits for a row that another transaction holds. Asked of the server's report, for
 * `information_schema.innodb_trx` is not brought up to date while anybody reads it more than ten times a second; and by database, for other
 * suites work on the same server.
 */
export async function isARowWaitedFor(db: Db): Promise<boolean> {
  const own: { id: number }[] = await db.query('SELECT id FROM information_schema.processlist WHERE db = DATABASE()');
  const [{ Status: report }]: [{ Status: string }] = await db.query('SHOW ENGINE INNODB STATUS');
  const waiting = report.split('---TRANSACTION ').filter((one) => one.includes('\nLOCK WAIT '));
  const ids = waiting.map((one) => Number(/(?:MariaDB|MySQL) thread id (\d+)/.exec(one)?.[1]));
  return own.some(({ id }) => ids.includes(Number(id)));
}

export const someoneWaitsForARow = async (db: Db): Promise<void> => {
  await until(() => isARowWaitedFor(db), 'somebody who waits for a row');
};
