import { type Db, insertRows, listOf, containing } from '#platform/database';
import { subtreeCondition, type Subtrees } from './subtrees.js';

/** What the registers that a county shares have in common: teachers, bases, sites, routes, courses. */
export interface RegisterRow {
  id: number;
  code: string | null;
  name: string;
  unitId: number;
  version: number;
  /** Of the unit. */
  accessPath: string;
  unitName: string;
  /** The town that the unit is or lies in, or the nearest unit above. */
  townName: string;
}

export type RegisterFields<Row extends RegisterRow> = Partial<Omit<Row, 'id' | 'version' | 'accessPath' | 'unitName' | 'townName'>>;

export interface RegisterFilter {
  /** This unit and everything under it. */
  unitId?: number;
  /** Part of the name. */
  q?: string;
  code?: string;
}

type Value = string | number | null;
/** A condition of one register's own; the row is `r`. */
export interface Condition {
  sql: string;
  parameters: Value[];
}

/** Equal for the database's collation, equal here. */
export const registerKey = (code: string): string =>
  (isAscii.test(code) ? code : code.normalize('NFKD').replace(/\p{M}/gu, '')).toUpperCase();
/** Nearly every code is: nothing of it is to be taken apart. */
const isAscii = /^[\x20-\x7e]*$/;
/** A code in its one form, as workbooks are read. */
export const registerCode = (code: string): string | null => code.normalize('NFKC').replace(/\s/g, '') || null;

/** One table of the kind. `own` names the columns beyond those of every register, by the field that holds them. */
export abstract class Register<Row extends RegisterRow> {
  private readonly columns: Readonly<Record<string, string>>;

  protected constructor(
    private readonly table: string,
    own: Readonly<Record<string, string>>,
  ) {
    this.columns = { code: 'code', name: 'name', unitId: 'unit_id', ...own };
  }

  /** Adds to rows what lies in tables of their own. */
  protected withParts(_db: Db, rows: Row[]): Promise<Row[]> {
    return Promise.resolve(rows);
  }

  /** Writes what lies in tables of its own, in place of what was there; nothing for items that do not name it. */
  writeParts(_db: Db, _items: readonly { id: number; fields: RegisterFields<Row> }[]): Promise<void> {
    return Promise.resolve();
  }

  /** `null` outside the scope, exactly as when there is none. */
  async find(db: Db, scope: Subtrees, id: number, lock = false): Promise<Row | null> {
    if (lock) await db.query(`SELECT id FROM ${this.table} WHERE id = ? FOR UPDATE`, [id]);
    const visible = subtreeCondition(scope, 'u.access_path');
    return (await this.select(db, `r.id = ? AND ${visible.sql}`, [id, ...visible.parameters]))[0] ?? null;
  }

  list(db: Db, scope: Subtrees, filter: RegisterFilter, more: readonly Condition[], afterId: number, limit: number): Promise<Row[]> {
    const visible = subtreeCondition(scope, 'u.access_path');
    const where: Condition[] = [visible, { sql: 'r.id > ?', parameters: [afterId] }, ...more];
    const { unitId, q, code } = filter;
    if (unitId)
      where.push({
        sql: "EXISTS (SELECT 1 FROM units f WHERE f.id = ? AND u.access_path LIKE CONCAT(f.access_path, '%'))",
        parameters: [unitId],
      });
    if (q) where.push({ sql: 'r.name LIKE ?', parameters: [containing(q)] });
    if (code) where.push({ sql: 'r.code = ?', parameters: [code] });
    return this.select(
      db,
      `${where.map(({ sql }) => sql).join(' AND ')} ORDER BY r.id LIMIT ${Number(limit)}`,
      where.flatMap(({ parameters }) => parameters),
    );
  }

  /** Whoever asks, by `registerKey`: imports must tell a foreign row from none. */
  async byCodes(db: Db, codes: readonly string[], lock = false): Promise<Map<string, Row>> {
    if (lock) await db.query(`SELECT id FROM ${this.table} WHERE code IN ${listOf(codes)} FOR UPDATE`, [...codes]);
    const rows = await this.select(db, `r.code IN ${listOf(codes)}`, codes);
    return new Map(rows.map((row) => [registerKey(row.code!), row]));
  }

  async byIds(db: Db, ids: readonly number[], lock = false): Promise<Map<number, Row>> {
    if (lock) await db.query(`SELECT id FROM ${this.table} WHERE id IN ${listOf(ids)} FOR UPDATE`, [...ids]);
    const rows = await this.select(db, `r.id IN ${listOf(ids)}`, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async insert(db: Db, fields: RegisterFields<Row>): Promise<number> {
    const row = this.row(fields);
    const names = Object.keys(row);
    const done = await db.query(
      `INSERT INTO ${this.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
    await this.writeParts(db, [{ id: done.insertId, fields }]);
    return done.insertId;
  }

  /** `false` when somebody else changed the row meanwhile. */
  async update(db: Db, id: number, version: number, fields: RegisterFields<Row>): Promise<boolean> {
    const row = this.row(fields);
    const sets = Object.keys(row).map((column) => `${column} = ?, `);
    const done = await db.query(`UPDATE ${this.table} SET ${sets.join('')}version = version + 1 WHERE id = ? AND version = ?`, [
      ...Object.values(row),
      id,
      version,
    ]);
    if (done.affectedRows === 1) await this.writeParts(db, [{ id, fields }]);
    return done.affectedRows === 1;
  }

  /** Adds rows that all have a code, without their parts. */
  insertMany(db: Db, items: readonly RegisterFields<Row>[]): Promise<void> {
    return insertRows(
      db,
      this.table,
      items.map((fields) => this.whole(fields)),
    );
  }

  /** Overwrites whole rows that exist, parts and version included. */
  async replaceMany(db: Db, rows: readonly Row[]): Promise<void> {
    await insertRows(
      db,
      this.table,
      rows.map((row) => ({ id: row.id, version: row.version, ...this.whole(row) })),
      [...Object.values(this.columns), 'version'].map((column) => `${column} = VALUES(${column})`).join(', '),
    );
    await this.writeParts(
      db,
      rows.map((row) => ({ id: row.id, fields: row })),
    );
  }

  /** @throws a database error (`isReferenced`) when something stands on one of them. */
  async remove(db: Db, ids: readonly number[]): Promise<void> {
    await db.query(`DELETE FROM ${this.table} WHERE id IN ${listOf(ids)}`, [...ids]);
  }

  private async select(db: Db, where: string, parameters: readonly Value[]): Promise<Row[]> {
    const columns = Object.entries(this.columns).map(([field, column]) => `r.${column} AS ${field}`);
    const rows: Row[] = await db.query(
      `SELECT r.id, r.version, u.access_path AS accessPath, u.name AS unitName, town.name AS townName, ${columns.join(', ')}
       FROM ${this.table} r JOIN units u ON u.id = r.unit_id JOIN units town ON town.id = u.key_town WHERE ${where}`,
      [...parameters],
    );
    return this.withParts(db, rows);
  }

  /** The columns of the fields that are named. */
  private row(fields: RegisterFields<Row>): Record<string, Value> {
    const named = Object.entries(fields).filter(([field, value]) => field in this.columns && value !== undefined);
    return Object.fromEntries(named.map(([field, value]) => [this.columns[field]!, value as Value]));
  }

  private whole(fields: RegisterFields<Row>): Record<string, Value> {
    const values = fields as Record<string, Value | undefined>;
    return Object.fromEntries(Object.entries(this.columns).map(([field, column]) => [column, values[field] ?? null]));
  }
}
