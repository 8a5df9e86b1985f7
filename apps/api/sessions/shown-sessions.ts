import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { HeadCountRepository } from '#attendance';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { type NamedTable, NamesRepository, SessionRepository, type SessionRow } from '#schedule';
import { FiguresRepository } from '#statistics';
import { displayName } from '#units';
import { type SessionLabels, sessionView, type SessionView } from './sessions.dto.js';

/** Sessions as the wire shows them, with what stands beside them everywhere: heads, and named people as compiled. */
@Injectable()
export class ShownSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly figures: FiguresRepository,
    private readonly names: NamesRepository,
  ) {}

  async one(ctx: Context, id: number): Promise<SessionView> {
    const row = required(await this.sessions.find(this.transactions.read, scopeOf(ctx, 'classes.read'), id), 'notFound');
    return (await this.views([row])).get(id)!;
  }

  async views(rows: readonly SessionRow[]): Promise<Map<number, SessionView>> {
    const db = this.transactions.read;
    const ids = rows.map((row) => row.id);
    const heads = await this.headCounts.headsOf(db, ids);
    const named = await this.figures.namedAt(db, ids);
    const labels = await this.labels(rows);
    return new Map(rows.map((row) => [row.id, sessionView(row, heads.get(row.id) ?? null, named.get(row.id) ?? 0, labels(row))]));
  }

  /** A constant number of queries, however many sessions. */
  private async labels(rows: readonly SessionRow[]): Promise<(row: SessionRow) => SessionLabels> {
    const of = (table: NamedTable, pick: (row: SessionRow) => (number | null)[]) =>
      this.names.of(this.transactions.read, table, rows.flatMap(pick));
    const classes = await of('classes', (row) => row.classIds);
    const instructors = await of('instructors', (row) => row.instructorIds);
    const courses = await of('courses', (row) => [row.courseId]);
    const sites = await of('teaching_sites', (row) => [row.siteId, ...row.checkpoints.map((stop) => stop.siteId)]);
    const routes = await of('learning_routes', (row) => [row.routeId]);
    const units = await of('units', (row) => [row.forUnitId, ...row.viewingPoints.map((point) => point.forUnitId)]);
    const unit = (id: number | null): string | null => {
      const name = units(id);
      return name === null ? null : displayName(name);
    };
    return (row) => ({
      classes: row.classIds.map((id) => classes(id) ?? ''),
      instructors: row.instructorIds.map((id) => instructors(id) ?? ''),
      course: courses(row.courseId),
      site: sites(row.siteId),
      route: routes(row.routeId),
      forUnit: unit(row.forUnitId),
      stops: row.checkpoints.map((stop) => sites(stop.siteId) ?? ''),
      pointUnits: row.viewingPoints.map((point) => unit(point.forUnitId) ?? ''),
    });
  }
}
