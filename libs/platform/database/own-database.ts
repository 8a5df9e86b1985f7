import { type Config } from '#platform/config';
import { keyChecks } from '#platform/secrecy';
import { type Asker, withConnection } from './connection.js';
import { type Holding } from './database-identity.entity.js';

/** What a process is told that the database must agree with. */
export type Claimant = Pick<Config, 'databaseUrl' | 'mode' | 'expectDemo' | 'dataKey' | 'indexKey'>;

/** The database belongs to somebody else, or to another purpose. A line a fault, in both languages, for whoever starts the program. */
export class WrongDatabase extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'WrongDatabase';
  }
}

export const notTheDemo =
  '这个数据库里已有账号或单位,不是示例县,不装示例,什么都没有改动;请用 npm start -- --empty,或设 SITANG_MODE=county · ' +
  'this database has accounts or units and is not the demo: nothing was loaded or changed; use npm start -- --empty, or set SITANG_MODE=county';
export const notACounty =
  '这个数据库里是示例县,账号密码是公开的,不能当真实的县用;请换一个数据库 · ' +
  'this database holds the demo, whose passwords are published; a county needs another database';
const otherKeys = (names: string): string =>
  `密钥与这个数据库的不符(${names}):用它原来的 secrets.json,或设 SITANG_DATA_KEY 和 SITANG_INDEX_KEY · ` +
  `not the keys of this database (${names}): put its own secrets.json in the data folder, or set SITANG_DATA_KEY and SITANG_INDEX_KEY`;

/** What the database holds: as it remembers, else as what is in it tells. `null`: nothing yet. Also before it was ever migrated. */
export async function holdingOf(db: Asker): Promise<Holding | null> {
  const has = await tablesOf(db);
  const [remembered] = has('database_identity') ? await db.query('SELECT holds FROM database_identity') : [];
  if (remembered?.holds) return remembered.holds;
  const some = async (table: string, condition = 'TRUE'): Promise<boolean> =>
    has(table) && (await db.query(`SELECT 1 FROM ${table} WHERE ${condition} LIMIT 1`)).length > 0;
  if (await some('audit_entries', "subject = 'demo' AND action = 'demo.loaded'")) return 'demo';
  return (await some('users')) || (await some('units')) ? 'county' : null;
}

/** Makes the database the demo's, or a county's, for good. `false` when it is something else already. */
export async function claimFor(db: Asker, holding: Holding): Promise<boolean> {
  const onlyEmpty = 'AND NOT EXISTS (SELECT 1 FROM users) AND NOT EXISTS (SELECT 1 FROM units)';
  // One conditional update: of two that claim at once for different ends, one finds it taken.
  await db.query(`UPDATE database_identity SET holds = ? WHERE id = 1 AND holds IS NULL ${holding === 'demo' ? onlyEmpty : ''}`, [holding]);
  const [row] = await db.query('SELECT holds FROM database_identity');
  return row?.holds === holding;
}

/** The same within a transaction: whoever else claims so waits until it ends. */
export async function claimAlone(db: Asker, holding: Holding): Promise<boolean> {
  await db.query('SELECT holds FROM database_identity WHERE id = 1 FOR UPDATE');
  return claimFor(db, holding);
}

/** The name of this installation, which a migrated database has. */
export async function installationOf(db: Asker): Promise<string> {
  const [row] = await db.query('SELECT installation FROM database_identity');
  return row.installation;
}

/**
 * Judges a database before anything is written to it, and makes its keys known to it when none are yet. Answers the faults found.
 * A database that is not migrated yet, or not to here, is judged by what is in it and not changed.
 */
export async function judgeDatabase(db: Asker, claimant: Claimant): Promise<string[]> {
  const holding = await holdingOf(db);
  const faults: string[] = [];
  if (claimant.expectDemo && holding === 'county') faults.push(notTheDemo);
  if (claimant.mode !== 'demo' && holding === 'demo') faults.push(notACounty);
  if (!(await tablesOf(db))('database_identity')) return faults;
  const checks = keyChecks(claimant);
  if (faults.length === 0) {
    await db.query('UPDATE database_identity SET data_key_check = ?, index_key_check = ? WHERE id = 1 AND data_key_check IS NULL', [
      checks.data,
      checks.index,
    ]);
  }
  const [kept] = await db.query('SELECT data_key_check AS data, index_key_check AS `index` FROM database_identity');
  const differ = [
    ...(kept?.data && !checks.data.equals(kept.data) ? ['SITANG_DATA_KEY'] : []),
    ...(kept?.index && !checks.index.equals(kept.index) ? ['SITANG_INDEX_KEY'] : []),
  ];
  if (differ.length > 0) faults.push(otherKeys(differ.join('、')));
  // An empty county is a county from its first start: nobody else's start fills it with the demo meanwhile.
  if (faults.length === 0 && claimant.mode !== 'demo') await claimFor(db, 'county');
  return faults;
}

/** For a program that begins: before it makes its pool, serves or writes anything. @throws WrongDatabase */
export const demandOwnDatabase = (claimant: Claimant): Promise<void> =>
  withConnection(claimant.databaseUrl, async (db) => {
    const faults = await judgeDatabase(db, claimant);
    if (faults.length > 0) throw new WrongDatabase(faults);
  });

async function tablesOf(db: Asker): Promise<(name: string) => boolean> {
  const rows: { name: string }[] = await db.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name IN ('database_identity', 'audit_entries', 'users', 'units')`,
  );
  return (name) => rows.some((row) => row.name === name);
}
