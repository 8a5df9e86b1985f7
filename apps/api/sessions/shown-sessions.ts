import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { HeadCountRepository } from '#attendance';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { SessionRepository, type SessionRow } from '#schedule';
import { FiguresRepository } from '#statistics';
import { sessionView, type SessionView } from './sessions.dto.js';

/** Sessions as the wire shows them, with what stands beside them everywhere: heads, and named people as compiled. */
@Injectable()
export class ShownSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly headCounts: HeadCountRepository,
    private readonly figures: FiguresRepository,
  ) {}

  async one(ctx: Context, id: number): Promise<SessionView> {
    const row = required(await this.sessions.find(this.transactions.read, scopeOf(ctx, 'classes.read'), id), 'notFound');
    return (await this.views([row])).get(id)!;
  }

  async views(rows: readonly SessionRow[]): Promise<Map<number, SessionView>> {
    const db = this.transactions.read;
    const ids = rows.map((row) => row.id);
    const heads = await this.headCounts.headsOf(db, ids);
    const named = await this.figures.namedAt(db, ids);
    return new Map(rows.map((row) => [row.id, sessionView(row, heads.get(row.id) ?? null, named.get(row.id) ?? 0)]));
  }
}
