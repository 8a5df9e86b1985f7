import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/**
 * Facts that figures are compiled from have changed: of these sessions, or of these classes as a whole. Each is named as often
 * as facts of it changed: `pending` counts them.
 */
export interface ChangedFacts {
  sessionIds?: readonly number[];
  classIds?: readonly number[];
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
    if ((changed.sessionIds ?? changed.classIds ?? []).length === 0) return;
    for (const listener of this.listeners) await listener(db, ctx, changed);
  }
}
