import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { type ClassFilter, ClassRepository } from './class.repository.js';
import { SessionRepository } from './session.repository.js';

/** How many classes and sessions somebody left half done, counted no further than `most`. */
@Injectable()
export class CountUnfinished {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Classes that nobody has published. */
  drafts(ctx: Context, most: number): Promise<number> {
    return this.of(ctx, { state: 'draft' }, most);
  }

  /** Classes that are over and that nobody has closed. */
  unclosed(ctx: Context, most: number): Promise<number> {
    return this.of(ctx, { unclosedBefore: today() }, most);
  }

  /** Sessions that are over and of which nothing came in. */
  async unmarked(ctx: Context, most: number): Promise<number> {
    const scope = scopeOf(ctx, 'classes.read');
    return this.sessions.countUnmarked(this.transactions.read, scope, today(), most);
  }

  private async of(ctx: Context, filter: ClassFilter, most: number): Promise<number> {
    const page = { order: 'id', after: null, limit: most } as const;
    return (await this.classes.list(this.transactions.read, scopeOf(ctx, 'classes.manage'), filter, page)).length;
  }
}
