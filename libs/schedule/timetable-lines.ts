import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type DayPart } from '#contract';
import { kindFacts } from '#courses';
import { type Db, insertRows, listOf } from '#platform/database';
import { type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { ClassFactsChanged } from './class-facts-changed.js';
import { classesToBe } from './class-lines.js';
import { type KnownClass, type KnownSession, TimetableLookup } from './timetable-lookup.repository.js';

interface Registers {
  classes: Map<string, KnownClass>;
  sessions: Map<
    string,
    KnownSession & { dayPart: DayPart; topic: string; place: string | null; startsAt: string | null; endsAt: string | null }
  >;
  instructors: Map<string, number>;
  sites: Map<string, number>;
  routes: Map<string, number>;
  units: Map<string, number>;
}

type Timed = { date: string; day_part: string; topic: string; place: string | null; starts_at: string | null; ends_at: string | null };

/** The rows of the timetable: each a session of its lead class, with teachers, place, classes sitting together and viewing points. */
@Injectable()
export class TimetableLines {
  constructor(
    private readonly lookup: TimetableLookup,
    private readonly changed: ClassFactsChanged,
  ) {}

  async settle(db: Db, job: ImportJob, scope: Scope, rows: readonly ParsedRow[], tryOnly: boolean): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const around = await this.look(db, scope, rows);
    const outcomes: RowOutcome[] = [];
    const fresh: ParsedRow[] = [];
    const seen = new Set<string>();
    const changes: { id: number; to: Timed; lead: number; code: string }[] = [];
    for (const row of rows) {
      const { position } = row;
      const { classCode, code } = row.values as { classCode: string; code: string };
      const faults = this.faults(job, row, around);
      const lead = around.classes.get(classCode);
      const known = lead && around.sessions.get(`${lead.id}/${code}`);
      if (faults.length > 0) outcomes.push({ position, verdict: 'faulty', faults });
      else if (seen.has(`${classCode}/${code}`)) outcomes.push({ position, verdict: 'unchanged' });
      else if (known) {
        const to = timed(row);
        const before = timedOf(known);
        if (Object.keys(to).every((key) => to[key as keyof Timed] === before[key as keyof Timed]))
          outcomes.push({ position, verdict: 'unchanged' });
        else {
          changes.push({ id: known.id, to, lead: lead.id, code });
          outcomes.push({
            position,
            verdict: 'update',
            effects: [{ noun: 'session', id: known.id, did: 'updated', before: { ...before } }],
          });
        }
      } else if (lead && ['closed', 'cancelled', 'void'].includes(lead.state)) {
        outcomes.push({ position, verdict: 'faulty', faults: [{ column: '班次编号', code: 'classFinished' }] });
      } else fresh.push(row);
      seen.add(`${classCode}/${code}`);
    }
    if (tryOnly) return [...outcomes, ...fresh.map(({ position }): RowOutcome => ({ position, verdict: 'create' }))];
    await this.change(db, changes);
    const made = await this.add(db, fresh, around);
    const touched = [...changes.map((change) => change.id), ...made.map((one) => Number(one.effects![0]!.id))];
    if (touched.length > 0) await this.changed.announce(db, job.ctx, { sessionIds: touched, facts: touched.length });
    return [...outcomes, ...made];
  }

  private async add(db: Db, fresh: readonly ParsedRow[], around: Registers): Promise<RowOutcome[]> {
    if (fresh.length === 0) return [];
    const leadOf = (row: ParsedRow): number => around.classes.get(row.values.classCode as string)!.id;
    const one = (row: ParsedRow, key: 'site' | 'route'): number | null =>
      row.values[key] ? (key === 'site' ? around.sites : around.routes).get(row.values[key] as string)! : null;
    await insertRows(
      db,
      'sessions',
      fresh.map((row) => ({
        lead_class_id: leadOf(row),
        code: row.values.code as string,
        ...timed(row),
        site_id: one(row, 'site'),
        route_id: one(row, 'route'),
      })),
    );
    const sessions = await this.lookup.sessions(
      db,
      fresh.map((row) => ({ classId: leadOf(row), code: row.values.code as string })),
    );
    const id = (row: ParsedRow): number => sessions.get(`${leadOf(row)}/${row.values.code as string}`)!.id;
    const many = <T>(row: ParsedRow, key: string): T[] => (row.values[key] as T[] | null | undefined) ?? [];
    await insertRows(
      db,
      'session_classes',
      fresh.flatMap((row) =>
        [...new Set([leadOf(row), ...many<string>(row, 'together').map((code) => around.classes.get(code)!.id)])].map((class_id) => ({
          session_id: id(row),
          class_id,
        })),
      ),
    );
    await insertRows(
      db,
      'session_instructors',
      fresh.flatMap((row) =>
        many<string>(row, 'instructors').map((code) => ({ session_id: id(row), instructor_id: around.instructors.get(code)! })),
      ),
    );
    await insertRows(
      db,
      'viewing_points',
      fresh.flatMap((row) =>
        many<{ name: string; unitCode: string }>(row, 'viewingPoints').map(({ name, unitCode }) => ({
          session_id: id(row),
          name,
          for_unit_id: around.units.get(unitCode)!,
        })),
      ),
    );
    const ids = fresh.map(id);
    await db.query(
      `INSERT INTO checkpoints (session_id, position, site_id) SELECT s.id, r.position, r.site_id FROM sessions s JOIN route_stops r ON r.route_id = s.route_id
       WHERE s.id IN ${listOf(ids)}`,
      ids,
    );
    return fresh.map((row) => {
      const effects: RowEffect[] = [{ noun: 'session', id: id(row), did: 'created' }];
      return { position: row.position, verdict: 'create', effects };
    });
  }

  private async change(db: Db, changes: readonly { id: number; to: Timed; lead: number; code: string }[]): Promise<void> {
    const columns = ['date', 'day_part', 'topic', 'place', 'starts_at', 'ends_at'];
    await insertRows(
      db,
      'sessions',
      changes.map(({ id, to, lead, code }) => ({ id, lead_class_id: lead, code, ...to })),
      `${columns.map((column) => `${column} = VALUES(${column})`).join(', ')}, version = version + 1`,
    );
  }

  private faults(job: ImportJob, row: ParsedRow, around: Registers): RowFault[] {
    const value = row.values as Record<string, string | null | undefined>;
    const lead = around.classes.get(value.classCode!) ?? classesToBe(job).get(value.classCode!);
    if (!lead) return [{ column: '班次编号', code: 'referenceUnknown' }];
    const faults: RowFault[] = [];
    const demand = (column: string, codes: readonly string[], known: { has(code: string): boolean }): void => {
      if (codes.some((code) => !known.has(code))) faults.push({ column, code: 'referenceUnknown' });
    };
    const toBe = classesToBe(job);
    demand('教师编号', (row.values.instructors as string[] | null | undefined) ?? [], around.instructors);
    demand('教学点编号', value.site ? [value.site] : [], around.sites);
    demand('线路编号', value.route ? [value.route] : [], around.routes);
    demand('合班班次编号', (row.values.together as string[] | null | undefined) ?? [], {
      has: (code) => around.classes.has(code) || toBe.has(code),
    });
    demand(
      '收看点',
      ((row.values.viewingPoints as { unitCode: string }[] | null | undefined) ?? []).map((point) => point.unitCode),
      around.units,
    );
    if (value.date! < lead.startsOn || value.date! > lead.endsOn)
      faults.push({ column: '日期', code: 'dateOutsideClass', facts: { startsOn: lead.startsOn, endsOn: lead.endsOn } });
    if (kindFacts(lead.kind).needsRoute && !value.site && !value.route) faults.push({ column: '线路编号', code: 'kindNeedsRoute' });
    return faults;
  }

  private async look(db: Db, scope: Scope, rows: readonly ParsedRow[]): Promise<Registers> {
    const all = (key: string): string[] => [
      ...new Set(rows.flatMap((row) => (row.values[key] as string | string[] | null | undefined) ?? [])),
    ];
    const classes = await this.lookup.classes(db, scope, [...new Set([...all('classCode'), ...all('together')])]);
    const wanted = rows.flatMap((row) => {
      const lead = classes.get(row.values.classCode as string);
      return lead ? [{ classId: lead.id, code: row.values.code as string }] : [];
    });
    const sessions = await this.lookup.sessions(db, wanted);
    const ids = [...sessions.values()].map((session) => session.id);
    const times: { id: number; dayPart: DayPart; topic: string; place: string | null; startsAt: string | null; endsAt: string | null }[] =
      await db.query(
        `SELECT id, day_part AS dayPart, topic, place, starts_at AS startsAt, ends_at AS endsAt FROM sessions WHERE id IN ${listOf(ids)}`,
        ids,
      );
    const more = new Map(times.map((row) => [row.id, row]));
    const byCode = async (table: string, codes: string[]): Promise<Map<string, number>> => {
      const found: { id: number; code: string }[] = await db.query(`SELECT id, code FROM ${table} WHERE code IN ${listOf(codes)}`, codes);
      return new Map(found.map((row) => [row.code, row.id]));
    };
    const pointUnits = rows.flatMap((row) =>
      ((row.values.viewingPoints as { unitCode: string }[] | null | undefined) ?? []).map((point) => point.unitCode),
    );
    return {
      classes,
      sessions: new Map([...sessions].map(([key, session]) => [key, { ...session, ...more.get(session.id)! }])),
      instructors: await byCode('instructors', all('instructors')),
      sites: await byCode('teaching_sites', all('site')),
      routes: await byCode('learning_routes', all('route')),
      units: await byCode('units', [...new Set(pointUnits)]),
    };
  }
}

const timed = ({ values }: ParsedRow): Timed => {
  const text = (key: string): string | null => (values[key] as string | null | undefined) ?? null;
  return {
    date: text('date')!,
    day_part: text('dayPart')!,
    topic: text('topic')!,
    place: text('place'),
    starts_at: text('startsAt'),
    ends_at: text('endsAt'),
  };
};
const timedOf = (one: {
  date: string;
  dayPart: string;
  topic: string;
  place: string | null;
  startsAt: string | null;
  endsAt: string | null;
}): Timed => ({
  date: one.date,
  day_part: one.dayPart,
  topic: one.topic,
  place: one.place,
  starts_at: one.startsAt?.slice(0, 5) ?? null,
  ends_at: one.endsAt?.slice(0, 5) ?? null,
});
