import { Injectable } from '@nestjs/common';
import { mayAnywhere, scopeOf } from '#access';
import { type ClassState } from '#contract';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { type Refusal, required } from '#platform/refusal';
import { ClassRepository } from './class.repository.js';
import { classTransitions } from './class-state.policy.js';
import { managesAll } from './reference-check.js';
import { refusedMove } from './refused-move.js';
import { SessionRepository } from './session.repository.js';

export interface ForeseenMove {
  to: ClassState;
  refusal: Refusal | null;
  /** How many sessions would be cancelled with the class. */
  cancels: number;
}

/** What may become of a class, and what would come of it. Refusals: notFound. */
@Injectable()
export class ForeseeClassStates {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** `manages`: whether whoever asks may change the class; who only looks on has no moves. */
  run(ctx: Context, { id }: { id: number }): Promise<{ manages: boolean; moves: ForeseenMove[] }> {
    const scope = scopeOf(ctx, 'classes.read');
    return this.transactions.snapshot(async (db) => {
      const now = required(await this.classes.find(db, scope, id), 'notFound');
      const manages = mayAnywhere(ctx, 'classes.manage') && (await managesAll(db, scopeOf(ctx, 'classes.manage'), [id]));
      if (!manages) return { manages: false, moves: [] };
      const moves: ForeseenMove[] = [];
      for (const to of classTransitions[now.state]) {
        const cancels = to === 'cancelled' ? (await this.sessions.deserted(db, id)).length : 0;
        moves.push({ to, refusal: await refusedMove(db, this.sessions, { id, to }), cancels });
      }
      return { manages: true, moves };
    });
  }
}
