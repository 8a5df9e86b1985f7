import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How far a revert is. */
export class CountUndoneRows1640995232000 implements MigrationInterface {
  name = 'CountUndoneRows1640995232000';
  async up(db: QueryRunner): Promise<void> {
    if (!(await stands(db))) await db.query('ALTER TABLE imports ADD COLUMN rows_undone int unsigned NOT NULL DEFAULT 0 AFTER rows_done');
  }
  async down(db: QueryRunner): Promise<void> {
    if (await stands(db)) await db.query('ALTER TABLE imports DROP COLUMN rows_undone');
  }
}

/** A migration that died half-way is applied again. */
const stands = async (db: QueryRunner): Promise<boolean> =>
  (
    await db.query(
      `SELECT 1 FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name = 'imports' AND column_name = 'rows_undone'`,
    )
  ).length > 0;
