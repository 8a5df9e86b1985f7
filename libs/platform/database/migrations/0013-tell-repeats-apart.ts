import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Keys of repeats are random letters of both cases: one that differs only in case is another request's. */
export class TellRepeatsApart1640995212000 implements MigrationInterface {
  name = 'TellRepeatsApart1640995212000';
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE idempotency_keys MODIFY idempotency_key varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE idempotency_keys MODIFY idempotency_key varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL',
    );
  }
}
