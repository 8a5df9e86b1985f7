import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { roundedPlace } from './coordinate.policy.js';
import { type SiteInput } from './create-site.js';
import { SitesMoved } from './sites.events.js';
import { keepSites, SiteRepository } from './teaching-site.repository.js';
import { BaseRepository } from './training-base.repository.js';

export type SiteChanges = Partial<Omit<SiteInput, 'code'>>;

/** Refusals: notFound, versionMismatch, invalidFields (half a place), referenceUnknown, unitRetired, unitLevelInvalid. */
@Injectable()
export class UpdateSite {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly sites: SiteRepository,
    private readonly bases: BaseRepository,
    private readonly moves: SitesMoved,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: SiteChanges }): Promise<ChangedRow> {
    const scope = scopeOf(ctx, 'catalogue.manage');
    const { id, version, changes } = input;
    return this.keeper.change(ctx, keepSites(this.sites, this.bases, this.moves), { scope, id, version, fields: roundedPlace(changes) });
  }
}
