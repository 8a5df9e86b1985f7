import { Injectable } from '@nestjs/common';
import { scopeCondition, scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { today } from '#platform/clock';
import { type Context } from '#platform/context';
import { listOf, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged, ClassRepository, unitsOfClasses } from '#schedule';
import { EnrollmentRepository } from './enrollment.repository.js';
import { demandOpenRoster } from './open-roster.js';

/** One sheet of paper has its limits, and so has a screen. */
export const rosterLimit = 3_000;

/** Puts people on the roster of a class. Refusals: notFound, forbidden (another's class), classFinished, referenceUnknown, alreadyEnrolled, rosterTooLong. */
@Injectable()
export class EnrollPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(
    ctx: Context,
    input: { classId: number; people: { personId: number; rosterNo?: number | null; team?: string | null }[] },
  ): Promise<{ ids: number[] }> {
    const scope = scopeOf(ctx, 'rosters.manage');
    return this.transactions.run(ctx, async (db) => {
      const owner = await demandOpenRoster(db, this.classes, scope, input.classId);
      const ids = [...new Set(input.people.map((one) => one.personId))];
      // Only people whom the organiser may see: a roster shows names, villages and last four.
      const seen = scopeCondition(scopeOf(ctx, 'people.read'), 'u.access_path');
      const known = await db.query(
        `SELECT p.id FROM people p JOIN units u ON u.id = p.unit_id WHERE p.id IN ${listOf(ids)} AND ${seen.sql}`,
        [...ids, ...seen.parameters],
      );
      if (known.length < ids.length) throw new Refusal('referenceUnknown', { fields: [{ field: 'personId', fault: 'unknown' }] });
      const already = await this.enrollments.enrolledIn(db, owner.id, ids);
      if (already.length > 0) throw new Refusal('alreadyEnrolled', { personIds: already.map(String) });
      if ((await this.enrollments.sizeOf(db, owner.id)) + ids.length > rosterLimit)
        throw new Refusal('rosterTooLong', { limit: rosterLimit });
      const on = today();
      await this.enrollments.enroll(
        db,
        input.people.map((one) => ({
          class_id: owner.id,
          person_id: one.personId,
          roster_no: one.rosterNo ?? null,
          team: one.team ?? null,
          enrolled_on: on,
        })),
      );
      const rows: { id: number }[] = await db.query(`SELECT id FROM enrollments WHERE class_id = ? AND person_id IN ${listOf(ids)}`, [
        owner.id,
        ...ids,
      ]);
      const subject = { noun: 'class', id: owner.id, units: await unitsOfClasses(db, [owner.id]) };
      await this.audit.record(db, ctx, 'roster.added', subject, { people: ids.length });
      await this.changed.announce(db, ctx, { classIds: ids.map(() => owner.id) });
      return { ids: rows.map((row) => row.id) };
    });
  }
}
