import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type SessionState } from '#contract';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { ClassFactsChanged } from './class-facts-changed.js';
import { unitsOfClasses } from './class.repository.js';
import { sessionTransitions } from './session-state.policy.js';
import { demandLedSession, demandOpenSession } from './reference-check.js';
import { SessionRepository } from './session.repository.js';

/** Cancels a session, puts a cancelled one back, or declares it void. Refusals: notFound, versionMismatch, forbidden (another's session), classFinished, transitionNotAllowed. */
@Injectable()
export class ChangeSessionState {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly changed: ClassFactsChanged,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: { id: number; version: number; to: SessionState; reason?: string }): Promise<{ id: number; version: number }> {
    const scope = scopeOf(ctx, 'classes.manage');
    return this.transactions.run(ctx, async (db) => {
      const now = required(await this.sessions.find(db, scope, input.id, true), 'notFound');
      if (now.version !== input.version) throw new Refusal('versionMismatch', { version: now.version });
      // A class that is closed keeps what it taught, but for a sheet that was found to be false.
      await (input.to === 'void' ? demandLedSession : demandOpenSession)(db, scope, now);
      const allowed = sessionTransitions[now.state];
      if (!allowed.includes(input.to)) throw new Refusal('transitionNotAllowed', { from: now.state, allowed });
      await this.sessions.update(db, now.id, now.version, { state: input.to });
      const subject = { noun: 'session', id: now.id, units: await unitsOfClasses(db, now.classIds) };
      await this.audit.record(db, ctx, `session.${input.to}`, subject, { from: now.state, reason: input.reason });
      await this.changed.announce(db, ctx, { sessionIds: [now.id] });
      return { id: now.id, version: now.version + 1 };
    });
  }
}
