import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The formats of each kind in the order in which mappings counted them. */
const formats: Record<string, readonly string[]> = {
  units: ['units'],
  people: ['people'],
  instructors: ['instructors'],
  sites: ['bases', 'sites', 'routes'],
  classes: ['classes', 'timetable'],
  rosters: ['rosters'],
  attendance: ['marks', 'headCounts'],
  lessons: ['lessons'],
};

interface Sheet {
  format: number | string | null;
}
type Change = (sheet: Sheet, kind: string) => Sheet;

const named: Change = (sheet, kind) =>
  typeof sheet.format === 'number' ? { ...sheet, format: formats[kind]?.[sheet.format] ?? null } : sheet;
const counted: Change = (sheet, kind) => {
  if (typeof sheet.format !== 'string') return sheet;
  const place = formats[kind]?.indexOf(sheet.format) ?? -1;
  return { ...sheet, format: place < 0 ? null : place };
};

const atOnce = 500;

/** A mapping names its format: by its place among the others it would mean another one as soon as their order changes. */
export class NameMappedFormats1640995230000 implements MigrationInterface {
  name = 'NameMappedFormats1640995230000';
  up(db: QueryRunner): Promise<void> {
    return this.change(db, named);
  }
  down(db: QueryRunner): Promise<void> {
    return this.change(db, counted);
  }

  private async change(db: QueryRunner, to: Change): Promise<void> {
    await each(db, 'SELECT id, kind, mapping FROM import_mappings WHERE id > ?', 'id', async ({ id, kind, mapping }) => {
      await db.query('UPDATE import_mappings SET mapping = ? WHERE id = ?', [JSON.stringify(to(mapping as Sheet, kind)), id]);
    });
    const readings = `SELECT r.import_id AS id, i.kind, r.mapping FROM import_readings r JOIN imports i ON i.id = r.import_id
      WHERE r.mapping IS NOT NULL AND r.import_id > ?`;
    await each(db, readings, 'r.import_id', async ({ id, kind, mapping }) => {
      const sheets = (mapping as Sheet[] | null)?.map((sheet) => to(sheet, kind)) ?? null;
      await db.query('UPDATE import_readings SET mapping = ? WHERE import_id = ?', [sheets && JSON.stringify(sheets), id]);
    });
  }
}

interface Kept {
  id: number;
  kind: string;
  mapping: unknown;
}

/** MySQL answers JSON columns parsed, MariaDB as text. */
async function each(db: QueryRunner, select: string, order: string, work: (row: Kept) => Promise<void>): Promise<void> {
  for (let after = 0, full = true; full;) {
    const rows: Kept[] = await db.query(`${select} ORDER BY ${order} LIMIT ${atOnce}`, [after]);
    for (const row of rows) await work({ ...row, mapping: typeof row.mapping === 'string' ? JSON.parse(row.mapping) : row.mapping });
    full = rows.length === atOnce;
    after = rows.at(-1)?.id ?? after;
  }
}
