import { Injectable } from '@nestjs/common';
import { UnitsTakenOver } from '#units';
import { FiguresOfPeople } from './figures-of-people.js';
import { PersonRepository } from './person.repository.js';
import { PositionRepository } from './position.repository.js';

/** People locked and moved by one statement. */
const batch = 500;

/** When a unit is retired into another, its people belong to that one from the next day on; what they did before stays where it was. */
@Injectable()
export class MoveOnUnitTakenOver {
  constructor(units: UnitsTakenOver, people: PersonRepository, positions: PositionRepository, figures: FiguresOfPeople) {
    units.subscribe(async (db, ctx, { unitId, successorId, from }) => {
      const ids = await positions.peopleNowIn(db, unitId);
      for (let i = 0; i < ids.length; i += batch) {
        const found = ids.slice(i, i + batch);
        await people.lock(db, found);
        // Whoever was moved elsewhere before the lock stays there.
        const some = await positions.peopleNowIn(db, unitId, found);
        await positions.setUnits(
          db,
          some.map((personId) => ({ personId, from, unitId: successorId })),
        );
        await positions.settle(db, some);
        await people.touch(db, some);
        await figures.changedFor(db, ctx, some);
      }
    });
  }
}
