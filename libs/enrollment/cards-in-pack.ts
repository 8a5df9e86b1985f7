import { Injectable } from '@nestjs/common';
import { PeopleInCounting } from '#people';
import { type Db } from '#platform/database';
import { TraineeCardRepository } from './trainee-card.repository.js';

/** By what phones know the cards of people; where records were merged, the cards of all of them are that person's. */
@Injectable()
export class CardsInPack {
  constructor(
    private readonly people: PeopleInCounting,
    private readonly cards: TraineeCardRepository,
  ) {}

  /** Canonical person → digests. Who holds no card is left out. */
  async of(db: Db, personIds: readonly number[]): Promise<Map<number, string[]>> {
    const { records } = await this.people.standFor(db, personIds);
    const held = new Map<number, string[]>();
    for (const [id, digest] of await this.cards.digestsOf(db, [...records.keys()])) {
      const canonical = records.get(id)!;
      held.set(canonical, [...(held.get(canonical) ?? []), digest].sort());
    }
    return held;
  }
}
