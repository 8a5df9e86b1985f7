import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** In which room of its session somebody was counted, 0 for the main one; classes compiled before are counted anew. */
export class KeepTheRoom1640995220000 implements MigrationInterface {
  name = 'KeepTheRoom1640995220000';
  async up(db: QueryRunner): Promise<void> {
    if (!(await db.hasColumn('attendances', 'viewing_point_id')))
      await db.query('ALTER TABLE attendances ADD COLUMN viewing_point_id int UNSIGNED NOT NULL DEFAULT 0 AFTER person_id');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE attendances DROP COLUMN viewing_point_id');
  }
}
