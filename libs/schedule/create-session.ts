import { Injectable } from '@nestjs/common';
import { type Scope, scopeOf } from '#access';
import { type DayPart } from '#contract';
import { kindFacts } from '#courses';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type Subtrees, UnitRepository } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { hasEnded } from './class-state.policy.js';
import { ClassRepository, type ClassRow, unitsOfClasses } from './class.repository.js';
import { demandClasses, demandManaged, demandRows, demandRunning, demandUnits } from './reference-check.js';
import { SessionRepository } from './session.repository.js';

export interface SessionInput {
  leadClassId: number;
  /** All classes served; the lead is added when it is missing. */
  classIds?: number[];
  code?: string | null;
  topic: string;
  date: string;
  dayPart: DayPart;
  startsAt?: string | null;
  endsAt?: string | null;
  courseId?: number | null;
  instructorIds?: number[];
  siteId?: number | null;
  /** A route run; its stops become checkpoints. */
  routeId?: number | null;
  place?: string | null;
  /** Whose unnamed heads stood there; default the class's village, else its first host. */
  forUnitId?: number | null;
}

/** Every reference is one's own (`scope`) or the county's (`shared`). @throws Refusal referenceUnknown */
export async function demandReferences(
  db: Db,
  { scope, shared }: { scope: Scope; shared: Subtrees },
  input: Partial<SessionInput>,
): Promise<void> {
  await demandRows(db, shared, 'instructorIds', input.instructorIds ?? []);
  for (const field of ['siteId', 'routeId', 'courseId'] as const) await demandRows(db, shared, field, input[field] ? [input[field]] : []);
  await demandClasses(db, scope, input.classIds ?? []);
  await demandUnits(db, scope, { field: 'forUnitId', ids: input.forUnitId ? [input.forUnitId] : [], on: input.date ?? null });
}

/** A session lies within its class and has the place that its kind needs. @throws Refusal dateOutsideClass, kindNeedsRoute */
export function demandFitting(lead: ClassRow, session: { date: string; siteId?: number | null; routeId?: number | null }): void {
  if (session.date < lead.startsOn || session.date > lead.endsOn) {
    throw new Refusal('dateOutsideClass', { date: session.date, startsOn: lead.startsOn, endsOn: lead.endsOn });
  }
  const kind = kindFacts(lead.kind);
  if (kind.needsRoute && !session.routeId && !session.siteId) throw new Refusal('kindNeedsRoute', { kind: lead.kind });
}

/** Puts a session into the timetable. Refusals: notFound (the class), classFinished, dateOutsideClass, kindNeedsRoute, referenceUnknown, alreadyExists. */
@Injectable()
export class CreateSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
    private readonly units: UnitRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: SessionInput): Promise<{ id: number; version: number }> {
    return this.transactions.run(ctx, (db) => this.within(db, ctx, input));
  }

  /** The same as a part of what somebody else does: a class comes with its first sessions or not at all. */
  async within(db: Db, ctx: Context, input: SessionInput): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    const lead = required(await this.classes.find(db, scope, input.leadClassId, true), 'notFound');
    if (hasEnded(lead.state)) throw new Refusal('classFinished', { state: lead.state });
    await demandManaged(db, scope, [lead.id]);
    demandFitting(lead, input);
    await demandReferences(db, { scope, shared: await this.units.countyWide(db, scope) }, input);
    await demandRunning(db, [lead.id, ...(input.classIds ?? [])]);
    const id = await this.sessions.insert(db, {
      lead_class_id: lead.id,
      code: input.code ?? null,
      topic: input.topic,
      date: input.date,
      day_part: input.dayPart,
      starts_at: input.startsAt ?? null,
      ends_at: input.endsAt ?? null,
      course_id: input.courseId ?? null,
      site_id: input.siteId ?? null,
      route_id: input.routeId ?? null,
      place: input.place ?? null,
      for_unit_id: input.forUnitId ?? null,
    });
    const classIds = [lead.id, ...(input.classIds ?? [])];
    await this.sessions.setClasses(db, id, classIds);
    await this.sessions.setInstructors(db, id, input.instructorIds ?? []);
    await this.sessions.setCheckpoints(db, id, input.routeId ?? null);
    await this.audit.record(db, ctx, 'session.created', { noun: 'session', id, units: await unitsOfClasses(db, classIds) });
    await this.changed.announce(db, ctx, { sessionIds: [id] });
    return { id, version: 1 };
  }
}
