import { Injectable } from '@nestjs/common';
import { inScope, type Scope } from '#access';
import { type CourseKind } from '#contract';
import { kindFacts } from '#courses';
import { AuditTrail } from '#platform/audit';
import { type Db } from '#platform/database';
import { type ImportJob, type ParsedRow, type RowFault, type RowOutcome } from '#platform/imports';
import { registerKey } from '#units';
import { ClassFactsChanged } from './class-facts-changed.js';
import { noteUnits } from './class.repository.js';
import { ClassLinesRepository, type ImportedClass, type KnownUnit, runKey, type StoredClass } from './class-lines.repository.js';

/** Classes as the file says they are, so that a trial's timetable finds them before they are made. By `registerKey` of the code. */
export type ClassesToBe = Map<string, { kind: CourseKind; startsOn: string; endsOn: string }>;

/** What a pass remembers from row to row. */
const remembered = <T>(job: ImportJob, what: string, fresh: T): T => {
  if (!job.state.has(what)) job.state.set(what, fresh);
  return job.state.get(what) as T;
};
export const classesToBe = (job: ImportJob): ClassesToBe => remembered(job, 'classes', new Map());

/** Sessions that the file puts on another day, by `sessionPlace`: a class may shrink past where they stood. */
export type Moves = ReadonlyMap<string, string>;
export const sessionPlace = (classCode: string, code: string): string => `${registerKey(classCode)}/${registerKey(code)}`;

interface Around {
  units: Map<string, KnownUnit>;
  known: Map<string, StoredClass>;
  /** Which class holds a run of a series. */
  runs: Map<string, string>;
  /** Sessions outside the dates that the file gives to their class. */
  outside: Map<number, { code: string | null; date: string }[]>;
  moves: Moves;
  scope: Scope;
}

interface Line {
  wanted: ImportedClass;
  before: StoredClass | null;
  outcome: RowOutcome;
}

/** The rows of the sheet of classes. */
@Injectable()
export class ClassLines {
  constructor(
    private readonly lines: ClassLinesRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  async settle(db: Db, job: ImportJob, scope: Scope, { rows, moves }: { rows: readonly ParsedRow[]; moves: Moves }): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const codes = rows.map((row) => row.values.code as string);
    const known = await this.lines.byCodes(db, codes, job.mode === 'apply');
    const units = await this.lines.units(db, [...new Set(rows.flatMap(unitCodes))]);
    const series = rows.flatMap((row) => (row.values.series as string | null | undefined) ?? []);
    const runs = remembered(job, 'runs', new Map<string, string>());
    for (const [run, code] of await this.lines.runs(db, [...new Set(series)])) if (!runs.has(run)) runs.set(run, code);
    const outside = await this.lines.ledOutside(
      db,
      rows.flatMap((row) => shrinking(row, known)),
    );
    const settled = rows.map((row) => this.judge(job, row, { units, known, runs, outside, moves, scope }));
    if (job.mode === 'apply') await this.write(db, job, settled);
    return settled.map(({ outcome }) => outcome);
  }

  private judge(job: ImportJob, row: ParsedRow, around: Around): Line {
    const key = registerKey(row.values.code as string);
    const before = around.known.get(key) ?? null;
    const toBe = classesToBe(job);
    const faults = faultsOf(row, before, around);
    if (toBe.has(key)) faults.push({ column: '班次编号', code: 'repeated' });
    const wanted = wantedOf(row, before, around.units);
    const outcome: RowOutcome = { position: row.position, verdict: 'faulty', faults };
    if (faults.length > 0) return { wanted, before, outcome };
    const run = runKey(wanted);
    const holder = run && around.runs.get(run);
    if (holder && holder !== key) faults.push({ column: '期', code: 'alreadyExists' });
    const same = before !== null && JSON.stringify(wanted) === JSON.stringify(before.content);
    if (before && !same && !['draft', 'published'].includes(before.state)) faults.push({ column: '班次编号', code: 'classFinished' });
    if (faults.length > 0) return { wanted, before, outcome };
    if (run) around.runs.set(run, key);
    toBe.set(key, { kind: wanted.kind, startsOn: wanted.starts_on, endsOn: wanted.ends_on });
    return { wanted, before, outcome: { position: row.position, verdict: !before ? 'create' : same ? 'unchanged' : 'update' } };
  }

  private async write(db: Db, job: ImportJob, lines: readonly Line[]): Promise<void> {
    const of = (verdict: RowOutcome['verdict']): Line[] => lines.filter(({ outcome }) => outcome.verdict === verdict);
    const [created, updated] = [of('create'), of('update')];
    const written = [...created, ...updated];
    if (written.length === 0) return;
    // Whose they were is told as well as whose they are.
    await noteUnits(
      db,
      job,
      updated.map(({ before }) => before!.id),
    );
    const ids = await this.lines.write(
      db,
      created.map((line) => line.wanted),
      updated.map(({ wanted, before }) => ({ id: before!.id, ...wanted })),
    );
    for (const { wanted, outcome } of created) {
      outcome.effects = [{ noun: 'class', id: ids.get(registerKey(wanted.code))!, did: 'created', version: 1 }];
    }
    for (const { before, outcome } of updated) {
      outcome.effects = [{ noun: 'class', id: before!.id, did: 'updated', before: { ...before!.content }, version: before!.version + 1 }];
    }
    await noteUnits(
      db,
      job,
      written.map(({ outcome }) => Number(outcome.effects![0]!.id)),
    );
    await this.audit.record(db, job.ctx, 'class.imported', { noun: 'import', id: job.id }, { classes: written.length });
    await this.changed.announce(db, job.ctx, { classIds: updated.map(({ before }) => before!.id) });
  }
}

const listed = ({ values }: ParsedRow, key: string): string[] | undefined =>
  key in values ? ((values[key] as string[] | null) ?? []) : undefined;

const unitCodes = (row: ParsedRow): string[] => [
  ...(listed(row, 'hosts') ?? []),
  ...(listed(row, 'supportingUnits') ?? []),
  ...['deliveringUnit', 'villageCode'].flatMap((key) => (row.values[key] as string | null | undefined) ?? []),
];

/**
 * The class as the row wants it. A column that the sheet does not have leaves what is there; an empty cell clears it, and stands
 * for what the kind usually does where a class cannot be without.
 */
function wantedOf(row: ParsedRow, before: StoredClass | null, units: Map<string, KnownUnit>): ImportedClass {
  const { values } = row;
  const now = before?.content;
  const kind = kindFacts(values.kind as CourseKind);
  const id = (code: string): number => units.get(code)?.id ?? 0;
  const given = <T>(key: string, there: T | undefined): T | null => (key in values ? (values[key] as T | null) : (there ?? null));
  const unit = (key: string, there: number | null | undefined): number | null => {
    const value = given<string | number>(key, there ?? undefined);
    return typeof value === 'string' ? id(value) : value;
  };
  const named = given('series', now?.series ?? undefined);
  // Equal for the database is equal: a series keeps the letters it was first written with.
  const series = named !== null && now?.series && registerKey(now.series) === registerKey(named) ? now.series : named;
  return {
    code: before?.content.code ?? (values.code as string),
    name: values.name as string,
    kind: kind.kind,
    delivery_mode: (values.deliveryMode as ImportedClass['delivery_mode'] | null) ?? now?.delivery_mode ?? kind.defaultDelivery,
    roster: (values.roster as ImportedClass['roster'] | null) ?? now?.roster ?? kind.defaultRoster,
    core_programme: (values.coreProgramme as boolean | null) ?? now?.core_programme ?? false,
    series,
    run_number: series === null ? null : given('runNumber', now?.run_number ?? undefined),
    starts_on: values.startsOn as string,
    ends_on: values.endsOn as string,
    delivering_unit_id: unit('deliveringUnit', now?.delivering_unit_id),
    village_id: unit('villageCode', now?.village_id),
    contact: given('contact', now?.contact ?? undefined),
    hosts: listed(row, 'hosts')!.map(id),
    supporting: listed(row, 'supportingUnits')?.map(id) ?? now?.supporting ?? [],
  };
}

function shrinking({ values }: ParsedRow, known: Map<string, StoredClass>): { id: number; startsOn: string; endsOn: string }[] {
  const { code, startsOn, endsOn } = values as Record<string, string>;
  const before = known.get(registerKey(code!));
  if (!before || (startsOn! <= before.content.starts_on && endsOn! >= before.content.ends_on)) return [];
  return [{ id: before.id, startsOn: startsOn!, endsOn: endsOn! }];
}

/** A session that would be left outside its class. */
function leftOutside({ values }: ParsedRow, before: StoredClass | null, { outside, moves }: Around): RowFault[] {
  const { code, startsOn, endsOn } = values as Record<string, string>;
  const dates = ((before && outside.get(before.id)) ?? []).map(
    (one) => (one.code !== null && moves.get(sessionPlace(code!, one.code))) || one.date,
  );
  const date = dates.find((day) => day < startsOn! || day > endsOn!);
  if (date === undefined) return [];
  return [{ column: date < startsOn! ? '开始日期' : '结束日期', code: 'dateOutsideClass', facts: { date } }];
}

function faultsOf(row: ParsedRow, before: StoredClass | null, around: Around): RowFault[] {
  const { units, scope } = around;
  const faults: RowFault[] = [];
  const unknown = (codes: readonly (string | null | undefined)[]): boolean => codes.some((code) => code && !units.has(code));
  // A unit that had ended before the class began takes on nothing; what it has it keeps.
  const gone = (codes: readonly (string | null | undefined)[], there: readonly (number | null)[] = []): boolean =>
    codes.some((code) => {
      const unit = code ? units.get(code) : undefined;
      return unit && unit.validTo !== null && unit.validTo < (row.values.startsOn as string) && !there.includes(unit.id);
    });
  const [host, ...others] = listed(row, 'hosts')!;
  const first = units.get(host!);
  // The host of record and the village must be one's own; others who take part may be anywhere.
  if (!first || !inScope(scope, first.accessPath) || unknown(others) || gone([host, ...others], before?.content.hosts))
    faults.push({ column: '主办单位代码', code: 'referenceUnknown' });
  const { deliveringUnit, villageCode } = row.values as Record<string, string | null | undefined>;
  const village = villageCode ? units.get(villageCode) : undefined;
  if (villageCode && (!village || !inScope(scope, village.accessPath) || gone([villageCode], [before?.content.village_id ?? null])))
    faults.push({ column: '村代码', code: 'referenceUnknown' });
  if (unknown([deliveringUnit])) faults.push({ column: '承办单位代码', code: 'referenceUnknown' });
  if (unknown(listed(row, 'supportingUnits') ?? [])) faults.push({ column: '协办单位代码', code: 'referenceUnknown' });
  if ((row.values.endsOn as string) < (row.values.startsOn as string)) faults.push({ column: '结束日期', code: 'datesReversed' });
  faults.push(...leftOutside(row, before, around));
  // The number is another unit's, and its class none of ours to change.
  if (before && !inScope(scope, before.accessPath)) faults.push({ column: '班次编号', code: 'alreadyExists' });
  return faults;
}
