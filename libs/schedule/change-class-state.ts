import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type ClassState } from '#contract';
import { AuditTrail } from '#platform/audit';
import { now as clock } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassFactsChanged } from './class-facts-changed.js';
import { ClassRepository, unitsOfClasses } from './class.repository.js';
import { classTransitions, mayBecome } from './class-state.policy.js';
import { demandManaged } from './reference-check.js';
import { refusedMove } from './refused-move.js';
import { SessionRepository } from './session.repository.js';

/**
 * Moves a class along its states. Cancelling it cancels its sessions, but not those where another class sits that stands; closing stamps the moment after which marks wait.
 * Refusals: notFound, versionMismatch, forbidden (another's class), transitionNotAllowed (with the states that are), classNeedsSession, classHeld (with the number of sessions).
 */
@Injectable()
export class ChangeClassState {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassRepository,
    private readonly sessions: SessionRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number; to: ClassState; reason?: string }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const now = required(await this.classes.find(db, scope, input.id, true), 'notFound');
      if (now.version !== input.version) throw new Refusal('versionMismatch', { version: now.version });
      await demandManaged(db, scope, [now.id]);
      if (!mayBecome(now.state, input.to))
        throw new Refusal('transitionNotAllowed', { from: now.state, allowed: classTransitions[now.state] });
      if (input.to === 'cancelled') await this.sessions.holdScheduled(db, now.id);
      const refusal = await refusedMove(db, this.sessions, { id: now.id, to: input.to });
      if (refusal) throw refusal;
      await this.classes.update(db, now.id, now.version, { state: input.to, ...(input.to === 'closed' && { closed_at: clock() }) });
      const cancelled = input.to === 'cancelled' ? await this.sessions.cancelDeserted(db, now.id) : [];
      await this.audit.record(
        db,
        ctx,
        `class.${input.to}`,
        { noun: 'class', id: now.id, units: await unitsOfClasses(db, [now.id]) },
        { from: now.state, reason: input.reason, cancelledSessions: cancelled.length || null },
      );
      await this.changed.announce(db, ctx, { classIds: [now.id] });
      return { id: now.id, version: now.version + 1 };
    });
  }
}
