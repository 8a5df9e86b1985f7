import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { EnrollmentRepository } from '#enrollment';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { ClassRepository, type ClassRow, type NamedTable, NamesRepository, SessionRepository } from '#schedule';
import { displayName } from '#units';
import { type ClassLabels, classView, type ClassView } from './classes.dto.js';

/** Classes as the wire shows them, with what stands beside them in every list: names, how many sessions, how many people. */
@Injectable()
export class ShownClasses {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly names: NamesRepository,
  ) {}

  async one(ctx: Context, id: number): Promise<ClassView> {
    const row = required(await this.classes.find(this.transactions.read, scopeOf(ctx, 'classes.read'), id), 'notFound');
    return (await this.views([row])).get(id)!;
  }

  async views(rows: readonly ClassRow[]): Promise<Map<number, ClassView>> {
    const db = this.transactions.read;
    const ids = rows.map((row) => row.id);
    const sessions = await this.sessions.countsOf(db, ids);
    const enrolled = await this.enrollments.sizesOf(db, ids);
    const labels = await this.labels(rows);
    const beside = (row: ClassRow) => ({
      sessions: sessions.get(row.id) ?? 0,
      enrolled: enrolled.get(row.id) ?? 0,
      labels: labels(row),
    });
    return new Map(rows.map((row) => [row.id, classView(row, beside(row))]));
  }

  /** A constant number of queries, however many classes. */
  private async labels(rows: readonly ClassRow[]): Promise<(row: ClassRow) => ClassLabels> {
    const of = (table: NamedTable, pick: (row: ClassRow) => (number | null)[]) =>
      this.names.of(this.transactions.read, table, rows.flatMap(pick));
    const units = await of('units', (row) => [...row.hosts, row.deliveringUnitId, ...row.supportingUnits, row.villageId]);
    const courses = await of('courses', (row) => [row.courseId]);
    const users = await of('users', (row) => [row.headUserId]);
    const unit = (id: number | null): string | null => {
      const name = units(id);
      return name === null ? null : displayName(name);
    };
    return (row) => ({
      hosts: row.hosts.map((id) => unit(id) ?? ''),
      deliveringUnit: unit(row.deliveringUnitId),
      supportingUnits: row.supportingUnits.map((id) => unit(id) ?? ''),
      village: unit(row.villageId),
      course: courses(row.courseId),
      head: users(row.headUserId),
    });
  }
}
