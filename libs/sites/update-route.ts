import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { numbered, type RouteInput } from './create-route.js';
import { keepRoutes, RouteRepository } from './learning-route.repository.js';
import { SiteRepository } from './teaching-site.repository.js';

/** Stops, where they are named, take the place of all that were there. */
export type RouteChanges = Partial<Omit<RouteInput, 'code'>>;

/** Refusals: notFound, versionMismatch, referenceUnknown, unitRetired, invalidFields (too few stops). */
@Injectable()
export class UpdateRoute {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly routes: RouteRepository,
    private readonly sites: SiteRepository,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: RouteChanges }): Promise<ChangedRow> {
    const scope = scopeOf(ctx, 'catalogue.manage');
    const { id, version, changes } = input;
    const { stops, ...rest } = changes;
    const fields = stops ? { ...rest, stops: numbered(stops) } : rest;
    return this.keeper.change(ctx, keepRoutes(this.routes, this.sites), { scope, id, version, fields });
  }
}
