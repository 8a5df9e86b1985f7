import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail, whatChanged } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassRepository, unitsOfClasses } from '#schedule';
import { EnrollmentRepository } from './enrollment.repository.js';
import { demandOpenRoster } from './open-roster.js';

export interface EnrollmentChanges {
  rosterNo?: number | null;
  team?: string | null;
}

/** The history of a class is read by some who may not read its roster. */
const personalOfLine = ['rosterNo', 'team'];

/**
 * Corrects a line of a roster: the person's number and team, which no figure depends on. Refusals: notFound, forbidden (another's
 * class), versionMismatch, classFinished.
 */
@Injectable()
export class UpdateEnrollment {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: EnrollmentChanges }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'rosters.manage');
    const { id, version, changes } = input;
    return this.transactions.run(ctx, async (db) => {
      const row = required(await this.enrollments.find(db, scope, id), 'notFound');
      await demandOpenRoster(db, this.classes, scope, row.classId);
      if (row.removedOn !== null) throw new Refusal('notFound');
      const { rosterNo = row.rosterNo, team = row.team } = changes;
      if (!(await this.enrollments.change(db, id, version, { rosterNo, team })))
        throw new Refusal('versionMismatch', { version: row.version });
      await this.audit.record(
        db,
        ctx,
        'roster.updated',
        { noun: 'class', id: row.classId, units: await unitsOfClasses(db, [row.classId]) },
        { enrollmentId: id, ...whatChanged(row, changes, personalOfLine) },
      );
      return { id, version: version + 1 };
    });
  }
}
