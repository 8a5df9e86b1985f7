import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type Db } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type PersonRow, PersonRepository } from './person.repository.js';

/** The person whom a use case is about to change, locked against others. */
@Injectable()
export class OwnPerson {
  constructor(private readonly people: PersonRepository) {}

  /** A record that counts for itself. Refusals: notFound, personMerged, versionMismatch. */
  async take(db: Db, scope: Scope, id: number, version?: number): Promise<PersonRow> {
    const person = await this.takeAny(db, scope, id);
    if (person.mergedInto !== null) throw new Refusal('personMerged', { personId: String(person.mergedInto) });
    if (version !== undefined && person.version !== version) throw new Refusal('versionMismatch', { version: person.version });
    return person;
  }

  /** Merged or not. Refusals: notFound. */
  async takeAny(db: Db, scope: Scope, id: number): Promise<PersonRow> {
    required(await this.people.find(db, scope, id), 'notFound');
    await this.people.lock(db, [id]);
    return required(await this.people.find(db, scope, id), 'notFound');
  }
}
