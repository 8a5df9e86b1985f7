import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { FiguresOfPeople } from './figures-of-people.js';
import { OwnPerson } from './own-person.js';
import { PersonRepository } from './person.repository.js';

/** Takes a merge back, exactly that one: what had been merged into the record before comes back with it. Refusals: notFound, notMerged. */
@Injectable()
export class UnmergePeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnPerson,
    private readonly people: PersonRepository,
    private readonly figures: FiguresOfPeople,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'people.merge');
    return this.transactions.run(ctx, async (db) => {
      const person = await this.own.takeAny(db, scope, input.id);
      const into = person.mergedInto;
      if (into === null || !(await this.people.removeAlias(db, person.id))) throw new Refusal('notMerged');
      await this.people.touch(db, [person.id, into]);
      const units = [person.unitId, await this.people.unitOf(db, into)];
      await this.audit.record(db, ctx, 'person.unmerged', { noun: 'person', id: person.id, units }, { from: into });
      await this.audit.record(db, ctx, 'person.parted', { noun: 'person', id: into, units }, { by: person.id });
      await this.figures.changedFor(db, ctx, [person.id, into]);
      return { id: person.id, version: person.version + 1 };
    });
  }
}
