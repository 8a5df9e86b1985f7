import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { PeopleInCounting } from './counting.repository.js';
import { PeopleChanged } from './people.events.js';

/** Says that what counts of these people has changed: for every record that counts as one of them. */
@Injectable()
export class FiguresOfPeople {
  constructor(
    private readonly counting: PeopleInCounting,
    private readonly changed: PeopleChanged,
  ) {}

  async changedFor(db: Db, ctx: Context, personIds: readonly number[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.changed.announce(db, ctx, [...(await this.counting.withAliases(db, personIds)).keys()]);
  }
}
