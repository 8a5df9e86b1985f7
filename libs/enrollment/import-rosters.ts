import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { today } from '#platform/clock';
import { type Db, listOf } from '#platform/database';
import { cells, type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged, TimetableLookup } from '#schedule';
import { EnrollmentRepository } from './enrollment.repository.js';

interface Enrolled {
  class_id: number;
  person_id: number;
  roster_no: number | null;
  team: string | null;
  removed_on: string | null;
}

/** Rosters: who belongs to which class. A person who was taken off comes back; nobody is taken off by a file. */
@Injectable()
export class ImportRosters implements Importer {
  readonly kind = 'rosters';
  readonly permission = 'rosters.manage';
  readonly sheets = [
    {
      columns: [
        { key: 'classCode', title: '班次编号', required: true, parse: cells.code() },
        { key: 'personCode', title: '人员编号', required: true, parse: cells.code() },
        { key: 'name', title: '姓名', parse: cells.text(60) },
        { key: 'rosterNo', title: '学号', parse: cells.wholeNumber(1, 9_999) },
        { key: 'team', title: '组别', parse: cells.text(40) },
      ],
    },
  ];

  constructor(
    private readonly timetable: TimetableLookup,
    private readonly enrollments: EnrollmentRepository,
    private readonly changed: ClassFactsChanged,
  ) {}

  judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows, true);
  }

  apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return this.take(db, job, rows, false);
  }

  /** People added go off the roster again, unless they have been marked since. */
  async revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    const ids = effects.filter((effect) => effect.did === 'created').map((effect) => Number(effect.id));
    for (let i = 0; i < ids.length; i += 500) {
      const some = ids.slice(i, i + 500);
      const marked = await db.query(
        `SELECT 1 FROM enrollments e JOIN session_classes sc ON sc.class_id = e.class_id JOIN marks m ON m.session_id = sc.session_id AND m.person_id = e.person_id
         WHERE e.id IN ${listOf(some)} LIMIT 1`,
        some,
      );
      if (marked.length > 0) throw new Refusal('importInUse');
      const classes: { class_id: number }[] = await db.query(`SELECT DISTINCT class_id FROM enrollments WHERE id IN ${listOf(some)}`, some);
      await db.query(`DELETE FROM enrollments WHERE id IN ${listOf(some)}`, some);
      await this.changed.announce(db, job.ctx, { classIds: classes.map((row) => row.class_id), facts: some.length });
    }
  }

  private async take(db: Db, job: ImportJob, rows: readonly ParsedRow[], tryOnly: boolean): Promise<RowOutcome[]> {
    const text = (row: ParsedRow, key: string): string => row.values[key] as string;
    const classes = await this.timetable.classes(db, scopeOf(job.ctx, this.permission), [
      ...new Set(rows.map((row) => text(row, 'classCode'))),
    ]);
    const codes = [...new Set(rows.map((row) => text(row, 'personCode')))];
    const found: { id: number; code: string; name: string }[] = await db.query(
      `SELECT id, code, name FROM people WHERE code IN ${listOf(codes)}`,
      codes,
    );
    const people = new Map(found.map((row) => [row.code, row]));
    const known = await this.known(
      db,
      [...classes.values()].map((one) => one.id),
      found.map((row) => row.id),
    );
    const outcomes: RowOutcome[] = [];
    const wanted = new Map<
      string,
      { position: number; verdict: 'create' | 'update'; row: Omit<Enrolled, 'removed_on'> & { enrolled_on: string } }
    >();
    for (const row of rows) {
      const { position } = row;
      const owner = classes.get(text(row, 'classCode'));
      const person = people.get(text(row, 'personCode'));
      const faults = faultsOf(row, owner, person);
      if (faults.length > 0 || !owner || !person) {
        outcomes.push({ position, verdict: 'faulty', faults });
        continue;
      }
      const key = `${owner.id}/${person.id}`;
      const before = known.get(key);
      const rosterNo = (row.values.rosterNo as number | null | undefined) ?? before?.roster_no ?? null;
      const team = (row.values.team as string | null | undefined) ?? before?.team ?? null;
      const same = before && before.removed_on === null && before.roster_no === rosterNo && before.team === team;
      if (same || wanted.has(key)) outcomes.push({ position, verdict: 'unchanged' });
      else if (owner.state === 'closed' || owner.state === 'cancelled' || owner.state === 'void') {
        outcomes.push({ position, verdict: 'faulty', faults: [{ column: '班次编号', code: 'classFinished' }] });
      } else {
        wanted.set(key, {
          position,
          verdict: before ? 'update' : 'create',
          row: { class_id: owner.id, person_id: person.id, roster_no: rosterNo, team, enrolled_on: today() },
        });
      }
    }
    const writes = [...wanted.values()];
    if (tryOnly || writes.length === 0) return [...outcomes, ...writes.map(({ position, verdict }): RowOutcome => ({ position, verdict }))];
    await this.enrollments.enroll(
      db,
      writes.map((one) => one.row),
    );
    const classIds = [...new Set(writes.map((one) => one.row.class_id))];
    await this.changed.announce(db, job.ctx, { classIds, facts: writes.length });
    const now = await this.ids(
      db,
      classIds,
      writes.map((one) => one.row.person_id),
    );
    return [
      ...outcomes,
      ...writes.map(({ position, verdict, row }): RowOutcome => {
        const id = now.get(`${row.class_id}/${row.person_id}`)!;
        return { position, verdict, effects: [{ noun: 'enrollment', id, did: verdict === 'create' ? 'created' : 'updated' }] };
      }),
    ];
  }

  private async known(db: Db, classIds: readonly number[], personIds: readonly number[]): Promise<Map<string, Enrolled>> {
    const rows: Enrolled[] = await db.query(
      `SELECT class_id, person_id, roster_no, team, removed_on FROM enrollments WHERE class_id IN ${listOf(classIds)} AND person_id IN ${listOf(personIds)}`,
      [...classIds, ...personIds],
    );
    return new Map(rows.map((row) => [`${row.class_id}/${row.person_id}`, row]));
  }

  private async ids(db: Db, classIds: readonly number[], personIds: readonly number[]): Promise<Map<string, number>> {
    const rows: { id: number; class_id: number; person_id: number }[] = await db.query(
      `SELECT id, class_id, person_id FROM enrollments WHERE class_id IN ${listOf(classIds)} AND person_id IN ${listOf(personIds)}`,
      [...classIds, ...personIds],
    );
    return new Map(rows.map((row) => [`${row.class_id}/${row.person_id}`, row.id]));
  }
}

function faultsOf(row: ParsedRow, owner: unknown, person: { name: string } | undefined): RowFault[] {
  const faults: RowFault[] = [];
  if (!owner) faults.push({ column: '班次编号', code: 'referenceUnknown' });
  if (!person) faults.push({ column: '人员编号', code: 'referenceUnknown' });
  else if (row.values.name && row.values.name !== person.name) faults.push({ column: '姓名', code: 'nameMismatch' });
  return faults;
}
