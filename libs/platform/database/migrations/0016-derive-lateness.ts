import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether a mark or head count is late follows from the day of its session, which may move: it is asked, not kept. */
export class DeriveLateness1640995215000 implements MigrationInterface {
  name = 'DeriveLateness1640995215000';
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['marks', 'head_counts'])
      if (await db.hasColumn(table, 'is_late')) await db.query(`ALTER TABLE ${table} DROP COLUMN is_late`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of ['marks', 'head_counts']) await db.query(`ALTER TABLE ${table} ADD COLUMN is_late tinyint(1) NOT NULL DEFAULT 0`);
  }
}
