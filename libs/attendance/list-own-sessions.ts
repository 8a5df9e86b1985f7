import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { type SessionCursor } from '#schedule';
import { type OwnSession, packDays, PackRepository } from './pack.repository.js';

/** The sessions that an account teaches, or whose class it heads, on the days of its pack. Nothing is served by it: a mark needs the pack. */
@Injectable()
export class ListOwnSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly packs: PackRepository,
  ) {}

  async run(ctx: Context, page: { after: SessionCursor | null; limit: number }): Promise<OwnSession[]> {
    scopeOf(ctx, 'attendance.mark');
    return ctx.user ? this.packs.listOwn(this.transactions.read, packDays(), ctx.user, page) : [];
  }
}
