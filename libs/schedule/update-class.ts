import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail, whatChanged } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { UnitRepository } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { ClassLinesRepository } from './class-lines.repository.js';
import { ClassRepository, type ClassRow, unitsOfClasses } from './class.repository.js';
import { type ClassInput } from './create-class.js';
import { demandManaged, demandRows, demandUnits, demandUser } from './reference-check.js';

type Columns = Record<string, string | number | boolean | null> & { starts_on: string; ends_on: string };
type Run = { series_id: number | null; run_number: number | null };
export type ClassChanges = Partial<Omit<ClassInput, 'kind' | 'code'>>;

/** Who is called, and who heads the class. */
const personalOfClass = ['contact', 'headUserId'];

/** Changes a class that has not ended. Refusals: notFound, versionMismatch, classFinished, referenceUnknown, datesReversed, dateOutsideClass (of a session), alreadyExists (run of the series). */
@Injectable()
export class UpdateClass {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly lines: ClassLinesRepository,
    private readonly units: UnitRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: ClassChanges }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const now = required(await this.classes.find(db, scope, input.id, true), 'notFound');
      if (now.version !== input.version) throw new Refusal('versionMismatch', { version: now.version });
      await demandManaged(db, scope, [now.id]);
      // Only whom the class belongs to gives it to others.
      if (input.changes.hosts) await demandUnits(db, scope, { field: 'hosts', ids: [now.hostUnitId], on: null });
      if (['closed', 'cancelled', 'void'].includes(now.state)) throw new Refusal('classFinished', { state: now.state });
      const { changes } = input;
      const on = changes.startsOn ?? now.startsOn;
      await demandUnits(db, scope, { field: 'hosts', ids: changes.hosts?.slice(0, 1) ?? [], on });
      await demandUnits(db, scope, { field: 'villageId', ids: changes.villageId ? [changes.villageId] : [], on });
      await demandRows(db, await this.units.countyWide(db, scope), 'courseId', changes.courseId ? [changes.courseId] : []);
      await demandUser(db, scope, 'headUserId', changes.headUserId);
      const columns = { ...this.columns(now, changes), ...(await this.runOf(db, now, changes)) };
      const before = await unitsOfClasses(db, [now.id]);
      await this.demandSessionsWithin(db, now.id, columns);
      await this.classes.update(db, now.id, now.version, columns);
      if (changes.hosts) await this.classes.setUnits(db, now.id, 'host', changes.hosts);
      if (changes.supportingUnits) await this.classes.setUnits(db, now.id, 'supporting', changes.supportingUnits);
      const units = [...before, ...(await unitsOfClasses(db, [now.id]))];
      // The first of the hosts is the one of record: their order says something besides who they are.
      const told = whatChanged(
        { ...now, series: now.seriesName },
        { ...changes, runNumber: columns.run_number, hostUnitId: changes.hosts?.[0] },
        personalOfClass,
      );
      await this.audit.record(db, ctx, 'class.updated', { noun: 'class', id: now.id, units }, told);
      await this.changed.announce(db, ctx, { classIds: [now.id] });
      return { id: now.id, version: now.version + 1 };
    });
  }

  /** A class does not shrink past what it has taught or will teach: the sessions are moved first. */
  private async demandSessionsWithin(db: Db, id: number, { starts_on: startsOn, ends_on: endsOn }: Columns): Promise<void> {
    const [outside] = (await this.lines.ledOutside(db, [{ id, startsOn, endsOn }])).get(id) ?? [];
    if (outside) throw new Refusal('dateOutsideClass', { sessionDate: outside.date, startsOn, endsOn });
  }

  /** Which run of which series it is. A series that stays is the same whoever hosts by now; without one there is no run. */
  private async runOf(db: Db, now: ClassRow, { series = now.seriesName, runNumber = now.runNumber, hosts }: ClassChanges): Promise<Run> {
    if (!series) return { series_id: null, run_number: null };
    const stays = series === now.seriesName;
    return { series_id: stays ? now.seriesId : await this.classes.series(db, hosts?.[0] ?? now.hostUnitId, series), run_number: runNumber };
  }

  private columns(now: ClassRow, changes: ClassChanges): Columns {
    const startsOn = changes.startsOn ?? now.startsOn;
    const endsOn = changes.endsOn ?? now.endsOn;
    if (endsOn < startsOn) throw new Refusal('datesReversed', { startsOn, endsOn });
    return {
      name: changes.name ?? now.name,
      delivery_mode: changes.deliveryMode ?? now.deliveryMode,
      roster: changes.roster ?? now.roster,
      core_programme: changes.coreProgramme ?? now.coreProgramme,
      course_id: changes.courseId === undefined ? now.courseId : changes.courseId,
      starts_on: startsOn,
      ends_on: endsOn,
      host_unit_id: changes.hosts?.[0] ?? now.hostUnitId,
      delivering_unit_id: changes.deliveringUnitId === undefined ? now.deliveringUnitId : changes.deliveringUnitId,
      village_id: changes.villageId === undefined ? now.villageId : changes.villageId,
      head_user_id: changes.headUserId === undefined ? now.headUserId : changes.headUserId,
      contact: changes.contact === undefined ? now.contact : changes.contact,
    };
  }
}
