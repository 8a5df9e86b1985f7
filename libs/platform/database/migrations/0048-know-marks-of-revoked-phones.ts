import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** That a phone was revoked when it handed a mark over is known beside whatever else there is to look at. */
export class KnowMarksOfRevokedPhones1640995247000 implements MigrationInterface {
  name = 'KnowMarksOfRevokedPhones1640995247000';
  async up(db: QueryRunner): Promise<void> {
    if (!(await db.hasColumn('marks', 'from_revoked')))
      await db.query('ALTER TABLE marks ADD COLUMN from_revoked tinyint(1) NOT NULL DEFAULT 0');
  }
  async down(db: QueryRunner): Promise<void> {
    if (await db.hasColumn('marks', 'from_revoked')) await db.query('ALTER TABLE marks DROP COLUMN from_revoked');
  }
}
