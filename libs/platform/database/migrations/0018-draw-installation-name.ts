import { randomBytes } from 'node:crypto';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Drawn at random, once: two databases of the same address on two machines are two installations. */
export class DrawInstallationName1640995217000 implements MigrationInterface {
  name = 'DrawInstallationName1640995217000';
  async up(db: QueryRunner): Promise<void> {
    await db.query('UPDATE database_identity SET installation = ? WHERE installation IS NULL', [randomBytes(12).toString('hex')]);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('UPDATE database_identity SET installation = NULL');
  }
}
