import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Db } from '#platform/database';
import { type ImportJob, type ParsedRow, type RowFault, type RowOutcome } from '#platform/imports';
import {
  inSubtrees,
  namedValues,
  type RegisterFields,
  RegisterImport,
  registerKey,
  type RegisterLine,
  seenCodes,
  UnitRepository,
} from '#units';
import { fewestStops, keepRoutes, RouteRepository, type RouteRow, type Stop } from './learning-route.repository.js';
import { SiteRepository } from './teaching-site.repository.js';

/** A row, which is a stop, with what is wrong with it. */
interface StopRow {
  row: ParsedRow;
  stop: Stop;
  faults: RowFault[];
}

/** Stands for a site that an earlier row of the file makes: judged, not there yet. */
const siteToBe = 0;
/** Positions at which a chunk of rows ends: the next stops of its last route are yet to come. */
const chunkEnd = 500;

/** The sheet of routes: one row a stop, the route's own columns repeated. Stops that are not in the file stay. */
@Injectable()
export class ImportRoutes {
  constructor(
    private readonly registers: RegisterImport,
    private readonly units: UnitRepository,
    private readonly routes: RouteRepository,
    private readonly sites: SiteRepository,
  ) {}

  async work(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const stops = await this.stopsOf(db, job, rows);
    const known = await this.routes.byCodes(db, [...new Set(rows.map((row) => row.values.code as string))]);
    const routes = new Map<string, StopRow[]>();
    for (const one of stops.filter(({ faults }) => faults.length === 0)) {
      const key = routeKey(one.row);
      routes.set(key, [...(routes.get(key) ?? []), one]);
    }
    for (const [key, group] of routes) judgeGroup(group, known.get(key), seenStops(job, key));
    const sound = [...routes.values()]
      .map((group) => group.filter(({ faults }) => faults.length === 0))
      .filter((group) => group.length > 0);
    const lines = await this.lines(db, job, sound, known);
    if (job.mode === 'apply') await this.registers.write(db, job, keepRoutes(this.routes, this.sites), lines);
    const judged = new Map(lines.flatMap((line, i) => sound[i]!.map((one, nth) => [one.row, outcomeOf(line, one, nth === 0)] as const)));
    for (const [i, line] of lines.entries())
      noteEffects(
        line,
        sound[i]!.map(({ row }) => judged.get(row)!),
      );
    return stops.map(({ row, faults }) => judged.get(row) ?? { position: row.position, verdict: 'faulty', faults });
  }

  private async stopsOf(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<StopRow[]> {
    const shared = await this.units.countyWide(db, scopeOf(job.ctx, 'catalogue.manage'));
    const sites = await this.sites.byCodes(db, [...new Set(rows.map((row) => row.values.siteCode as string))]);
    const toBe = job.mode === 'judge' ? seenCodes(job, 'teachingSite') : new Set<string>();
    return rows.map((row) => {
      const faults: RowFault[] = [];
      const key = registerKey(row.values.siteCode as string);
      const site = sites.get(key);
      if (site ? !inSubtrees(shared, site.accessPath) : !toBe.has(key)) faults.push({ column: '教学点编号', code: 'referenceUnknown' });
      const { position, minutes, travelMinutes } = row.values as unknown as Stop & { travelMinutes: number | null };
      return { row, stop: { position, siteId: site?.id ?? siteToBe, minutes, travelMinutes: travelMinutes ?? 0 }, faults };
    });
  }

  /** One line a route, by its first sound row. */
  private lines(
    db: Db,
    job: ImportJob,
    groups: readonly StopRow[][],
    known: ReadonlyMap<string, RouteRow>,
  ): Promise<RegisterLine<RouteRow>[]> {
    const merged = new Map(groups.map((group) => [group[0]!.row, mergedStops(known.get(routeKey(group[0]!.row)), group)]));
    return this.registers.judge(
      db,
      job,
      {
        keeping: keepRoutes(this.routes, this.sites),
        codeTitle: '线路编号',
        scope: scopeOf(job.ctx, 'catalogue.manage'),
        continued: true,
        read: (row) => ({
          fields: { ...(namedValues(row, ['theme']) as RegisterFields<RouteRow>), stops: merged.get(row)! },
          faults: [],
        }),
      },
      groups.map((group) => group[0]!.row),
    );
  }
}

const routeKey = (row: ParsedRow): string => registerKey(row.values.code as string);

function seenStops(job: ImportJob, route: string): Set<number> {
  const key = `stops of ${route}`;
  const seen = (job.state.get(key) as Set<number> | undefined) ?? new Set<number>();
  job.state.set(key, seen);
  return seen;
}

/** Faults of rows of one route: a place in the order taken twice, another name or unit than the first row's, too few stops. */
function judgeGroup(group: readonly StopRow[], before: RouteRow | undefined, seen: Set<number>): void {
  const head = group[0]!.row.values;
  for (const { row, stop, faults } of group) {
    if (seen.has(stop.position)) faults.push({ column: '站序', code: 'repeated' });
    if (row.values.name !== head.name) faults.push({ column: '线路名称', code: 'contradicts' });
    if (row.values.unitCode !== head.unitCode) faults.push({ column: '单位代码', code: 'contradicts' });
    if (faults.length === 0) seen.add(stop.position);
  }
  const places = new Set([...seen, ...(before?.stops ?? []).map(({ position }) => position)]);
  const goesOn = group.at(-1)!.row.position % chunkEnd === 0;
  if (places.size >= fewestStops || goesOn) return;
  for (const { faults } of group) faults.push({ column: '站序', code: 'tooFew', facts: { min: fewestStops } });
}

function mergedStops(before: RouteRow | undefined, group: readonly StopRow[]): Stop[] {
  const stops = new Map((before?.stops ?? []).map((stop) => [stop.position, stop]));
  for (const { stop } of group) stops.set(stop.position, stop);
  return [...stops.values()].sort((a, b) => a.position - b.position);
}

function outcomeOf({ before, fields, outcome }: RegisterLine<RouteRow>, { row, stop }: StopRow, isHead: boolean): RowOutcome {
  const { position } = row;
  if (outcome.verdict === 'faulty') return { position, verdict: 'faulty', faults: outcome.faults };
  const was = before?.stops.find((one) => one.position === stop.position);
  if (!was) return { position, verdict: 'create' };
  const headChanged = (['name', 'unitId', 'theme'] as const).some((key) => fields[key] !== undefined && fields[key] !== before?.[key]);
  const changed = JSON.stringify(was) !== JSON.stringify(stop) || (isHead && headChanged);
  return { position, verdict: changed ? 'update' : 'unchanged' };
}

/** The route's effects go with its first row that does something. */
function noteEffects(line: RegisterLine<RouteRow>, outcomes: readonly RowOutcome[]): void {
  const doing = outcomes.find(({ verdict }) => verdict === 'create' || verdict === 'update') ?? outcomes[0];
  if (doing && line.outcome.effects) doing.effects = line.outcome.effects;
}
