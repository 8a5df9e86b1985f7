import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { PeopleInCounting } from './counting.repository.js';
import { PeopleChanged } from './people.events.js';
import { PersonRepository } from './person.repository.js';

/** Says that what counts of these people has changed: for every record that counts as one of them. */
@Injectable()
export class FiguresOfPeople {
  constructor(
    private readonly people: PersonRepository,
    private readonly counting: PeopleInCounting,
    private readonly changed: PeopleChanged,
  ) {}

  /**
   * Whoever calls holds these people locked, so that no record is merged into one of them meanwhile. Their other records are locked here:
   * a mark for one of those that is not committed is waited for, and one that comes later is counted by what has changed.
   */
  async changedFor(db: Db, ctx: Context, personIds: readonly number[]): Promise<void> {
    if (personIds.length === 0) return;
    const records = [...(await this.counting.withAliases(db, personIds)).keys()];
    const held = new Set(personIds);
    const others = records.filter((id) => !held.has(id));
    if (others.length > 0) await this.people.lock(db, others);
    await this.changed.announce(db, ctx, records);
  }
}
