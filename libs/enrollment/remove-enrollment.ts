import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassFactsChanged, ClassRepository, unitsOfClasses } from '#schedule';
import { EnrollmentRepository } from './enrollment.repository.js';
import { demandOpenRoster } from './open-roster.js';

/** Takes a person off a roster; the row stays with its date. Refusals: notFound, forbidden (another's class), versionMismatch, classFinished. */
@Injectable()
export class RemoveEnrollment {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'rosters.manage');
    return this.transactions.run(ctx, async (db) => {
      const row = required(await this.enrollments.find(db, scope, input.id), 'notFound');
      await demandOpenRoster(db, this.classes, scope, row.classId);
      if (row.removedOn !== null) throw new Refusal('notFound');
      if (!(await this.enrollments.remove(db, row.id, input.version, today())))
        throw new Refusal('versionMismatch', { version: row.version });
      await this.audit.record(
        db,
        ctx,
        'roster.removed',
        { noun: 'class', id: row.classId, units: await unitsOfClasses(db, [row.classId]) },
        { enrollmentId: row.id },
      );
      await this.changed.announce(db, ctx, { classIds: [row.classId] });
      return { id: row.id, version: input.version + 1 };
    });
  }
}
