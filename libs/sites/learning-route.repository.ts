import { Injectable } from '@nestjs/common';
import { type Db, insertRows, listOf } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { type Condition, type Keeping, Register, type RegisterFields, type RegisterRow } from '#units';
import { type SiteRepository } from './teaching-site.repository.js';

export interface Stop {
  /** Ascending, not necessarily without gaps. */
  position: number;
  siteId: number;
  /** How long one stays. */
  minutes: number;
  /** How long the way to it takes. */
  travelMinutes: number;
}

export interface RouteRow extends RegisterRow {
  theme: string | null;
  stops: Stop[];
}

export const fewestStops = 2;

export const stoppingAt = (siteId: number): Condition => ({
  sql: 'EXISTS (SELECT 1 FROM route_stops rs WHERE rs.route_id = r.id AND rs.site_id = ?)',
  parameters: [siteId],
});

@Injectable()
export class RouteRepository extends Register<RouteRow> {
  constructor() {
    super('learning_routes', { theme: 'theme' });
  }

  protected override async withParts(db: Db, rows: RouteRow[]): Promise<RouteRow[]> {
    const stops: (Stop & { routeId: number })[] = await db.query(
      `SELECT route_id AS routeId, position, site_id AS siteId, minutes, travel_minutes AS travelMinutes FROM route_stops
      WHERE route_id IN ${listOf(rows)} ORDER BY route_id, position`,
      rows.map((row) => row.id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) row.stops = [];
    for (const { routeId, position, siteId, minutes, travelMinutes } of stops)
      byId.get(routeId)!.stops.push({ position, siteId, minutes, travelMinutes });
    return rows;
  }

  override async writeParts(db: Db, items: readonly { id: number; fields: RegisterFields<RouteRow> }[]): Promise<void> {
    const routes = items.flatMap(({ id, fields }) => (fields.stops ? [{ id, stops: fields.stops }] : []));
    if (routes.length === 0) return;
    await db.query(
      `DELETE FROM route_stops WHERE route_id IN ${listOf(routes)}`,
      routes.map(({ id }) => id),
    );
    await insertRows(
      db,
      'route_stops',
      routes.flatMap(({ id, stops }) =>
        stops.map(({ position, siteId, minutes, travelMinutes }) => ({
          route_id: id,
          position,
          site_id: siteId,
          minutes,
          travel_minutes: travelMinutes,
        })),
      ),
    );
  }
}

export const keepRoutes = (register: RouteRepository, sites: SiteRepository): Keeping<RouteRow> => ({
  noun: 'learningRoute',
  register,
  judge: async (db, shared, { stops }) => {
    if (!stops) return;
    if (stops.length < fewestStops)
      throw new Refusal('invalidFields', { fields: [{ field: 'stops', fault: 'tooFew', allowed: { min: fewestStops } }] });
    await sites.demand(
      db,
      shared,
      stops.map(({ siteId }, i) => ({ field: `stops[${i}].siteId`, id: siteId })),
    );
  },
});
