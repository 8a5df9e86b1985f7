import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A name that tells this database's installation from every other that shares its Redis. */
export class NameInstallations1640995216000 implements MigrationInterface {
  name = 'NameInstallations1640995216000';
  async up(db: QueryRunner): Promise<void> {
    if (!(await db.hasColumn('database_identity', 'installation')))
      await db.query('ALTER TABLE database_identity ADD COLUMN installation varchar(24) NULL');
  }
  async down(db: QueryRunner): Promise<void> {
    if (await db.hasColumn('database_identity', 'installation')) await db.query('ALTER TABLE database_identity DROP COLUMN installation');
  }
}
