import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { roundedPlace } from './coordinate.policy.js';
import { SitesMoved } from './sites.events.js';
import { keepSites, SiteRepository } from './teaching-site.repository.js';
import { BaseRepository } from './training-base.repository.js';

export interface SiteInput {
  unitId: number;
  name: string;
  code?: string | null;
  baseId?: number | null;
  theme?: string | null;
  address?: string | null;
  capacity?: number | null;
  latitude?: number | null;
  longitude?: number | null;
}

/** Refusals: invalidFields (half a place), referenceUnknown, unitRetired, unitLevelInvalid, alreadyExists (code). */
@Injectable()
export class CreateSite {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly sites: SiteRepository,
    private readonly bases: BaseRepository,
    private readonly moves: SitesMoved,
  ) {}

  run(ctx: Context, input: SiteInput): Promise<ChangedRow> {
    const scope = scopeOf(ctx, 'catalogue.manage');
    return this.keeper.add(ctx, keepSites(this.sites, this.bases, this.moves), { scope, fields: roundedPlace(input) });
  }
}
