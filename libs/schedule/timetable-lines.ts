import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type ClassState } from '#contract';
import { kindFacts } from '#courses';
import { type Db } from '#platform/database';
import { type ImportJob, type ParsedRow, type RowFault, type RowOutcome } from '#platform/imports';
import { registerKey } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { noteUnits } from './class.repository.js';
import { classesToBe } from './class-lines.js';
import { type ImportedSession, type Mentioned, type StoredSession, TimetableLinesRepository } from './timetable-lines.repository.js';
import { type KnownClass, sessionKey } from './timetable-lookup.repository.js';

type Lead = Omit<KnownClass, 'code' | 'state'>;

interface Around extends Mentioned {
  known: Map<string, StoredSession>;
  /** Classes that have ended, and how. */
  ended: Map<number, ClassState>;
}

interface Line {
  row: ParsedRow;
  lead: Lead | null;
  wanted: ImportedSession | null;
  before: StoredSession | null;
  outcome: RowOutcome;
}

/** The rows of the timetable: each a session of its lead class, with teachers, place, classes sitting together and viewing points. */
@Injectable()
export class TimetableLines {
  constructor(
    private readonly lines: TimetableLinesRepository,
    private readonly changed: ClassFactsChanged,
  ) {}

  async settle(db: Db, job: ImportJob, scope: Scope, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const around = await this.lines.mentioned(db, scope, {
      classes: [...rows.map((row) => row.values.classCode as string), ...rows.flatMap((row) => listed(row, 'together') ?? [])],
      instructors: rows.flatMap((row) => listed(row, 'instructors') ?? []),
      sites: rows.flatMap((row) => (row.values.site as string | null | undefined) ?? []),
      routes: rows.flatMap((row) => (row.values.route as string | null | undefined) ?? []),
      units: rows.flatMap(pointsOf).map((point) => point.unitCode),
    });
    const wanted = rows.flatMap((row) => {
      const lead = around.leads.get(registerKey(row.values.classCode as string));
      return lead ? [{ classId: lead.id, code: row.values.code as string }] : [];
    });
    const known = await this.lines.stored(db, wanted, job.mode === 'apply');
    const served = [...[...around.classes.values()].map((one) => one.id), ...[...known.values()].flatMap((one) => one.content.classes)];
    const ended = await this.lines.ended(db, [...new Set(served)], job.mode === 'apply');
    const lines = rows.map((row) => this.judge(job, row, { ...around, known, ended }));
    if (job.mode === 'apply') await this.write(db, job, lines);
    return lines.map(({ outcome }) => outcome);
  }

  private judge(job: ImportJob, row: ParsedRow, around: Around): Line {
    const { position } = row;
    const { classCode, code } = row.values as { classCode: string; code: string };
    const faulty = (faults: RowFault[]): Line => ({ row, lead, wanted, before, outcome: { position, verdict: 'faulty', faults } });
    let wanted: ImportedSession | null = null;
    let before: StoredSession | null = null;
    const stored = around.leads.get(registerKey(classCode));
    // The file's own word about the class goes before what is stored: a trial has not written it.
    const toBe = classesToBe(job).get(registerKey(classCode));
    const lead: Lead | null = stored ? { ...stored, ...toBe } : toBe ? { id: 0, ...toBe } : null;
    if (!lead) return faulty([{ column: '班次编号', code: 'referenceUnknown' }]);
    before = around.known.get(sessionKey(lead.id, code)) ?? null;
    const faults = referenceFaults(row, around, (other) => classesToBe(job).has(other));
    if (faults.length === 0) {
      wanted = wantedOf(row, lead, before, around);
      faults.push(...fitFaults(wanted, lead));
    }
    const seen = seenSessions(job);
    const place = `${registerKey(classCode)}/${registerKey(code)}`;
    if (seen.has(place)) faults.push({ column: '课次编号', code: 'repeated' });
    if (faults.length > 0) return faulty(faults);
    const same = before !== null && JSON.stringify(wanted) === JSON.stringify(before.content);
    const served = [lead.id, ...(wanted?.classes ?? []), ...(before?.content.classes ?? [])];
    const ended = (id: number): boolean => {
      const how = around.ended.get(id);
      // A guest that was called off does not hold the others back; what a closed class was taught stays.
      return how !== undefined && (how === 'closed' || id === lead.id || !before?.content.classes.includes(id));
    };
    if (!same && served.some(ended)) return faulty([{ column: '班次编号', code: 'classFinished' }]);
    if (!same && before && before.state !== 'scheduled') return faulty([{ column: '课次编号', code: 'sessionNotOpen' }]);
    seen.add(place);
    return { row, lead, wanted, before, outcome: { position, verdict: !before ? 'create' : same ? 'unchanged' : 'update' } };
  }

  private async write(db: Db, job: ImportJob, lines: readonly Line[]): Promise<void> {
    const of = (verdict: RowOutcome['verdict']): Line[] => lines.filter(({ outcome }) => outcome.verdict === verdict);
    const [created, updated] = [of('create'), of('update')];
    const announce = (sessionIds: number[]): Promise<void> => this.changed.announce(db, job.ctx, { sessionIds });
    // Classes that a session served before and serves no longer are counted anew as well.
    await announce(updated.map(({ before }) => before!.id));
    const key = ({ row, lead }: Line): { classId: number; code: string } => ({ classId: lead!.id, code: row.values.code as string });
    const ids = await this.lines.write(
      db,
      created.map((line) => ({ ...key(line), content: line.wanted! })),
      updated.map(({ before, wanted }) => ({ ...before!, before: before!.content, content: wanted! })),
    );
    for (const line of created) {
      const { classId, code } = key(line);
      line.outcome.effects = [{ noun: 'session', id: ids.get(sessionKey(classId, code))!, did: 'created', version: 1 }];
    }
    for (const { before, outcome } of updated) {
      outcome.effects = [{ noun: 'session', id: before!.id, did: 'updated', before: { ...before!.content }, version: before!.version + 1 }];
    }
    await noteUnits(
      db,
      job,
      [...created, ...updated].flatMap(({ before, wanted }) => [...(before?.content.classes ?? []), ...wanted!.classes]),
    );
    await announce([...created, ...updated].map(({ outcome }) => Number(outcome.effects![0]!.id)));
  }
}

const listed = ({ values }: ParsedRow, key: string): string[] | undefined =>
  key in values ? ((values[key] as string[] | null) ?? []) : undefined;
const pointsOf = ({ values }: ParsedRow): { name: string; unitCode: string }[] =>
  (values.viewingPoints as { name: string; unitCode: string }[] | null | undefined) ?? [];

function seenSessions(job: ImportJob): Set<string> {
  const seen = (job.state.get('sessions') as Set<string> | undefined) ?? new Set<string>();
  job.state.set('sessions', seen);
  return seen;
}

function referenceFaults(row: ParsedRow, around: Mentioned, isToBe: (code: string) => boolean): RowFault[] {
  const faults: RowFault[] = [];
  const demand = (column: string, codes: readonly (string | null | undefined)[], isKnown: (code: string) => boolean): void => {
    if (codes.some((code) => code && !isKnown(registerKey(code)))) faults.push({ column, code: 'referenceUnknown' });
  };
  const value = row.values as Record<string, string | null | undefined>;
  demand('教师编号', listed(row, 'instructors') ?? [], (code) => around.instructors.has(code));
  demand('教学点编号', [value.site], (code) => around.sites.has(code));
  demand('线路编号', [value.route], (code) => around.routes.has(code));
  demand('合班班次编号', listed(row, 'together') ?? [], (code) => around.classes.has(code) || isToBe(code));
  const places = pointsOf(row).map((point) => point.unitCode);
  demand('收看点', places, (code) => around.units.has(code));
  return faults;
}

function fitFaults(wanted: ImportedSession, lead: Lead): RowFault[] {
  const faults: RowFault[] = [];
  const { startsOn, endsOn } = lead;
  if (wanted.date < startsOn || wanted.date > endsOn)
    faults.push({ column: '日期', code: 'dateOutsideClass', facts: { startsOn, endsOn } });
  if (wanted.starts_at && wanted.ends_at && wanted.ends_at <= wanted.starts_at) faults.push({ column: '结束时间', code: 'datesReversed' });
  if (kindFacts(lead.kind).needsRoute && !wanted.site_id && !wanted.route_id) faults.push({ column: '线路编号', code: 'kindNeedsRoute' });
  return faults;
}

/**
 * The session as the row wants it. A column that the sheet does not have leaves what is there; an empty cell clears it. Viewing
 * points are only added: marks may have been made there.
 */
function wantedOf(row: ParsedRow, lead: Lead, before: StoredSession | null, around: Mentioned): ImportedSession {
  const now = before?.content;
  const given = (key: string, there: string | null | undefined): string | null =>
    key in row.values ? (row.values[key] as string | null) : (there ?? null);
  const ids = (codes: readonly string[], known: Map<string, number>): number[] =>
    [...new Set(codes.map((code) => known.get(registerKey(code)) ?? 0))].sort((a, b) => a - b);
  const one = (key: 'site' | 'route', there: number | null | undefined): number | null => {
    if (!(key in row.values)) return there ?? null;
    const code = row.values[key] as string | null;
    return code === null ? null : around[`${key}s`].get(registerKey(code))!;
  };
  const classIds = new Map([...around.classes].map(([code, { id }]) => [code, id]));
  const together = listed(row, 'together');
  const instructors = listed(row, 'instructors');
  const points = new Map((now?.points ?? []).map((point) => [registerKey(point.name), point]));
  for (const { name, unitCode } of pointsOf(row)) {
    const there = points.get(registerKey(name));
    points.set(registerKey(name), { name: there?.name ?? name, for_unit_id: around.units.get(registerKey(unitCode))! });
  }
  return {
    topic: row.values.topic as string,
    date: row.values.date as string,
    day_part: row.values.dayPart as ImportedSession['day_part'],
    starts_at: given('startsAt', now?.starts_at),
    ends_at: given('endsAt', now?.ends_at),
    place: given('place', now?.place),
    site_id: one('site', now?.site_id),
    route_id: one('route', now?.route_id),
    instructors: instructors ? ids(instructors, around.instructors) : (now?.instructors ?? []),
    classes: together ? [...new Set([lead.id, ...ids(together, classIds)])].sort((a, b) => a - b) : (now?.classes ?? [lead.id]),
    points: [...points.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
