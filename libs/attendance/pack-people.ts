import { Injectable } from '@nestjs/common';
import { type Audience } from '#contract';
import { CardsInPack, EnrollmentRepository, type RosterRow } from '#enrollment';
import { audienceOn, PeopleInCounting } from '#people';
import { type Db } from '#platform/database';

/** What a phone is told of somebody beside the line of the roster. */
export interface PackPersonFacts {
  audience: Audience;
  /** By these the phone knows their cards. */
  cards: string[];
}

/** Who is in a pack, who they are on a day, and by what their cards are known. */
@Injectable()
export class PackPeople {
  constructor(
    private readonly enrollments: EnrollmentRepository,
    private readonly people: PeopleInCounting,
    private readonly cards: CardsInPack,
  ) {}

  rosters(db: Db, classIds: readonly number[]): Promise<RosterRow[]> {
    return this.enrollments.rosters(db, classIds);
  }

  async of(db: Db, canonicalIds: readonly number[]): Promise<(id: number, date: string) => PackPersonFacts> {
    const facts = await this.people.personFacts(db, canonicalIds);
    const cards = await this.cards.of(db, canonicalIds);
    return (id, date) => ({ audience: audienceOn(date, facts.get(id)!), cards: cards.get(id) ?? [] });
  }
}
