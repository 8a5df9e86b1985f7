import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { UnitRepository } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { unitsOfClasses } from './class.repository.js';
import { demandOpenPoint } from './open-viewing-point.js';
import { demandRows, demandUnits } from './reference-check.js';
import { SessionRepository } from './session.repository.js';
import { type PointFields, ViewingPointRepository } from './viewing-point.repository.js';

/**
 * Corrects a room that follows the lesson; its unnamed heads count for its unit from now on. Refusals: notFound, versionMismatch,
 * forbidden, classFinished, sessionNotOpen, referenceUnknown, alreadyExists (its name).
 */
@Injectable()
export class UpdateViewingPoint {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly points: ViewingPointRepository,
    private readonly units: UnitRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { sessionId: number; pointId: number; version: number; changes: Partial<PointFields> }): Promise<void> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const { session, point } = await demandOpenPoint(db, this.sessions, scope, input);
      const { name = point.name, forUnitId = point.forUnitId, siteId = point.siteId } = input.changes;
      await demandUnits(db, scope, { field: 'forUnitId', ids: forUnitId === point.forUnitId ? [] : [forUnitId], on: session.date });
      await demandRows(db, await this.units.countyWide(db, scope), 'siteId', siteId && siteId !== point.siteId ? [siteId] : []);
      await this.points.change(db, point.id, { name, forUnitId, siteId });
      await this.sessions.update(db, session.id, session.version, {});
      const subject = { noun: 'session', id: session.id, units: await unitsOfClasses(db, session.classIds) };
      await this.audit.record(db, ctx, 'viewingPoint.updated', subject, { viewingPointId: point.id });
      await this.changed.announce(db, ctx, { sessionIds: [session.id] });
    });
  }
}
