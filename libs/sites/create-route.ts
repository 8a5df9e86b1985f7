import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { keepRoutes, RouteRepository, type Stop } from './learning-route.repository.js';
import { SiteRepository } from './teaching-site.repository.js';

/** In the order in which they are visited. */
export type StopInput = Omit<Stop, 'position' | 'travelMinutes'> & { travelMinutes?: number };

export interface RouteInput {
  unitId: number;
  name: string;
  code?: string | null;
  theme?: string | null;
  /** At least two. */
  stops: StopInput[];
}

export const numbered = (stops: readonly StopInput[]): Stop[] =>
  stops.map(({ siteId, minutes, travelMinutes = 0 }, i) => ({ position: i + 1, siteId, minutes, travelMinutes }));

/** Refusals: referenceUnknown, unitRetired, invalidFields (too few stops), alreadyExists (code). */
@Injectable()
export class CreateRoute {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly routes: RouteRepository,
    private readonly sites: SiteRepository,
  ) {}

  run(ctx: Context, input: RouteInput): Promise<ChangedRow> {
    const scope = scopeOf(ctx, 'catalogue.manage');
    return this.keeper.add(ctx, keepRoutes(this.routes, this.sites), { scope, fields: { ...input, stops: numbered(input.stops) } });
  }
}
