import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/** A unit that ended, and the one that took it over from a day on. */
export interface UnitTakenOver {
  unitId: number;
  successorId: number;
  /** The first day of the successor. */
  from: string;
}

type Listener = (db: Db, ctx: Context, taken: UnitTakenOver) => Promise<void>;

/** A unit was retired into another. Told inside the transaction that retires it. */
@Injectable()
export class UnitsTakenOver {
  private readonly listeners: Listener[] = [];
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
  async announce(db: Db, ctx: Context, taken: UnitTakenOver): Promise<void> {
    for (const listener of this.listeners) await listener(db, ctx, taken);
  }
}
