import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is done to a mark or a head count is done to its session, as whose history it is read. */
const moved = [
  ['mark', 'markId'],
  ['headCount', 'headCountId'],
] as const;

/** Values that the trail kept and keeps no more, by action. */
const personal: Record<string, readonly string[]> = { 'session.updated': ['place', 'topic'], 'roster.updated': ['rosterNo', 'team'] };

interface Facts {
  changes?: [name: string, from: unknown, to: unknown][];
}

const atOnce = 500;

/** Entries from before read as those from now on. */
export class TidyAuditFacts1640995233000 implements MigrationInterface {
  name = 'TidyAuditFacts1640995233000';
  async up(db: QueryRunner): Promise<void> {
    for (const [noun, fact] of moved)
      await db.query(
        `UPDATE audit_entries a JOIN (SELECT id, subject_id, JSON_VALUE(facts, '$.sessionId') AS session FROM audit_entries WHERE subject = ?) m
           ON m.id = a.id
         SET a.subject = 'session', a.subject_id = m.session, a.facts = JSON_OBJECT('${fact}', m.subject_id)`,
        [noun],
      );
    for (const [action, names] of Object.entries(personal)) await this.forget(db, action, names);
  }

  /** What was forgotten stays so. */
  async down(db: QueryRunner): Promise<void> {
    for (const [noun, fact] of moved)
      await db.query(
        `UPDATE audit_entries a JOIN (SELECT id, subject_id, JSON_VALUE(facts, '$.${fact}') AS own FROM audit_entries
           WHERE subject = 'session' AND action LIKE '${noun}.%') m ON m.id = a.id
         SET a.subject = '${noun}', a.subject_id = m.own, a.facts = JSON_OBJECT('sessionId', CAST(m.subject_id AS UNSIGNED))`,
      );
  }

  private async forget(db: QueryRunner, action: string, names: readonly string[]): Promise<void> {
    for (let last = 0; ;) {
      const rows: { id: number; facts: unknown }[] = await db.query(
        `SELECT id, facts FROM audit_entries WHERE action = ? AND id > ? ORDER BY id LIMIT ${atOnce}`,
        [action, last],
      );
      if (rows.length === 0) return;
      last = rows.at(-1)!.id;
      for (const { id, facts } of rows) {
        // MySQL answers JSON columns parsed, MariaDB as text.
        const { changes = [], ...rest } = ((typeof facts === 'string' ? JSON.parse(facts) : facts) ?? {}) as Facts;
        const kept = changes.filter(([name]) => !names.includes(name));
        if (kept.length < changes.length)
          await db.query('UPDATE audit_entries SET facts = ? WHERE id = ?', [JSON.stringify({ ...rest, changes: kept }), id]);
      }
    }
  }
}
