import { Injectable } from '@nestjs/common';
import { type ClassState, type CourseKind, type DeliveryMode, type RosterKind } from '#contract';
import { type Db, insertRows, listOf } from '#platform/database';
import { registerKey } from '#units';

/** What a row of the sheet of classes says, with units by id and the series by its name (it belongs to the host of record). */
export interface ImportedClass {
  code: string;
  name: string;
  kind: CourseKind;
  delivery_mode: DeliveryMode;
  roster: RosterKind;
  core_programme: boolean;
  series: string | null;
  run_number: number | null;
  starts_on: string;
  ends_on: string;
  delivering_unit_id: number | null;
  village_id: number | null;
  contact: string | null;
  hosts: number[];
  supporting: number[];
}

export interface StoredClass {
  id: number;
  state: ClassState;
  version: number;
  /** Of the host of record. */
  accessPath: string;
  content: ImportedClass;
}

export interface KnownUnit {
  id: number;
  accessPath: string;
  /** The last day on which it existed; `null` while it lives. */
  validTo: string | null;
}

const own = ['code', 'name', 'kind', 'delivery_mode', 'roster', 'core_programme', 'run_number', 'starts_on', 'ends_on'] as const;
const more = ['delivering_unit_id', 'village_id', 'contact'] as const;
export const classColumns = [...own, ...more];

/** A run of a series of a host: only one class has it. `null` for a class that is none. */
export const runKey = ({ hosts, series, run_number }: ImportedClass): string | null =>
  series === null || run_number === null ? null : `${hosts[0]}/${registerKey(series)}/${run_number}`;

/** Classes many at a time, as an import reads and writes them. */
@Injectable()
export class ClassLinesRepository {
  async units(db: Db, codes: readonly string[]): Promise<Map<string, KnownUnit>> {
    const rows: (KnownUnit & { code: string })[] = await db.query(
      `SELECT id, code, access_path AS accessPath, valid_to AS validTo FROM units WHERE code IN ${listOf(codes)}`,
      [...codes],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** By `registerKey`, whoever's they are. */
  async byCodes(db: Db, codes: readonly string[], lock: boolean): Promise<Map<string, StoredClass>> {
    if (lock) await db.query(`SELECT id FROM classes WHERE code IN ${listOf(codes)} FOR UPDATE`, [...codes]);
    const rows: (Omit<ImportedClass, 'hosts' | 'supporting'> & Omit<StoredClass, 'content'> & { host: number })[] = await db.query(
      `SELECT c.id, c.state, c.version, u.access_path AS accessPath, c.host_unit_id AS host, s.name AS series,
         ${classColumns.map((name) => `c.${name}`).join(', ')}
       FROM classes c JOIN units u ON u.id = c.host_unit_id LEFT JOIN series s ON s.id = c.series_id WHERE c.code IN ${listOf(codes)}`,
      [...codes],
    );
    const units: { class_id: number; role: string; unit_id: number }[] = await db.query(
      `SELECT class_id, role, unit_id FROM class_units WHERE class_id IN ${listOf(rows)} ORDER BY class_id, role, position`,
      rows.map((row) => row.id),
    );
    const known = rows.map(({ id, state, version, accessPath, host, ...row }): StoredClass => {
      const of = (role: string): number[] => units.filter((one) => one.class_id === id && one.role === role).map((one) => one.unit_id);
      const { code, name, kind, delivery_mode, roster, core_programme, series, run_number, starts_on, ends_on } = row;
      const { delivering_unit_id, village_id, contact } = row;
      const hosts = of('host').length > 0 ? of('host') : [host];
      // In the order of the interface: content is compared as text.
      const content = {
        ...{ code, name, kind, delivery_mode, roster, core_programme: Boolean(core_programme), series, run_number, starts_on, ends_on },
        ...{ delivering_unit_id, village_id, contact, hosts, supporting: of('supporting') },
      };
      return { id, state, version, accessPath, content };
    });
    return new Map(known.map((one) => [registerKey(one.content.code), one]));
  }

  /** Sessions that the classes lead outside these dates, by id of the class; void ones lie nowhere. */
  async ledOutside(
    db: Db,
    spans: readonly { id: number; startsOn: string; endsOn: string }[],
  ): Promise<Map<number, { code: string | null; date: string }[]>> {
    if (spans.length === 0) return new Map();
    const rows: { id: number; code: string | null; date: string }[] = await db.query(
      `SELECT lead_class_id AS id, code, date FROM sessions
       WHERE state <> 'void' AND (${spans.map(() => '(lead_class_id = ? AND (date < ? OR date > ?))').join(' OR ')}) ORDER BY date, id`,
      spans.flatMap(({ id, startsOn, endsOn }) => [id, startsOn, endsOn]),
    );
    return new Map(spans.map(({ id }) => [id, rows.filter((row) => row.id === id)]));
  }

  /** Which class holds which run, of the series of these names: `registerKey` of its code by `runKey`. */
  async runs(db: Db, names: readonly string[]): Promise<Map<string, string>> {
    const rows: { unit_id: number; name: string; run_number: number; code: string | null; id: number }[] = await db.query(
      `SELECT s.unit_id, s.name, c.run_number, c.code, c.id FROM series s JOIN classes c ON c.series_id = s.id
       WHERE s.name IN ${listOf(names)} AND c.run_number IS NOT NULL`,
      [...names],
    );
    const key = (row: (typeof rows)[number]): string => (row.code === null ? `#${row.id}` : registerKey(row.code));
    return new Map(rows.map((row) => [`${row.unit_id}/${registerKey(row.name)}/${row.run_number}`, key(row)]));
  }

  /** Makes and changes classes; new ones are published. Returns the ids of the new ones by `registerKey` of their code. */
  async write(
    db: Db,
    created: readonly ImportedClass[],
    updated: readonly (ImportedClass & { id: number })[],
  ): Promise<Map<string, number>> {
    const series = await this.series(db, [...created, ...updated]);
    const row = (one: ImportedClass) => ({
      ...Object.fromEntries(classColumns.map((name) => [name, one[name]])),
      host_unit_id: one.hosts[0]!,
      series_id: one.series === null ? null : series.get(`${one.hosts[0]}/${registerKey(one.series)}`)!,
    });
    await insertRows(
      db,
      'classes',
      created.map((one) => ({ ...row(one), state: 'published' })),
    );
    await insertRows(
      db,
      'classes',
      updated.map((one) => ({ id: one.id, ...row(one), state: 'published' })),
      `${[...classColumns, 'host_unit_id', 'series_id'].map((name) => `${name} = VALUES(${name})`).join(', ')}, version = version + 1`,
    );
    const codes = created.map((one) => one.code);
    const made: { id: number; code: string }[] = await db.query(`SELECT id, code FROM classes WHERE code IN ${listOf(codes)}`, codes);
    const ids = new Map(made.map((one) => [registerKey(one.code), one.id]));
    await this.setUnits(db, [...created.map((one) => ({ ...one, id: ids.get(registerKey(one.code))! })), ...updated]);
    return ids;
  }

  async setUnits(db: Db, classes: readonly { id: number; hosts: readonly number[]; supporting: readonly number[] }[]): Promise<void> {
    const ids = classes.map((one) => one.id);
    await db.query(`DELETE FROM class_units WHERE class_id IN ${listOf(ids)}`, ids);
    await insertRows(
      db,
      'class_units',
      classes.flatMap(({ id, hosts, supporting }) => [
        ...hosts.map((unit_id, position) => ({ class_id: id, role: 'host', position, unit_id })),
        ...supporting.map((unit_id, position) => ({ class_id: id, role: 'supporting', position, unit_id })),
      ]),
    );
  }

  async seriesId(db: Db, unitId: number, name: string): Promise<number | null> {
    const [row] = await db.query('SELECT id FROM series WHERE unit_id = ? AND name = ?', [unitId, name]);
    return row?.id ?? null;
  }

  private async series(db: Db, classes: readonly ImportedClass[]): Promise<Map<string, number>> {
    const rows = classes.flatMap(({ series, hosts }) => (series === null ? [] : [{ unit_id: hosts[0]!, name: series }]));
    await insertRows(db, 'series', rows, 'name = name');
    const units = [...new Set(rows.map((row) => row.unit_id))];
    const found: { id: number; unit_id: number; name: string }[] = await db.query(
      `SELECT id, unit_id, name FROM series WHERE unit_id IN ${listOf(units)}`,
      units,
    );
    return new Map(found.map((one) => [`${one.unit_id}/${registerKey(one.name)}`, one.id]));
  }
}
