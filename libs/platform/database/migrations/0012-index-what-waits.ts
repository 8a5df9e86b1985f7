import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Indexes by which worklists find the few sessions that need somebody, however many there are. */
const indexes = [
  ['attendances', 'ix_attendances_disputed', 'disputed, session_id'],
  ['left_out', 'ix_left_out_reason', 'reason, session_id'],
  ['head_counts', 'ix_head_counts_verified', 'verified_at, session_id'],
] as const;

export class IndexWhatWaits1640995211000 implements MigrationInterface {
  name = 'IndexWhatWaits1640995211000';
  async up(db: QueryRunner): Promise<void> {
    for (const [table, name, columns] of indexes)
      if (!(await stands(db, table, name))) await db.query(`ALTER TABLE ${table} ADD KEY ${name} (${columns})`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const [table, name] of indexes) if (await stands(db, table, name)) await db.query(`ALTER TABLE ${table} DROP KEY ${name}`);
  }
}

/** A migration that died half-way is applied again. */
const stands = async (db: QueryRunner, table: string, name: string): Promise<boolean> =>
  (
    await db.query('SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ?', [
      table,
      name,
    ])
  ).length > 0;
