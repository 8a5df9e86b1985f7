import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { FiguresOfPeople } from './figures-of-people.js';
import { PersonRepository } from './person.repository.js';
import { type PersonUnitRow, PositionRepository } from './position.repository.js';

/** Where people are from which day on, kept together with where they are now. */
@Injectable()
export class PersonMoves {
  constructor(
    private readonly people: PersonRepository,
    private readonly positions: PositionRepository,
    private readonly figures: FiguresOfPeople,
  ) {}

  async move(db: Db, ctx: Context, entry: PersonUnitRow): Promise<void> {
    await this.positions.setUnit(db, entry);
    await this.positions.settle(db, [entry.personId]);
    await this.people.touch(db, [entry.personId]);
    await this.figures.changedFor(db, ctx, [entry.personId]);
  }
}
