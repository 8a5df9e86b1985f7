import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Until now the reason to look at a mark was the only word of it. */
export class TellMarksOfRevokedPhones1640995248000 implements MigrationInterface {
  name = 'TellMarksOfRevokedPhones1640995248000';
  async up(db: QueryRunner): Promise<void> {
    await db.query("UPDATE marks SET from_revoked = 1 WHERE review = 'deviceRevoked'");
  }
  /** The reason still says it. */
  async down(): Promise<void> {}
}
