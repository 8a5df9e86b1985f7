import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The audit trail is searched by day, and by what was done. */
const indexes = [
  ['ix_audit_entries_at', 'at'],
  ['ix_audit_entries_action', 'action, at'],
] as const;

export class IndexAuditByTime1640995227000 implements MigrationInterface {
  name = 'IndexAuditByTime1640995227000';
  async up(db: QueryRunner): Promise<void> {
    for (const [name, columns] of indexes)
      if (!(await stands(db, name))) await db.query(`ALTER TABLE audit_entries ADD KEY ${name} (${columns})`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const [name] of indexes) if (await stands(db, name)) await db.query(`ALTER TABLE audit_entries DROP KEY ${name}`);
  }
}

/** A migration that died half-way is applied again. */
const stands = async (db: QueryRunner, name: string): Promise<boolean> =>
  (
    await db.query(
      `SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'audit_entries' AND index_name = ?`,
      [name],
    )
  ).length > 0;
