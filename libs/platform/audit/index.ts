export * from './audit-entry.entity.js';
import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';

/** Who did what to what. Written in the transaction of the deed; facts hold ids and values that are not personal. */
@Injectable()
export class AuditTrail {
  async record(db: Db, ctx: Context, action: string, subject: { noun: string; id: number | string }, facts: object = {}): Promise<void> {
    await db.query('INSERT INTO audit_entries (user_id, action, subject, subject_id, facts, request_id) VALUES (?, ?, ?, ?, ?, ?)', [
      ctx.user?.id ?? null,
      action,
      subject.noun,
      String(subject.id),
      JSON.stringify(facts),
      ctx.requestId,
    ]);
  }

  /** Whether this was ever done to such a subject. */
  async happened(db: Db, noun: string, action: string): Promise<boolean> {
    return (await db.query('SELECT 1 FROM audit_entries WHERE subject = ? AND action = ? LIMIT 1', [noun, action])).length > 0;
  }
}
