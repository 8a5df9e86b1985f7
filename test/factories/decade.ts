import { createConnection } from 'mysql2/promise';
import { fileURLToPath } from 'node:url';
import { systemContext } from '#platform/context';
import { Recount } from '#statistics';
import { LoadUnits, publishedUnits } from '#units';
import { type Product } from '../stories/support/start-product.js';
import { plantOddYear } from './odd-year.js';

/** What a decade leaves behind in a real county's tree, some of it odd, all of it counted. Answers some of its ids. */
export async function plantDecade(
  product: Product,
  marks: number,
): Promise<Record<'county' | 'town' | 'village' | 'site' | 'instructor', number>> {
  await product.get(LoadUnits).run(systemContext('cli'), { lines: await publishedUnits('610326') });
  const codes = ['610326', '610326101', '610326101200', '610326101204', '610326105200'];
  const units: { id: number }[] = await product.db.query(
    `SELECT id FROM units WHERE code IN (${codes.map((code) => `'${code}'`).join()}) ORDER BY code`,
  );
  const organs: { id: number }[] = await product.db.query("SELECT id FROM units WHERE level = 'organ' ORDER BY id");
  if (units.length !== codes.length) throw new Error(`${units.length} units of ${codes.join()}`);
  const [county, hengqu, hengquVillage, doujiabu, jinquVillage] = units.map(({ id }) => id) as [number, number, number, number, number];
  const { plantVolume } = (await import(fileURLToPath(new URL('../bench/volume.mjs', import.meta.url)))) as {
    plantVolume(db: unknown, marks: number, say: (line: string) => void): Promise<void>;
  };
  const connection = await createConnection({ uri: product.config.databaseUrl, timezone: 'Z' });
  try {
    await plantVolume(connection, marks, () => undefined);
  } finally {
    await connection.end();
  }
  const places = { county, hengqu, jinqu: hengqu, hengquVillage, doujiabu, jinquVillage, organ: organs[0]!.id };
  for (const seed of [1, 2, 3]) await plantOddYear(product.db, places, seed);
  await product.db.query(
    `INSERT INTO instructors (id, name, unit_id, engagement) VALUES ${Array.from({ length: 40 }, (_, i) => `(${i + 1}, '教师', ${county}, 'guest')`).join()}`,
  );
  await product.db.query(
    'INSERT INTO session_instructors (session_id, instructor_id) SELECT id, id % 40 + 1 FROM sessions UNION SELECT id, id % 7 + 1 FROM sessions',
  );
  await product.get(Recount).run(systemContext('cli'));
  const [{ site }] = await product.db.query('SELECT MIN(site_id) AS site FROM sessions');
  return { county, town: hengqu, village: doujiabu, site, instructor: 9 };
}
