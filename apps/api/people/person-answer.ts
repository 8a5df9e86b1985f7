import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { PersonRepository } from '#people';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { type PersonView } from './people.dto.js';
import { ShownPeople } from './shown-people.js';

/** A person as they stand after a deed. */
@Injectable()
export class PersonAnswer {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly shown: ShownPeople,
  ) {}

  async of(ctx: Context, id: number): Promise<PersonView> {
    const db = this.transactions.read;
    const person = required(await this.people.find(db, scopeOf(ctx, 'people.read'), id), 'notFound');
    return (await this.shown.views(db, [person]))[0]!;
  }
}
