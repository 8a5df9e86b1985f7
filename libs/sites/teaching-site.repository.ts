import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { type Condition, inSubtrees, type Keeping, Register, type RegisterRow, type Subtrees } from '#units';
import { missingHalf } from './coordinate.policy.js';
import { type SitesMoved } from './sites.events.js';
import { type BaseRepository } from './training-base.repository.js';

export interface SiteRow extends RegisterRow {
  baseId: number | null;
  theme: string | null;
  address: string | null;
  /** People at once. */
  capacity: number | null;
  latitude: number | null;
  longitude: number | null;
}

export const ofBase = (baseId: number): Condition => ({ sql: 'r.base_id = ?', parameters: [baseId] });

@Injectable()
export class SiteRepository extends Register<SiteRow> {
  constructor() {
    super('teaching_sites', {
      baseId: 'base_id',
      theme: 'theme',
      address: 'address',
      capacity: 'capacity',
      latitude: 'latitude',
      longitude: 'longitude',
    });
  }

  /** @throws Refusal referenceUnknown when one of the sites, called by their fields, is not of the county. */
  async demand(db: Db, shared: Subtrees, wanted: readonly { field: string; id: number }[]): Promise<void> {
    const known = await this.byIds(db, [...new Set(wanted.map(({ id }) => id))]);
    const unknown = wanted.filter(({ id }) => !inSubtrees(shared, known.get(id)?.accessPath ?? ''));
    if (unknown.length > 0) throw new Refusal('referenceUnknown', { fields: unknown.map(({ field }) => ({ field, fault: 'unknown' })) });
  }
}

/** A teaching site lies in a town or one of its villages. */
export const keepSites = (register: SiteRepository, bases: BaseRepository, moves: SitesMoved): Keeping<SiteRow> => ({
  noun: 'teachingSite',
  register,
  levels: ['town', 'village'],
  moved: (db, ctx, id) => moves.announce(db, ctx, [id]),
  judge: async (db, shared, fields, before) => {
    const missing = missingHalf(fields, before);
    if (missing) throw new Refusal('invalidFields', { fields: [{ field: missing, fault: 'required' }] });
    const { baseId } = fields;
    if (baseId && !(await bases.find(db, shared, baseId)))
      throw new Refusal('referenceUnknown', { fields: [{ field: 'baseId', fault: 'unknown' }] });
  },
});
