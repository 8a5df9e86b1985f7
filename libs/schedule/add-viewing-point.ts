import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { UnitRepository } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { unitsOfClasses } from './class.repository.js';
import { demandOpenSession, demandRows, demandUnits } from './reference-check.js';
import { SessionRepository } from './session.repository.js';
import { ViewingPointRepository } from './viewing-point.repository.js';

/** Adds a room that follows the lesson. Refusals: notFound, sessionNotOpen, referenceUnknown, alreadyExists (its name). */
@Injectable()
export class AddViewingPoint {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly points: ViewingPointRepository,
    private readonly units: UnitRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { sessionId: number; name: string; forUnitId: number; siteId?: number | null }): Promise<{ id: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const session = required(await this.sessions.find(db, scope, input.sessionId, true), 'notFound');
      await demandOpenSession(db, scope, session);
      if (session.state !== 'scheduled') throw new Refusal('sessionNotOpen', { state: session.state });
      await demandUnits(db, scope, { field: 'forUnitId', ids: [input.forUnitId], on: session.date });
      await demandRows(db, await this.units.countyWide(db, scope), 'siteId', input.siteId ? [input.siteId] : []);
      const { name, forUnitId, siteId = null } = input;
      const id = await this.points.add(db, session.id, { name, forUnitId, siteId });
      const subject = { noun: 'session', id: session.id, units: await unitsOfClasses(db, session.classIds) };
      await this.audit.record(db, ctx, 'viewingPoint.added', subject, { viewingPointId: id });
      await this.changed.announce(db, ctx, { sessionIds: [session.id] });
      return { id };
    });
  }
}
