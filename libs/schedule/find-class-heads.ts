import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { type ClassHead, ClassHeadRepository } from './class-head.repository.js';

/** The accounts that whoever sets up classes may name as head of one, by a part of the name or account. */
@Injectable()
export class FindClassHeads {
  constructor(
    private readonly transactions: Transactions,
    private readonly heads: ClassHeadRepository,
  ) {}

  run(ctx: Context, input: { q?: string; after: number; limit: number }): Promise<ClassHead[]> {
    return this.heads.list(this.transactions.read, scopeOf(ctx, 'classes.manage'), input);
  }
}
