import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail, whatChanged } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { UnitRepository } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { ClassRepository, unitsOfClasses } from './class.repository.js';
import { demandClasses, demandManaged, demandOpenSession, demandRunning } from './reference-check.js';
import { demandFitting, demandReferences, type SessionInput } from './create-session.js';
import { recordedAt } from './session-evidence.repository.js';
import { SessionRepository } from './session.repository.js';

/** The place may be somebody's home, and the topic may name whom it is about. */
const personalOfSession = ['place', 'topic'];

export type SessionChanges = Partial<Omit<SessionInput, 'code'>>;

/**
 * Changes a session. Classes that it served before and serves no longer are compiled anew as well. Refusals: notFound,
 * versionMismatch, forbidden (another's session or class), sessionNotOpen, leadClassMissing, dateOutsideClass, kindNeedsRoute, kindMismatch, referenceUnknown.
 */
@Injectable()
export class UpdateSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
    private readonly units: UnitRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: SessionChanges }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const now = required(await this.sessions.find(db, scope, input.id, true), 'notFound');
      if (now.version !== input.version) throw new Refusal('versionMismatch', { version: now.version });
      // What sits together concerns each class that joins or leaves; a guest does not rearrange its host's session.
      const served = new Set(now.classIds);
      const wanted = input.changes.classIds ?? now.classIds;
      const joining = wanted.filter((id) => !served.has(id));
      const ruling = await demandOpenSession(db, scope, now);
      await demandClasses(db, scope, joining);
      await demandManaged(db, scope, [...now.classIds.filter((id) => !wanted.includes(id)), ...joining]);
      if (now.state !== 'scheduled') throw new Refusal('sessionNotOpen', { state: now.state });
      const { changes } = input;
      const next = { ...now, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) } as typeof now;
      const leadId = next.leadClassId === now.leadClassId ? ruling : next.leadClassId;
      // Locked: its dates must not shrink meanwhile.
      const lead = required(await this.classes.find(db, scope, leadId, true), 'referenceUnknown');
      if (!next.classIds.includes(next.leadClassId)) throw new Refusal('leadClassMissing');
      if (lead.kind !== now.kind) throw new Refusal('kindMismatch', { kind: now.kind });
      demandFitting(lead, next);
      await demandReferences(db, { scope, shared: await this.units.countyWide(db, scope) }, { ...changes, date: next.date });
      await demandRunning(db, [lead.id, ...joining]);
      await this.changed.announce(db, ctx, { sessionIds: [now.id] });
      await this.sessions.update(db, now.id, now.version, {
        lead_class_id: next.leadClassId,
        topic: next.topic,
        date: next.date,
        day_part: next.dayPart,
        starts_at: next.startsAt,
        ends_at: next.endsAt,
        course_id: next.courseId,
        site_id: next.siteId,
        route_id: next.routeId,
        place: next.place,
        for_unit_id: next.forUnitId,
      });
      if (changes.classIds) await this.sessions.setClasses(db, now.id, next.classIds);
      if (changes.instructorIds) await this.sessions.setInstructors(db, now.id, next.instructorIds);
      if (next.routeId !== now.routeId || (changes.routeId && (await this.isUntouched(db, now.id))))
        await this.sessions.setCheckpoints(db, now.id, next.routeId);
      const subject = { noun: 'session', id: now.id, units: await unitsOfClasses(db, [...now.classIds, ...next.classIds]) };
      await this.audit.record(db, ctx, 'session.updated', subject, whatChanged(now, changes, personalOfSession));
      await this.changed.announce(db, ctx, { sessionIds: [now.id] });
      return { id: now.id, version: now.version + 1 };
    });
  }

  /** The same route named again brings its stops as they are today; once something was recorded, those that were travelled stay. */
  private async isUntouched(db: Db, id: number): Promise<boolean> {
    const { marks, headCounts } = await recordedAt(db, id);
    return marks + headCounts === 0;
  }
}
