export * from './audit-entry.entity.js';
export * from './audit-entry-unit.entity.js';
export * from './what-changed.js';
import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, insertRow, insertRows } from '#platform/database';

export interface AuditSubject {
  noun: string;
  id: number | string;
  /** Whose it is, today and until this deed: those who look after these units see the entry. */
  units?: readonly (number | null)[];
}

/** Who did what to what. Written in the transaction of the deed; facts hold ids and values that are not personal. */
@Injectable()
export class AuditTrail {
  async record(db: Db, ctx: Context, action: string, subject: AuditSubject, facts: object = {}): Promise<void> {
    const entryId = await insertRow(db, 'audit_entries', {
      user_id: ctx.user?.id ?? null,
      action,
      subject: subject.noun,
      subject_id: String(subject.id),
      facts: JSON.stringify(facts),
      request_id: ctx.requestId,
    });
    const actedFor = ctx.user ? ctx.grants.map(({ unitId }) => unitId) : [];
    const units = new Set([...actedFor, ...(subject.units ?? [])]);
    await insertRows(
      db,
      'audit_entry_units',
      [...units].flatMap((unit) => (unit ? [{ entry_id: entryId, unit_id: unit }] : [])),
    );
  }

  /** Says of the last time that this was done to the subject that it concerned these units, too. */
  async concern(db: Db, subject: AuditSubject, action: string, units: readonly number[]): Promise<void> {
    const entryId = units.length === 0 ? null : await this.lastOf(db, subject, action);
    if (entryId === null) return;
    await insertRows(
      db,
      'audit_entry_units',
      units.map((unit) => ({ entry_id: entryId, unit_id: unit })),
      'unit_id = unit_id',
    );
  }

  /** Whom the last time concerned that this was done to the subject. */
  async unitsOf(db: Db, subject: AuditSubject, action: string): Promise<number[]> {
    const entryId = await this.lastOf(db, subject, action);
    const rows: { id: number }[] = await db.query('SELECT unit_id AS id FROM audit_entry_units WHERE entry_id = ?', [entryId]);
    return rows.map(({ id }) => id);
  }

  private async lastOf(db: Db, { noun, id }: AuditSubject, action: string): Promise<number | null> {
    const [found]: { id: number }[] = await db.query(
      'SELECT id FROM audit_entries WHERE subject = ? AND subject_id = ? AND action = ? ORDER BY id DESC LIMIT 1',
      [noun, String(id), action],
    );
    return found?.id ?? null;
  }

  /** Whether this was ever done to such a subject. */
  async happened(db: Db, noun: string, action: string): Promise<boolean> {
    return (await db.query('SELECT 1 FROM audit_entries WHERE subject = ? AND action = ? LIMIT 1', [noun, action])).length > 0;
  }

  /** When something was done to this subject, and with what facts: latest first, a hundred at most. */
  of(db: Db, subject: { noun: string; id: number | string }, action: string): Promise<{ at: Date; facts: unknown }[]> {
    return db.query('SELECT at, facts FROM audit_entries WHERE subject = ? AND subject_id = ? AND action = ? ORDER BY id DESC LIMIT 100', [
      subject.noun,
      String(subject.id),
      action,
    ]);
  }
}
