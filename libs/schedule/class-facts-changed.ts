import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/** Facts that figures are compiled from have changed: of these sessions, or of these classes as a whole. */
export interface ChangedFacts {
  sessionIds?: readonly number[];
  classIds?: readonly number[];
  /** How many facts, for `pending`. */
  facts: number;
}

type Listener = (db: Db, ctx: Context, changed: ChangedFacts) => Promise<void>;

/** Told inside the transaction that changes the facts, so that nothing is forgotten when it commits and nothing happens when it does not. */
@Injectable()
export class ClassFactsChanged {
  private readonly listeners: Listener[] = [];
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
  async announce(db: Db, ctx: Context, changed: ChangedFacts): Promise<void> {
    for (const listener of this.listeners) await listener(db, ctx, changed);
  }
}
