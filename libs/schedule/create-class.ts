import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type CourseKind, type DeliveryMode, type RosterKind } from '#contract';
import { kindFacts } from '#courses';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { UnitRepository } from '#units';
import { ClassRepository, unitsOfClasses } from './class.repository.js';
import { CreateSession, type SessionInput } from './create-session.js';
import { demandRows, demandUnits, demandUser } from './reference-check.js';

export interface ClassInput {
  name: string;
  code?: string | null;
  kind: CourseKind;
  /** Default: what the kind usually does. */
  deliveryMode?: DeliveryMode;
  roster?: RosterKind;
  coreProgramme?: boolean;
  /** Name of the series; with `runNumber` it says which run this is. */
  series?: string | null;
  runNumber?: number | null;
  courseId?: number | null;
  startsOn: string;
  endsOn: string;
  /** At least one; the first is the host of record. */
  hosts: number[];
  deliveringUnitId?: number | null;
  supportingUnits?: number[];
  villageId?: number | null;
  /** 班主任: the account that sees the class's sessions in its pack and marks them. */
  headUserId?: number | null;
  contact?: string | null;
}

/** A session that comes with its class, which leads it. */
export type FirstSession = Omit<SessionInput, 'leadClassId' | 'classIds'>;

/**
 * Puts a class on the books as a draft, with its first sessions if it brings them: all of it or nothing. Refusals: referenceUnknown,
 * datesReversed, alreadyExists (code, or run of the series); of a session dateOutsideClass, kindNeedsRoute.
 */
@Injectable()
export class CreateClass {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly units: UnitRepository,
    private readonly timetable: CreateSession,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: ClassInput & { sessions?: FirstSession[] }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    const host = input.hosts[0];
    if (host === undefined) throw new Refusal('invalidFields', { fields: [{ field: 'hosts', fault: 'required' }] });
    if (input.endsOn < input.startsOn) throw new Refusal('datesReversed', { startsOn: input.startsOn, endsOn: input.endsOn });
    const kind = kindFacts(input.kind);
    return this.transactions.run(ctx, async (db) => {
      // The host of record must be one's own; others who take part may be anywhere.
      await demandUnits(db, scope, { field: 'hosts', ids: [host], on: input.startsOn });
      await demandUnits(db, scope, { field: 'villageId', ids: input.villageId ? [input.villageId] : [], on: input.startsOn });
      await demandRows(db, await this.units.countyWide(db, scope), 'courseId', input.courseId ? [input.courseId] : []);
      await demandUser(db, scope, 'headUserId', input.headUserId);
      const id = await this.classes.insert(db, {
        code: input.code ?? null,
        name: input.name,
        kind: input.kind,
        delivery_mode: input.deliveryMode ?? kind.defaultDelivery,
        roster: input.roster ?? kind.defaultRoster,
        state: 'draft',
        core_programme: input.coreProgramme ?? false,
        series_id: input.series ? await this.classes.series(db, host, input.series) : null,
        run_number: input.series ? (input.runNumber ?? null) : null,
        course_id: input.courseId ?? null,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        host_unit_id: host,
        delivering_unit_id: input.deliveringUnitId ?? null,
        village_id: input.villageId ?? null,
        head_user_id: input.headUserId ?? null,
        contact: input.contact ?? null,
      });
      await this.classes.setUnits(db, id, 'host', input.hosts);
      await this.classes.setUnits(db, id, 'supporting', input.supportingUnits ?? []);
      await this.audit.record(db, ctx, 'class.created', { noun: 'class', id, units: await unitsOfClasses(db, [id]) });
      for (const session of input.sessions ?? []) await this.timetable.within(db, ctx, { ...session, leadClassId: id });
      return { id, version: 1 };
    });
  }
}
