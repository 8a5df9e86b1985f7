import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { ClassFactsChanged } from './class-facts-changed.js';
import { unitsOfClasses } from './class.repository.js';
import { demandOpenPoint } from './open-viewing-point.js';
import { recordedAt } from './session-evidence.repository.js';
import { SessionRepository } from './session.repository.js';
import { ViewingPointRepository } from './viewing-point.repository.js';

/**
 * Takes away a room in which nothing was recorded. Refusals: notFound, versionMismatch, forbidden, classFinished, sessionNotOpen,
 * viewingPointInUse (with how many marks and head counts stand on it).
 */
@Injectable()
export class RemoveViewingPoint {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly points: ViewingPointRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { sessionId: number; pointId: number; version: number }): Promise<void> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const { session, point } = await demandOpenPoint(db, this.sessions, scope, input);
      await this.points.remove(db, session.id, { sql: 'id = ?', parameters: [point.id] });
      const recorded = await recordedAt(db, session.id, point.id);
      if (recorded.marks + recorded.headCounts > 0) throw new Refusal('viewingPointInUse', { ...recorded });
      await this.sessions.update(db, session.id, session.version, {});
      const subject = { noun: 'session', id: session.id, units: await unitsOfClasses(db, session.classIds) };
      await this.audit.record(db, ctx, 'viewingPoint.removed', subject, { viewingPointId: point.id });
      await this.changed.announce(db, ctx, { sessionIds: [session.id] });
    });
  }
}
