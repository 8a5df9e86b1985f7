// Stands in for apps/cli: one table, one row, and a line that counts the rows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

const {
  SITANG_DATA: folder = '',
  DATABASE_URL = '',
  SITANG_DATA_KEY = '',
  SITANG_INDEX_KEY = '',
  SITANG_MODE,
  STAND_IN_MIGRATE,
} = process.env;
const verb = process.argv[2] ?? 'help';

if (verb === 'migrate' && STAND_IN_MIGRATE === 'newer') {
  process.stdout.write('the database is newer than this program\n');
  process.exit(3);
}
if (verb === 'where') {
  process.stdout.write(
    `${SITANG_MODE} ${DATABASE_URL.split('@')[1]} ${Buffer.from(SITANG_DATA_KEY, 'base64').length}+${Buffer.from(SITANG_INDEX_KEY, 'base64').length}\n`,
  );
  process.exit(0);
}
const database = await createConnection(DATABASE_URL);
if (verb === 'migrate') {
  await database.query('CREATE TABLE IF NOT EXISTS stand_in (id INT PRIMARY KEY AUTO_INCREMENT)');
  writeFileSync(join(folder, 'stand-in-migrated'), '');
}
if (verb === 'demo') {
  await database.query('INSERT INTO stand_in () VALUES ()');
  writeFileSync(join(folder, 'stand-in-demo'), '');
}
if (verb === 'figures') {
  const [rows] = await database.query(
    'SELECT COUNT(*) AS many, @@innodb_flush_log_at_trx_commit AS durable, @@time_zone AS zone, @@tmpdir AS own FROM stand_in',
  );
  const [{ many, durable, zone, own }] = rows as [{ many: number; durable: number; zone: string; own: string }];
  process.stdout.write(`figures: ${many} loads, durable ${durable}, zone ${zone}, temporary ${own}\n`);
}
await database.end();
