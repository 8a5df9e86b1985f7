import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

type Listener = (db: Db, ctx: Context, personIds: readonly number[]) => Promise<void>;

/** Something about these people changed that figures may depend on. Told inside the transaction that changes it. */
@Injectable()
export class PeopleChanged {
  private readonly listeners: Listener[] = [];
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
  async announce(db: Db, ctx: Context, personIds: readonly number[]): Promise<void> {
    if (personIds.length === 0) return;
    for (const listener of this.listeners) await listener(db, ctx, personIds);
  }
}
