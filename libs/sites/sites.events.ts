import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

type Listener = (db: Db, ctx: Context, siteIds: readonly number[]) => Promise<void>;

/** These teaching sites are entered under another unit than before. Told inside the transaction that changes it. */
@Injectable()
export class SitesMoved {
  private readonly listeners: Listener[] = [];
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
  async announce(db: Db, ctx: Context, siteIds: readonly number[]): Promise<void> {
    if (siteIds.length === 0) return;
    for (const listener of this.listeners) await listener(db, ctx, siteIds);
  }
}
