import { Injectable } from '@nestjs/common';
import { type Scope, scopeCondition } from '#access';
import { type CourseKind } from '#contract';
import { kindFacts } from '#courses';
import { AuditTrail } from '#platform/audit';
import { type Db, insertRows, listOf } from '#platform/database';
import { type ImportJob, type ParsedRow, type RowFault, type RowOutcome } from '#platform/imports';
import { ClassFactsChanged } from './class-facts-changed.js';
import { ClassRepository } from './class.repository.js';

/** Classes that a trial would make, so that the timetable of the same file finds them. By code: the kind and the dates. */
export type ClassesToBe = Map<string, { kind: CourseKind; startsOn: string; endsOn: string }>;
export const classesToBe = (job: ImportJob): ClassesToBe => {
  const known = job.state.get('classes') as ClassesToBe | undefined;
  if (known) return known;
  const fresh: ClassesToBe = new Map();
  job.state.set('classes', fresh);
  return fresh;
};

type Columns = Record<string, string | number | boolean | null>;

/** The rows of the sheet of classes. */
@Injectable()
export class ClassLines {
  constructor(
    private readonly classes: ClassRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  async settle(db: Db, job: ImportJob, scope: Scope, rows: readonly ParsedRow[], tryOnly: boolean): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const units = await this.units(db, rows);
    const { sql, parameters } = scopeCondition(scope, 'access_path');
    const mine = new Set<number>(
      (
        await db.query(`SELECT id FROM units WHERE id IN ${listOf([...units.values()])} AND ${sql}`, [...units.values(), ...parameters])
      ).map((row: { id: number }) => row.id),
    );
    const known = await this.known(db, rows);
    const outcomes: RowOutcome[] = [];
    const fresh: { row: ParsedRow; columns: Columns; hosts: number[]; supporting: number[] }[] = [];
    for (const row of rows) {
      const code = row.values.code as string;
      const faults = this.faults(row, units, mine);
      if (faults.length > 0) {
        outcomes.push({ position: row.position, verdict: 'faulty', faults });
        continue;
      }
      const columns = this.columns(row, units);
      const before = known.get(code);
      if (before || classesToBe(job).has(code)) {
        outcomes.push(
          before ? await this.change(db, job, row, before, columns, tryOnly) : { position: row.position, verdict: 'unchanged' },
        );
      } else {
        const list = (key: string): number[] => ((row.values[key] as string[] | null | undefined) ?? []).map((one) => units.get(one)!);
        fresh.push({ row, columns, hosts: list('hosts'), supporting: list('supportingUnits') });
      }
      classesToBe(job).set(code, {
        kind: row.values.kind as CourseKind,
        startsOn: row.values.startsOn as string,
        endsOn: row.values.endsOn as string,
      });
    }
    return [...outcomes, ...(await this.add(db, job, fresh, tryOnly))];
  }

  private async add(
    db: Db,
    job: ImportJob,
    fresh: { row: ParsedRow; columns: Columns; hosts: number[]; supporting: number[] }[],
    tryOnly: boolean,
  ): Promise<RowOutcome[]> {
    if (tryOnly || fresh.length === 0) return fresh.map(({ row }) => ({ position: row.position, verdict: 'create' }));
    const series = await this.series(db, fresh);
    await insertRows(
      db,
      'classes',
      fresh.map(({ row, columns }) => ({
        code: row.values.code as string,
        state: 'published',
        ...columns,
        series_id: row.values.series ? series.get(`${columns.host_unit_id}/${row.values.series as string}`)! : null,
      })),
    );
    const ids = await this.classes.idsByCode(
      db,
      fresh.map(({ row }) => row.values.code as string),
    );
    const id = (row: ParsedRow): number => ids.get(row.values.code as string)!;
    await insertRows(
      db,
      'class_units',
      fresh.flatMap(({ row, hosts, supporting }) => [
        ...hosts.map((unit_id, position) => ({ class_id: id(row), role: 'host', position, unit_id })),
        ...supporting.map((unit_id, position) => ({ class_id: id(row), role: 'supporting', position, unit_id })),
      ]),
    );
    await this.audit.record(db, job.ctx, 'class.imported', { noun: 'import', id: job.id }, { classes: fresh.length });
    return fresh.map(({ row }) => ({
      position: row.position,
      verdict: 'create',
      effects: [{ noun: 'class', id: id(row), did: 'created' }],
    }));
  }

  private async change(
    db: Db,
    job: ImportJob,
    row: ParsedRow,
    before: Columns & { id: number },
    columns: Columns,
    tryOnly: boolean,
  ): Promise<RowOutcome> {
    const { position } = row;
    const changed = Object.keys(columns).filter((name) => columns[name] !== before[name]);
    if (changed.length === 0) return { position, verdict: 'unchanged' };
    if (!['draft', 'published'].includes(String(before.state)))
      return { position, verdict: 'faulty', faults: [{ column: '班次编号', code: 'classFinished' }] };
    if (tryOnly) return { position, verdict: 'update' };
    const pick = (from: Columns): Columns => Object.fromEntries(changed.map((name) => [name, from[name]!]));
    await this.classes.update(db, before.id, Number(before.version), pick(columns));
    await this.changed.announce(db, job.ctx, { classIds: [before.id], facts: 1 });
    return { position, verdict: 'update', effects: [{ noun: 'class', id: before.id, did: 'updated', before: pick(before) }] };
  }

  private columns(row: ParsedRow, units: Map<string, number>): Columns {
    const value = row.values as Record<string, string | number | boolean | null | undefined>;
    const kind = kindFacts(value.kind as CourseKind);
    const unit = (key: string): number | null => (value[key] ? units.get(value[key] as string)! : null);
    return {
      name: value.name!,
      kind: kind.kind,
      delivery_mode: value.deliveryMode ?? kind.defaultDelivery,
      roster: value.roster ?? kind.defaultRoster,
      core_programme: Boolean(value.coreProgramme),
      run_number: value.series ? (value.runNumber ?? null) : null,
      starts_on: value.startsOn!,
      ends_on: value.endsOn!,
      host_unit_id: units.get((row.values.hosts as string[])[0]!)!,
      delivering_unit_id: unit('deliveringUnit'),
      village_id: unit('villageCode'),
      contact: value.contact ?? null,
    };
  }

  private faults(row: ParsedRow, units: Map<string, number>, mine: Set<number>): RowFault[] {
    const faults: RowFault[] = [];
    const hosts = row.values.hosts as string[];
    const host = units.get(hosts[0]!);
    if (host === undefined || !mine.has(host) || hosts.some((code) => !units.has(code)))
      faults.push({ column: '主办单位代码', code: 'referenceUnknown' });
    for (const [key, column] of [
      ['deliveringUnit', '承办单位代码'],
      ['villageCode', '村代码'],
    ] as const) {
      if (row.values[key] && !units.has(row.values[key] as string)) faults.push({ column, code: 'referenceUnknown' });
    }
    if (((row.values.supportingUnits as string[] | null | undefined) ?? []).some((code) => !units.has(code)))
      faults.push({ column: '协办单位代码', code: 'referenceUnknown' });
    if ((row.values.endsOn as string) < (row.values.startsOn as string)) faults.push({ column: '结束日期', code: 'datesReversed' });
    return faults;
  }

  private async units(db: Db, rows: readonly ParsedRow[]): Promise<Map<string, number>> {
    const codes = rows.flatMap(({ values }) => [
      ...((values.hosts as string[] | null) ?? []),
      ...((values.supportingUnits as string[] | null | undefined) ?? []),
      ...[values.deliveringUnit, values.villageCode].flatMap((code) => (code ? [code as string] : [])),
    ]);
    const wanted = [...new Set(codes)];
    const found: { id: number; code: string }[] = await db.query(`SELECT id, code FROM units WHERE code IN ${listOf(wanted)}`, wanted);
    return new Map(found.map((unit) => [unit.code, unit.id]));
  }

  private async known(db: Db, rows: readonly ParsedRow[]): Promise<Map<string, Columns & { id: number; code: string }>> {
    const codes = rows.map((row) => row.values.code as string);
    const found: (Columns & { id: number; code: string })[] = await db.query(
      `SELECT id, code, state, version, name, kind, delivery_mode, roster, core_programme, run_number, starts_on, ends_on, host_unit_id, delivering_unit_id, village_id, contact
       FROM classes WHERE code IN ${listOf(codes)}`,
      codes,
    );
    return new Map(found.map((one) => [one.code, { ...one, core_programme: Boolean(one.core_programme) }]));
  }

  private async series(db: Db, fresh: readonly { row: ParsedRow; columns: Columns }[]): Promise<Map<string, number>> {
    const rows = fresh.flatMap(({ row, columns }) =>
      row.values.series ? [{ unit_id: columns.host_unit_id as number, name: row.values.series as string }] : [],
    );
    await insertRows(db, 'series', rows, 'name = name');
    const units = [...new Set(rows.map((row) => row.unit_id))];
    const found: { id: number; unit_id: number; name: string }[] = await db.query(
      `SELECT id, unit_id, name FROM series WHERE unit_id IN ${listOf(units)}`,
      units,
    );
    return new Map(found.map((one) => [`${one.unit_id}/${one.name}`, one.id]));
  }
}
