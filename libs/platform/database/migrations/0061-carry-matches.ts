import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** That a walk-in was matched because somebody of the same words was, and by nobody's own decision: it follows that one. */
export class CarryMatches1640995260000 implements MigrationInterface {
  name = 'CarryMatches1640995260000';
  async up(db: QueryRunner): Promise<void> {
    if (!(await db.hasColumn('mark_decisions', 'carried')))
      await db.query('ALTER TABLE mark_decisions ADD COLUMN carried tinyint(1) NOT NULL DEFAULT 0');
  }
  /** Who was matched stays matched. */
  async down(db: QueryRunner): Promise<void> {
    if (await db.hasColumn('mark_decisions', 'carried')) await db.query('ALTER TABLE mark_decisions DROP COLUMN carried');
  }
}
