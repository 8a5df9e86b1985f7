import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { alwaysThere, ownLivingUnit, UnitRepository } from '#units';
import { columnsOf, type PersonDetails } from './person-columns.js';
import { tellDuplicate } from './person-duplicates.js';
import { PersonRepository } from './person.repository.js';
import { PersonalNumbers } from './personal-numbers.js';
import { PositionRepository } from './position.repository.js';

export interface CreatePersonInput extends PersonDetails {
  name: string;
  unitId: number;
  /** Since when the person belongs to the unit; always, when nobody says. */
  unitFrom?: string;
}

/** Puts a person on the register. Refusals: referenceUnknown, unitRetired, alreadyExists (code), identityInvalid, identityTaken, datesReversed. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly positions: PositionRepository,
    private readonly units: UnitRepository,
    private readonly numbers: PersonalNumbers,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: CreatePersonInput): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'people.manage');
    const columns = columnsOf(input, {}, this.numbers);
    return this.transactions.run(ctx, async (db) => {
      const unit = await ownLivingUnit(db, this.units, scope, input.unitId);
      const id = await this.people.insert(db, { ...columns, unit_id: unit.id }).catch(tellDuplicate);
      await this.positions.setUnit(db, { personId: id, from: input.unitFrom ?? alwaysThere, unitId: unit.id });
      await this.audit.record(db, ctx, 'person.created', { noun: 'person', id, units: [unit.id] }, { unitId: unit.id });
      return { id, version: 1 };
    });
  }
}
