import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { PersonRepository } from '#people';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { required } from '#platform/refusal';
import { ownLivingUnit, UnitRepository } from '#units';

/** The unit and the person that a teacher refers to are one's own. Refusals: referenceUnknown, unitRetired. */
@Injectable()
export class InstructorReferences {
  constructor(
    private readonly units: UnitRepository,
    private readonly people: PersonRepository,
  ) {}

  async demand(db: Db, ctx: Context, named: { unitId?: number; personId?: number | null }): Promise<void> {
    if (named.unitId !== undefined) await ownLivingUnit(db, this.units, scopeOf(ctx, 'catalogue.manage'), named.unitId);
    if (named.personId) {
      const unknown = { fields: [{ field: 'personId', fault: 'unknown' }] };
      required(await this.people.find(db, scopeOf(ctx, 'people.read'), named.personId), 'referenceUnknown', unknown);
    }
  }
}
