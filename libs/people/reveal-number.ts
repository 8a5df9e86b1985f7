import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { PersonRepository } from './person.repository.js';
import { PersonalNumbers } from './personal-numbers.js';

export const revealable = ['idNumber', 'phone'] as const;
export type Revealable = (typeof revealable)[number];

/** Shows a number in full, for a reason that is kept with who asked. Refusals: notFound (also when there is no such number). */
@Injectable()
export class RevealNumber {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly numbers: PersonalNumbers,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; number: Revealable; reason: string }): Promise<{ id: number; number: Revealable; value: string }> {
    const scope = scopeOf(ctx, 'people.reveal');
    // An answer kept for repeats would be a number in clear.
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      const person = required(await this.people.find(db, scope, input.id), 'notFound');
      const sealed = required((await this.people.sealedNumbers(db, person.id))[input.number], 'notFound', { number: input.number });
      await this.audit.record(
        db,
        ctx,
        'person.revealed',
        { noun: 'person', id: person.id, units: [person.unitId] },
        { number: input.number, reason: input.reason },
      );
      return { id: person.id, number: input.number, value: this.numbers.open(sealed) };
    });
  }
}
