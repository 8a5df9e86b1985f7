import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, isDuplicate } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { FiguresOfPeople } from './figures-of-people.js';
import { PersonRepository } from './person.repository.js';
import { overlapping } from './position-terms.policy.js';
import { PositionRepository, type PositionRow } from './position.repository.js';

type NewTerm = Omit<PositionRow, 'id' | 'version'>;

/** Terms of a person who is locked already: judged against the others, written, and told to the figures. */
@Injectable()
export class PositionBook {
  constructor(
    private readonly people: PersonRepository,
    private readonly positions: PositionRepository,
    private readonly figures: FiguresOfPeople,
  ) {}

  /** Refusals: datesReversed, positionOverlaps. */
  async add(db: Db, ctx: Context, term: NewTerm): Promise<number> {
    await this.judge(db, term, null);
    const id = await this.positions.insert(db, term).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal('positionOverlaps') : error;
    });
    await this.told(db, ctx, term.personId);
    return id;
  }

  /** Refusals: datesReversed, positionOverlaps, versionMismatch. */
  async end(db: Db, ctx: Context, position: PositionRow, version: number, to: string | null): Promise<void> {
    await this.judge(db, { ...position, to }, position.id);
    if (!(await this.positions.setTerm(db, position.id, version, to))) throw new Refusal('versionMismatch', { version: position.version });
    await this.told(db, ctx, position.personId);
  }

  private async judge(db: Db, term: NewTerm, own: number | null): Promise<void> {
    if (term.to !== null && term.to < term.from) throw new Refusal('datesReversed', { from: term.from, to: term.to });
    const others = (await this.positions.ofPeople(db, [term.personId])).filter((other) => other.id !== own);
    const other = overlapping(term, others);
    if (other) throw new Refusal('positionOverlaps', { positionId: String(other.id), from: other.from, to: other.to });
  }

  private async told(db: Db, ctx: Context, personId: number): Promise<void> {
    await this.people.touch(db, [personId]);
    await this.figures.changedFor(db, ctx, [personId]);
  }
}
