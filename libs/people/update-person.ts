import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail, whatChanged } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { OwnPerson } from './own-person.js';
import { FiguresOfPeople } from './figures-of-people.js';
import { columnsOf, detailsIn, movesFigures, type PersonDetails } from './person-columns.js';
import { tellDuplicate } from './person-duplicates.js';
import { PersonRepository } from './person.repository.js';
import { PersonalNumbers } from './personal-numbers.js';

/** Changes what is known of a person. Refusals: notFound, personMerged, versionMismatch, alreadyExists, identityInvalid, identityTaken, datesReversed. */
@Injectable()
export class UpdatePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnPerson,
    private readonly people: PersonRepository,
    private readonly numbers: PersonalNumbers,
    private readonly figures: FiguresOfPeople,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: PersonDetails }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'people.manage');
    return this.transactions.run(ctx, async (db) => {
      const person = await this.own.take(db, scope, input.id, input.version);
      const columns = columnsOf(input.changes, person, this.numbers);
      const before = { ...person, ...detailsIn(await this.people.numberIndexes(db, person.id)) };
      if (!(await this.people.update(db, person.id, input.version, columns).catch(tellDuplicate))) {
        throw new Refusal('versionMismatch', { version: person.version });
      }
      // All of it is personal: the trail keeps which fields, never what stood or stands in them.
      const { fields } = whatChanged(before, detailsIn(columns));
      await this.audit.record(db, ctx, 'person.updated', { noun: 'person', id: person.id, units: [person.unitId] }, { fields });
      if (movesFigures(columns)) await this.figures.changedFor(db, ctx, [person.id]);
      return { id: person.id, version: input.version + 1 };
    });
  }
}
