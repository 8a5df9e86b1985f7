import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A database that is in use already learns what it holds from what is in it. Its keys are those of whoever starts it next. */
export class RememberWhatItHolds1640995214000 implements MigrationInterface {
  name = 'RememberWhatItHolds1640995214000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO database_identity (id, holds)
      SELECT 1, CASE
        WHEN EXISTS (SELECT 1 FROM audit_entries WHERE subject = 'demo' AND action = 'demo.loaded') THEN 'demo'
        WHEN EXISTS (SELECT 1 FROM users) OR EXISTS (SELECT 1 FROM units) THEN 'county'
      END
      ON DUPLICATE KEY UPDATE id = 1`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM database_identity');
  }
}
